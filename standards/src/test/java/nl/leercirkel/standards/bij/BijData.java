package nl.leercirkel.standards.bij;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import nl.leercirkel.standards.table.Finding;
import nl.leercirkel.standards.table.Findings;
import org.jspecify.annotations.Nullable;

/** Made up young people, with numbers of the official test range, and their records. */
final class BijData {

    static final Bsn ANNA = new Bsn("999990019");
    static final Bsn BRAM = new Bsn("999990020");
    static final BijPeriod FIRST_HALF = BijPeriod.halfYear(2025, 1);

    private BijData() {}

    static Person person(Bsn bsn) {
        return new Person(bsn, new PartialDate(2012, 5, 3), Sex.FEMALE, "5911AA");
    }

    static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    static BijRecord.YouthHelp help(
            Bsn bsn, HelpForm form, String start, @Nullable String end, @Nullable EndReason reason) {
        return new BijRecord.YouthHelp(
                person(bsn),
                form == HelpForm.TEAM ? Referrer.NONE : Referrer.MUNICIPALITY,
                form,
                YesNo.NO,
                day(start),
                end == null ? null : day(end),
                reason,
                List.of());
    }

    static BijRecord.YouthHelp measured(BijRecord.YouthHelp help, Measurement... measurements) {
        return new BijRecord.YouthHelp(
                help.person(),
                help.referrer(),
                help.form(),
                help.crisis(),
                help.start(),
                help.end(),
                help.reason(),
                List.of(measurements));
    }

    /** What a reader makes of a text. */
    record Read(List<BijRecord> records, Findings findings, boolean complete) {

        List<String> codes() {
            return findings.kept().stream().map(Finding::code).toList();
        }
    }

    static Read read(BijLayout layout, String text) {
        List<BijRecord> records = new ArrayList<>();
        Findings findings = new Findings();
        boolean complete = new BijReader(layout)
                .read(
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                        (record, place) -> records.add(record),
                        findings);
        return new Read(records, findings, complete);
    }

    static Arbitrary<Bsn> bsn() {
        return Arbitraries.integers()
                .between(0, 99_999)
                .map("9999%05d"::formatted)
                .filter(digits -> Bsn.of(digits).isPresent())
                .map(Bsn::new);
    }

    static Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 900).map(LocalDate.of(2023, 1, 1)::plusDays);
    }

    static Arbitrary<Person> persons() {
        Arbitrary<PartialDate> births = Arbitraries.of(
                new PartialDate(2010, 2, 28),
                new PartialDate(2010, 2, 0),
                new PartialDate(2011, 0, 0),
                PartialDate.UNBORN);
        return Combinators.combine(
                        Arbitraries.frequencyOf(
                                Tuple.of(8, bsn()), Tuple.of(1, Arbitraries.of(Bsn.UNKNOWN, Bsn.UNBORN))),
                        births,
                        Arbitraries.of(Sex.class),
                        Arbitraries.of("5911AA", "0983", "1012LG"))
                .as(Person::new);
    }

    private static Arbitrary<@Nullable LocalDate> optionalDays() {
        return days().injectNull(0.4);
    }

    private static Arbitrary<Measurement> measurement(Informant informant) {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 10),
                        Arbitraries.of(SelfReliance.class).injectNull(0.3))
                .as((mark, answer) -> new Measurement(informant, mark, answer));
    }

    static Arbitrary<BijRecord.YouthHelp> youthHelp() {
        Arbitrary<List<Measurement>> measurements = Combinators.combine(
                        measurement(Informant.YOUNG_PERSON).optional(),
                        measurement(Informant.PARENT).optional())
                .as((child, parent) -> {
                    List<Measurement> both = new ArrayList<>();
                    child.ifPresent(both::add);
                    parent.ifPresent(both::add);
                    return both;
                });
        return Combinators.combine(
                        persons(),
                        Arbitraries.of(Referrer.class),
                        Arbitraries.of(HelpForm.class),
                        Arbitraries.of(YesNo.class),
                        days(),
                        Arbitraries.integers().between(0, 300).injectNull(0.4),
                        Arbitraries.of(EndReason.class),
                        measurements)
                .as((person, referrer, form, crisis, start, length, reason, answers) -> new BijRecord.YouthHelp(
                        person,
                        referrer,
                        form,
                        crisis,
                        start,
                        length == null ? null : start.plusDays(length),
                        length == null ? null : reason,
                        answers));
    }

    static Arbitrary<BijRecord> protection() {
        Arbitrary<BijRecord.Placement> placement = Combinators.combine(
                        Arbitraries.of(PlacementKind.class), optionalDays(), optionalDays())
                .as(BijRecord.Placement::new);
        return Combinators.combine(
                        persons(),
                        Arbitraries.of(ProtectionKind.class),
                        optionalDays(),
                        optionalDays(),
                        placement.injectNull(0.5),
                        Arbitraries.of(ProtectionEnd.class).injectNull(0.5),
                        optionalDays(),
                        optionalDays())
                .as(BijRecord.Protection::new);
    }

    static Arbitrary<BijRecord> probation() {
        return Combinators.combine(persons(), Arbitraries.of(ProbationKind.class), optionalDays(), optionalDays())
                .as((person, kind, start, end) ->
                        List.of(person, kind, Optional.ofNullable(start), Optional.ofNullable(end)))
                .flatMap(first -> Combinators.combine(
                                Arbitraries.of(YesNo.class).injectNull(0.5),
                                Arbitraries.of(RiskScore.class).injectNull(0.5),
                                Arbitraries.of(FollowUpCare.class).injectNull(0.5),
                                optionalDays(),
                                optionalDays())
                        .as((yes, risk, care, over, received) -> new BijRecord.Probation(
                                (Person) first.get(0),
                                (ProbationKind) first.get(1),
                                (LocalDate) ((Optional<?>) first.get(2)).orElse(null),
                                (LocalDate) ((Optional<?>) first.get(3)).orElse(null),
                                yes,
                                risk,
                                care,
                                over,
                                received)));
    }

    static Arbitrary<BijRecord> preventive() {
        return Combinators.combine(persons(), days(), optionalDays()).as(BijRecord.Preventive::new);
    }
}
