package nl.leercirkel.audit;

import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** The log as CSV that a Dutch spreadsheet opens as it is: semicolons, a byte order mark, no cell that is a formula. */
class AuditCsv {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final MessageSource messages;
    private final Locale locale;
    private final StringBuilder text = new StringBuilder("\ufeff");

    AuditCsv(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
        row(
                "tijdstip",
                "persoon",
                "handeling",
                "onderwerp",
                "object",
                "afloop",
                "pad",
                "status",
                "adres",
                "bijzonderheden");
    }

    void add(AuditEntry entry) {
        row(
                TIME.format(entry.occurredAt().atZoneSameInstant(AuditReader.ZONE)),
                entry.personName(),
                message(entry.action().labelKey(), entry.action().name()),
                message("audit.subject." + entry.subject(), entry.subject()),
                entry.objectId(),
                message(entry.outcome().labelKey(), entry.outcome().name()),
                entry.httpMethod() + " " + entry.path(),
                String.valueOf(entry.status()),
                entry.clientAddress(),
                entry.detail());
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private String message(String key, String otherwise) {
        return java.util.Objects.requireNonNullElse(messages.getMessage(key, null, otherwise, locale), otherwise);
    }

    private void row(@Nullable String... cells) {
        text.append(Arrays.stream(cells).map(AuditCsv::cell).collect(Collectors.joining(";")))
                .append("\r\n");
    }

    /** A cell that starts like a formula gets an apostrophe, so that a spreadsheet does not run what somebody typed. */
    private static String cell(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            return "";
        }
        String safe = "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
