package nl.leercirkel.privacy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of files that people send: they may hold a citizen service number, as "JW301 999990019.xml". */
final class FileNames {
    private static final int LONGEST = 100;
    private static final Pattern NUMBER = Pattern.compile("\\d{9,}|(?<!\\d)\\d(?:[ ._-]?\\d){8}(?!\\d)");

    private FileNames() {}

    static String safe(String sent) {
        String name = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        String covered = NUMBER.matcher(name)
                .replaceAll(match ->
                        Matcher.quoteReplacement("*".repeat(match.group().length())));
        return covered.isEmpty() ? "bestand" : covered.substring(0, Math.min(LONGEST, covered.length()));
    }
}
