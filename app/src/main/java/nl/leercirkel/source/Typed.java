package nl.leercirkel.source;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What people type in forms, without what a database cannot store or a reader cannot see. */
final class Typed {

    private Typed() {}

    static String line(Map<String, String> form, String name) {
        return line(form.getOrDefault(name, ""));
    }

    static String line(String typed) {
        return typed.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }

    static String lines(Map<String, String> form, String name) {
        return form.getOrDefault(name, "")
                .replace("\r\n", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", " ")
                .strip();
    }

    /** Parts between semicolons or line ends. */
    static List<String> list(String typed) {
        return Arrays.stream(typed.split("[;\\n]"))
                .map(Typed::line)
                .filter(part -> !part.isEmpty())
                .distinct()
                .toList();
    }

    static int number(Map<String, String> form, String name, int otherwise) {
        String text = form.getOrDefault(name, "").strip();
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : otherwise;
    }

    /** A file name as somebody's computer sent it. */
    static String fileName(String given) {
        String name =
                given.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "").strip();
        return name.isEmpty() ? "bestand" : name.substring(0, Math.min(name.length(), 100));
    }
}
