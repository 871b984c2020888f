package nl.leercirkel.standards.bij;

import static nl.leercirkel.standards.bij.BijData.ANNA;
import static nl.leercirkel.standards.bij.BijData.BRAM;
import static nl.leercirkel.standards.bij.BijData.FIRST_HALF;
import static nl.leercirkel.standards.bij.BijData.day;
import static nl.leercirkel.standards.bij.BijData.help;
import static nl.leercirkel.standards.bij.BijData.person;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.leercirkel.standards.table.Finding;
import nl.leercirkel.standards.table.Findings;
import nl.leercirkel.standards.table.Place;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BijCheckTest {

    private static List<String> codes(BijPeriod period, BijRecord... records) {
        Findings findings = new Findings();
        BijCheck check = new BijCheck(period, findings);
        for (int i = 0; i < records.length; i++) {
            check.accept(records[i], Place.line(i + 1));
        }
        return findings.kept().stream().map(Finding::code).toList();
    }

    private static List<String> codes(BijRecord... records) {
        return codes(FIRST_HALF, records);
    }

    @Test
    void aRightDeliveryHasNoFindings() {
        assertThat(codes(
                        help(ANNA, HelpForm.AT_PROVIDER, "2024-01-01", "2025-03-01", EndReason.AS_PLANNED),
                        help(ANNA, HelpForm.AT_PROVIDER, "2025-03-02", null, null),
                        help(ANNA, HelpForm.FOSTER_CARE, "2025-01-01", null, null),
                        help(BRAM, HelpForm.TEAM, "2025-01-01", null, null)))
                .isEmpty();
    }

    @Test
    void withinARecord() {
        assertThat(codes(help(ANNA, HelpForm.AT_PROVIDER, "2025-01-01", "2025-02-01", null)))
                .containsExactly("BIJ-REDEN");
        assertThat(codes(help(ANNA, HelpForm.AT_PROVIDER, "2025-02-01", "2025-01-01", EndReason.AS_PLANNED)))
                .containsExactly("BIJ-VOLGORDE");
        BijRecord.YouthHelp team = help(ANNA, HelpForm.TEAM, "2025-02-01", null, null);
        assertThat(codes(new BijRecord.YouthHelp(
                        team.person(),
                        Referrer.YOUTH_DOCTOR,
                        team.form(),
                        team.crisis(),
                        team.start(),
                        null,
                        null,
                        List.of())))
                .containsExactly("BIJ-WIJKTEAM");
        assertThat(codes(BijData.measured(
                        help(ANNA, HelpForm.AT_PROVIDER, "2025-01-01", "2025-02-01", EndReason.AS_PLANNED),
                        new Measurement(Informant.PARENT, 8, null),
                        new Measurement(Informant.PARENT, 7, null))))
                .containsExactly("BIJ-INFORMANT");
    }

    @Test
    void withinThePeriod() {
        assertThat(codes(help(ANNA, HelpForm.AT_PROVIDER, "2024-01-01", "2024-12-31", EndReason.AS_PLANNED)))
                .containsExactly("BIJ-PERIODE");
        assertThat(codes(help(ANNA, HelpForm.AT_PROVIDER, "2024-01-01", "2025-07-01", EndReason.AS_PLANNED)))
                .containsExactly("BIJ-PERIODE");
        assertThat(codes(help(ANNA, HelpForm.AT_PROVIDER, "2025-07-01", null, null)))
                .containsExactly("BIJ-PERIODE");
        assertThat(codes(BijPeriod.quarter(2025, 1), help(ANNA, HelpForm.AT_PROVIDER, "2025-01-01", null, null)))
                .containsExactly("BIJ-PERIODE-SOORT");
    }

    @Test
    void overlapsOfOneFormAreFoundInAnyOrder() {
        BijRecord long1 = help(ANNA, HelpForm.AT_PROVIDER, "2025-01-01", "2025-06-01", EndReason.AS_PLANNED);
        BijRecord within = help(ANNA, HelpForm.AT_PROVIDER, "2025-02-01", "2025-03-01", EndReason.AS_PLANNED);
        BijRecord later = help(ANNA, HelpForm.AT_PROVIDER, "2025-04-01", "2025-05-01", EndReason.AS_PLANNED);
        assertThat(codes(long1, within, later)).containsExactly("BIJ-OVERLAP", "BIJ-OVERLAP");
        assertThat(codes(within, later)).isEmpty();
        assertThat(codes(within, later, long1)).containsExactly("BIJ-OVERLAP");
        assertThat(codes(long1, help(BRAM, HelpForm.AT_PROVIDER, "2025-02-01", null, null)))
                .isEmpty();
    }

    @Test
    void aStayMayBeginOnTheDayTheOtherEnds() {
        assertThat(codes(
                        help(ANNA, HelpForm.FOSTER_CARE, "2025-01-01", "2025-02-01", EndReason.AS_PLANNED),
                        help(ANNA, HelpForm.FOSTER_CARE, "2025-02-01", null, null)))
                .isEmpty();
        assertThat(codes(
                        help(ANNA, HelpForm.DAY_HELP, "2025-01-01", "2025-02-01", EndReason.AS_PLANNED),
                        help(ANNA, HelpForm.DAY_HELP, "2025-02-01", null, null)))
                .containsExactly("BIJ-OVERLAP");
    }

    @Test
    void twinsAreKeptAndMentioned() {
        BijRecord one = help(Bsn.UNKNOWN, HelpForm.AT_PROVIDER, "2025-01-01", null, null);
        assertThat(codes(one, one)).containsExactly("BIJ-TWEELING");
        BijRecord anna = help(ANNA, HelpForm.AT_PROVIDER, "2025-01-01", null, null);
        assertThat(codes(anna, anna)).containsExactly("BIJ-SLEUTEL", "BIJ-OVERLAP");
    }

    @Test
    void personsWhoCannotBeRight() {
        BijRecord.YouthHelp right = help(ANNA, HelpForm.AT_PROVIDER, "2025-01-01", null, null);
        assertThat(codes(of(right, new Person(ANNA, new PartialDate(1990, 0, 0), Sex.MALE, "0983"))))
                .containsExactly("BIJ-LEEFTIJD");
        assertThat(codes(of(right, new Person(ANNA, new PartialDate(2025, 3, 0), Sex.MALE, "0983"))))
                .containsExactly("BIJ-LEEFTIJD");
        assertThat(codes(of(right, new Person(ANNA, PartialDate.UNBORN, Sex.MALE, "0983"))))
                .containsExactly("BIJ-ONGEBOREN");
        assertThat(codes(of(right, new Person(ANNA, new PartialDate(2012, 0, 0), Sex.MALE, "0001"))))
                .containsExactly("BIJ-GEMEENTE");
    }

    private static BijRecord of(BijRecord.YouthHelp help, Person person) {
        return new BijRecord.YouthHelp(
                person, help.referrer(), help.form(), help.crisis(), help.start(), null, null, List.of());
    }

    private static BijRecord protection(
            ProtectionKind kind,
            @Nullable LocalDate start,
            @Nullable LocalDate end,
            @Nullable ProtectionEnd reason,
            @Nullable LocalDate over,
            @Nullable LocalDate received) {
        return new BijRecord.Protection(person(ANNA), kind, start, end, null, reason, over, received);
    }

    @Test
    void measuresThatMoveToAnotherInstitution() {
        LocalDate january = day("2025-01-15");
        LocalDate march = day("2025-03-01");
        ProtectionKind supervision = ProtectionKind.SUPERVISION;
        assertThat(codes(protection(supervision, january, null, null, march, null)))
                .as("first")
                .isEmpty();
        assertThat(codes(protection(supervision, null, march, ProtectionEnd.PLANNED, null, january)))
                .as("last")
                .isEmpty();
        assertThat(codes(protection(supervision, null, null, null, march, january)))
                .as("between")
                .isEmpty();
        assertThat(codes(protection(supervision, null, null, null, null, null))).containsExactly("BIJ-OVERDRACHT");
        assertThat(codes(protection(supervision, january, march, ProtectionEnd.PLANNED, march, null)))
                .containsExactly("BIJ-OVERDRACHT");
        assertThat(codes(protection(supervision, january, march, ProtectionEnd.AUTHORITY_RESTORED, null, null)))
                .containsExactly("BIJ-REDEN-LIJST");
        assertThat(codes(protection(
                        ProtectionKind.GUARDIANSHIP, january, march, ProtectionEnd.AUTHORITY_RESTORED, null, null)))
                .isEmpty();
        assertThat(codes(protection(supervision, march, null, null, january, null)))
                .containsExactly("BIJ-VOLGORDE");
    }

    @Test
    void probationThatEnded() {
        BijPeriod quarter = BijPeriod.quarter(2025, 1);
        BijRecord bare = new BijRecord.Probation(
                person(ANNA),
                ProbationKind.COMPULSORY,
                day("2025-01-01"),
                day("2025-02-01"),
                null,
                null,
                null,
                null,
                null);
        assertThat(codes(quarter, bare)).containsExactly("BIJ-EINDE-JR", "BIJ-EINDE-JR", "BIJ-EINDE-JR");
        BijRecord whole = new BijRecord.Probation(
                person(ANNA),
                ProbationKind.COMPULSORY,
                day("2025-01-01"),
                day("2025-02-01"),
                YesNo.YES,
                RiskScore.LOWER,
                FollowUpCare.NO,
                null,
                null);
        assertThat(codes(quarter, whole)).isEmpty();
        assertThat(codes(quarter, whole, whole)).containsExactly("BIJ-DUBBEL");
    }

    @Test
    void organisations() {
        assertThat(codes(new BijRecord.Organisation(Map.of(BijField.ORG_NAME, "x"))))
                .containsExactly("BIJ-ADRES", "BIJ-VERPLICHT", "BIJ-VERPLICHT");
    }

    @Test
    void periods() {
        assertThat(BijPeriod.parse("2025HJ2")).contains(BijPeriod.halfYear(2025, 2));
        assertThat(BijPeriod.parse("2025KW03").map(BijPeriod::toString)).contains("2025KW03");
        assertThat(BijPeriod.parse("2025HJ3")).isEmpty();
        assertThat(BijPeriod.halfYear(2025, 2).due()).isEqualTo(day("2026-01-21"));
        assertThat(BijPeriod.quarter(2025, 1).previous()).isEqualTo(BijPeriod.quarter(2024, 4));
    }
}
