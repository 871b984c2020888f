package nl.leercirkel.report;

import java.time.LocalDate;
import java.util.UUID;
import nl.leercirkel.demo.DemoDossiers;
import nl.leercirkel.organisation.Authority;
import nl.leercirkel.organisation.AuthorityKind;
import nl.leercirkel.portfolio.Amount;
import nl.leercirkel.portfolio.DutchNumbers;
import nl.leercirkel.portfolio.ProgrammeDossier;
import nl.leercirkel.report.document.Document;
import nl.leercirkel.report.document.Language;

/** The reports of the demo's portfolios. */
public final class SampleReports {
    static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    static final Authority DORDRECHT = authority("GM0505", "Dordrecht", "#a4123f");
    static final Authority VENLO = authority("GM0983", "Venlo", "#00693e");
    static final Authority MIDDEN_LIMBURG_OOST =
            new Authority(UUID.randomUUID(), AuthorityKind.YOUTH_REGION, "JZ42", "Midden-Limburg Oost", "#154273");

    private SampleReports() {}

    public static Document dordrecht() {
        return of(DemoDossiers.dordrecht(), DORDRECHT);
    }

    public static Document venlo() {
        return of(DemoDossiers.venlo(), VENLO);
    }

    public static Document middenLimburgOostPlan() {
        return plan(DemoDossiers.middenLimburgOost(), MIDDEN_LIMBURG_OOST);
    }

    public static Document dordrechtCouncil() {
        return council(DemoDossiers.dordrecht(), DORDRECHT);
    }

    static Document plan(ProgrammeDossier programme, Authority authority) {
        return PlanReport.of(programme, authority, Language.NL, DAY);
    }

    /** One page for each project. */
    public static Document council(ProgrammeDossier programme, Authority authority) {
        return CouncilPages.all(programme, authority, Language.NL, DAY);
    }

    static String euro(long amount) {
        return Amount.of(amount).inEuro().map(DutchNumbers::euro).orElseThrow().replace('\u00a0', ' ');
    }

    static Document of(ProgrammeDossier programme, Authority authority) {
        return EvaluationReport.of(programme, authority, Language.NL, DAY);
    }

    private static Authority authority(String code, String name, String colour) {
        return new Authority(UUID.randomUUID(), AuthorityKind.MUNICIPALITY, code, name, colour);
    }
}
