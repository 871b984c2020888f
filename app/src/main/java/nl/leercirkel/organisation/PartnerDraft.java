package nl.leercirkel.organisation;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a partner, before it is stored.
 *
 * @param name without spaces around it
 * @param agbCode national code of a care provider, eight digits
 * @param website address with http or https
 */
public record PartnerDraft(
        String name,
        PartnerKind kind,
        @Nullable String agbCode,
        @Nullable String website,
        String note) {
    static final int LONGEST_NAME = 200;
    static final int LONGEST_NOTE = 4000;
    static final int LONGEST_WEBSITE = 500;
    static final Pattern AGB_CODE = Pattern.compile("[0-9]{8}");

    public PartnerDraft {
        if (name.isBlank() || !name.equals(name.strip()) || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("not a name of a partner: " + name);
        }
        if (agbCode != null && !AGB_CODE.matcher(agbCode).matches()) {
            throw new IllegalArgumentException("an AGB code is eight digits: " + agbCode);
        }
        if (website != null && !WebAddress.isAcceptable(website)) {
            throw new IllegalArgumentException("not a web address: " + website);
        }
        if (note.length() > LONGEST_NOTE) {
            throw new IllegalArgumentException("the note is too long");
        }
    }

    /** A partner of which only name and kind are known. */
    public static PartnerDraft of(String name, PartnerKind kind) {
        return new PartnerDraft(name.strip(), kind, null, null, "");
    }
}
