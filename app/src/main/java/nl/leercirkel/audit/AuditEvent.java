package nl.leercirkel.audit;

import java.util.UUID;
import nl.leercirkel.security.Action;
import org.jspecify.annotations.Nullable;

/**
 * One line for the log. A request that knows better than its path and status what happened (signing in) puts one in the
 * request attribute of this class's name; the filter then writes that, so that it stays one entry per request.
 *
 * @param authorityId null when it is not known for which authority (nobody is signed in)
 * @param subject what it is about, an English noun; the page shows audit.subject.&lt;noun&gt;
 * @param detail what was searched for, or what a refusal was about; never a secret
 */
public record AuditEvent(
        @Nullable UUID authorityId,
        @Nullable UUID accountId,
        String personName,
        Action action,
        String subject,
        @Nullable String objectId,
        Outcome outcome,
        String httpMethod,
        String path,
        int status,
        @Nullable String clientAddress,
        @Nullable String detail) {
    private static final int LONGEST_TEXT = 500;

    public AuditEvent {
        path = cut(path);
        personName = cut(personName);
        objectId = objectId == null ? null : cut(objectId);
        detail = detail == null ? null : cut(detail);
    }

    /** The same event with the answer that the request got. */
    AuditEvent answered(int answer) {
        return new AuditEvent(
                authorityId,
                accountId,
                personName,
                action,
                subject,
                objectId,
                outcome,
                httpMethod,
                path,
                answer,
                clientAddress,
                detail);
    }

    /** Cuts what a hostile request made long, and takes out what PostgreSQL cannot store or a log reader could misread. */
    private static String cut(String text) {
        StringBuilder printable = new StringBuilder();
        text.codePoints()
                .limit(LONGEST_TEXT)
                .map(character -> Character.isISOControl(character) ? ' ' : character)
                .forEach(printable::appendCodePoint);
        return printable.toString();
    }
}
