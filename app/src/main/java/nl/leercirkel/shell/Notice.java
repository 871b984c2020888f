package nl.leercirkel.shell;

import java.util.ArrayList;
import java.util.List;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A message at the top of the next page: what was done, or what went wrong. */
public record Notice(String kind, String text) implements java.io.Serializable {
    /** Name of the flash attribute that the shell reads. */
    public static final String ATTRIBUTE = "notices";

    public static void success(RedirectAttributes redirect, String text) {
        add(redirect, "success", text);
    }

    public static void warning(RedirectAttributes redirect, String text) {
        add(redirect, "warning", text);
    }

    public static void error(RedirectAttributes redirect, String text) {
        add(redirect, "error", text);
    }

    private static void add(RedirectAttributes redirect, String kind, String text) {
        List<Notice> notices = new ArrayList<>();
        if (redirect.getFlashAttributes().get(ATTRIBUTE) instanceof List<?> earlier) {
            earlier.forEach(item -> notices.add((Notice) item));
        }
        notices.add(new Notice(kind, text));
        redirect.addFlashAttribute(ATTRIBUTE, notices);
    }
}
