package nl.leercirkel.organisation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A partner as typed, so that nothing is lost when something is wrong with it. */
record PartnerForm(String name, String kind, String agbCode, String website, String note, int version) {

    static PartnerForm empty() {
        return new PartnerForm("", "", "", "", "", 0);
    }

    static PartnerForm of(Partner partner) {
        return new PartnerForm(
                partner.name(),
                partner.kind().name(),
                partner.agbCode() == null ? "" : partner.agbCode(),
                partner.website() == null ? "" : partner.website(),
                partner.note(),
                partner.version());
    }

    static PartnerForm read(Map<String, String> form) {
        return new PartnerForm(
                OrganisationTexts.line(form.getOrDefault("name", "")),
                form.getOrDefault("kind", ""),
                OrganisationTexts.line(form.getOrDefault("agbCode", "")),
                OrganisationTexts.line(form.getOrDefault("website", "")),
                OrganisationTexts.lines(form.getOrDefault("note", "")),
                version(form));
    }

    /** A version that is no number was not made by our form; it is as good as one that is long gone. */
    static int version(Map<String, String> form) {
        try {
            return Integer.parseInt(form.getOrDefault("version", "0"));
        } catch (NumberFormatException forged) {
            return 0;
        }
    }

    PartnerForm withVersion(int other) {
        return new PartnerForm(name, kind, agbCode, website, note, other);
    }

    /** What is wrong, by field, in the order of the form. */
    Map<String, String> errors(OrganisationTexts texts) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (name.isEmpty()) {
            errors.put("name", texts.text("organisation.partner.name.missing"));
        } else if (name.length() > PartnerDraft.LONGEST_NAME) {
            errors.put("name", texts.text("organisation.partner.name.long", PartnerDraft.LONGEST_NAME));
        }
        if (kind(kind) == null) {
            errors.put("kind", texts.text("organisation.partner.kind.missing"));
        }
        if (!agbDigits().isEmpty()
                && !PartnerDraft.AGB_CODE.matcher(agbDigits()).matches()) {
            errors.put("agbCode", texts.text("organisation.partner.agb.wrong"));
        }
        if (!website.isEmpty() && !WebAddress.isAcceptable(WebAddress.completed(website))) {
            errors.put("website", texts.text("organisation.partner.website.wrong"));
        }
        if (note.length() > PartnerDraft.LONGEST_NOTE) {
            errors.put("note", texts.text("organisation.partner.note.long", PartnerDraft.LONGEST_NOTE));
        }
        return errors;
    }

    /** Only for a form without errors. */
    PartnerDraft draft() {
        PartnerKind chosen = kind(kind);
        if (chosen == null) {
            throw new IllegalStateException("a form with errors has no draft");
        }
        return new PartnerDraft(
                name,
                chosen,
                agbDigits().isEmpty() ? null : agbDigits(),
                website.isEmpty() ? null : WebAddress.completed(website),
                note);
    }

    /** People copy the code with spaces or dots in it. */
    private String agbDigits() {
        return agbCode.replaceAll("[ .-]", "");
    }

    static @Nullable PartnerKind kind(String name) {
        for (PartnerKind kind : PartnerKind.values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        return null;
    }
}
