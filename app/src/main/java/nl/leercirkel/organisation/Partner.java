package nl.leercirkel.organisation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organisation that an authority works with.
 *
 * @param version rises with each change; who saves says which one they saw
 * @param endedOn last day of working together; null while it goes on
 */
public record Partner(
        UUID partnerId,
        String name,
        PartnerKind kind,
        @Nullable String agbCode,
        @Nullable String website,
        String note,
        int version,
        @Nullable LocalDate endedOn) {

    public boolean isEnded() {
        return endedOn != null;
    }

    public String path() {
        return "/partners/" + partnerId;
    }

    public PartnerDraft draft() {
        return new PartnerDraft(name, kind, agbCode, website, note);
    }
}
