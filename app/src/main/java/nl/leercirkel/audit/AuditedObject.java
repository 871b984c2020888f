package nl.leercirkel.audit;

import jakarta.servlet.http.HttpServletRequest;

/** Names what a request is about, where its path does not: a figure that is chosen by a form, the purpose of an export. */
public final class AuditedObject {
    private static final String ATTRIBUTE = AuditedObject.class.getName();

    private AuditedObject() {}

    /** @param object the same name each time, for {@link ObjectHistory} to find; without personal data */
    public static void name(HttpServletRequest request, String object) {
        request.setAttribute(ATTRIBUTE, object);
    }

    static boolean isNamed(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) != null;
    }

    static String of(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(ATTRIBUTE));
    }
}
