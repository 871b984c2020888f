package nl.leercirkel.organisation;

/** What came of storing a partner. */
public sealed interface PartnerOutcome {

    record Saved(Partner partner) implements PartnerOutcome {}

    /** The authority has another partner of this name, whatever its capitals. */
    record NameTaken(Partner other) implements PartnerOutcome {}

    /** Somebody else changed it meanwhile. */
    record ChangedMeanwhile(Partner now) implements PartnerOutcome {}

    /** There is no such partner for this authority. */
    record Unknown() implements PartnerOutcome {}
}
