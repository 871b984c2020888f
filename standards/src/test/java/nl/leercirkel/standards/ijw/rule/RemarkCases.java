package nl.leercirkel.standards.ijw.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.leercirkel.standards.ijw.support.Example;

/** Per rule on working together: our example, changed, after a story; it gives that remark and no other. */
final class RemarkCases {
    private static final String ID = "Header/BerichtIdentificatie/Identificatie";
    private static final String DATE = "Header/BerichtIdentificatie/Dagtekening";
    private static final String PRODUCT = Stories.PRODUCT;
    private static final String FIRST = PRODUCT + "[1]";
    private static final String START = "Client/StartProducten/StartProduct";

    /** Rules that no example of ours can show: of a return message, and of a file of 25 MB. */
    private static final Set<String> SHOWN_APART = Set.of("OP090", "OP179");

    private RemarkCases() {}

    record Case(String rule, Example message, List<Example> before) {
        @Override
        public String toString() {
            return rule + " in " + message.type();
        }
    }

    /** All rules that give a remark. */
    static Set<String> rules() {
        return Stream.concat(all().stream().map(Case::rule), SHOWN_APART.stream())
                .collect(Collectors.toSet());
    }

    static List<Case> all() {
        List<Case> cases = new ArrayList<>();
        cases.addAll(allocations());
        cases.addAll(requests());
        cases.addAll(others());
        return cases;
    }

    private static Case allocation(String rule, String edits, Example... before) {
        return new Case(rule, Example.of("JW301").edit(edits), List.of(before));
    }

    /** An earlier allocation message, decided the day before. */
    private static Example earlier(String edits) {
        return Example.of("JW301").edit(ID + "=M000;" + FIRST + "/Toewijzingsdatum=2026-02-28;" + edits);
    }

    private static List<Case> allocations() {
        String monthly = FIRST + "/Omvang/Frequentie=4;";
        return List.of(
                allocation("OP071", "", earlier("Client/Relaties/Relatie[1]/Geboortedatum/Datum=1979-01-01")),
                allocation("OP087", "", earlier(FIRST + "/ToewijzingNummer=70003")),
                allocation("OP257", "", earlier(FIRST + "/Product/Code=45A02")),
                allocation("IV066", "", earlier(monthly)),
                allocation("IV099", FIRST + "/RedenWijziging=12"),
                allocation("IV099", FIRST + "/RedenWijziging=12", earlier(FIRST + "/RedenWijziging=12")),
                allocation(
                        "OP380",
                        monthly + "dup " + FIRST + ";" + FIRST + "/Ingangsdatum=2026-09-10;" + FIRST
                                + "/Einddatum=2026-12-31;" + PRODUCT + "[2]/ToewijzingNummer=70003",
                        earlier(monthly + FIRST + "/ToewijzingNummer=70003;" + FIRST + "/Toewijzingsdatum=2026-03-01")),
                allocation("OP305", FIRST + "/Omvang/Eenheid=82"),
                allocation("OP043", FIRST + "/Product/Code=45A09"));
    }

    private static List<Case> requests() {
        String later = ID + "=M002;" + DATE + "=2026-05-20;";
        String change = later + FIRST + "/Toewijzingsdatum=2026-05-19;" + FIRST + "/RedenWijziging=12;";
        String reference = "/ReferentieAanbieder=REF-W1;";
        String added = PRODUCT + "[3]/ToewijzingNummer=70006;" + PRODUCT + "[3]" + reference + PRODUCT
                + "[3]/Product/Code=45A04;";
        return List.of(
                // The product that was asked on top is not allocated.
                allocation(
                        "OP348",
                        change + FIRST + reference + FIRST + "/Omvang/Volume=60",
                        Stories.allocation(),
                        Example.of("JW317")),
                // The change of a total came on a new number.
                allocation(
                        "IV093",
                        "dup " + FIRST + ";dup " + FIRST + ";" + change + FIRST + "/Einddatum=2026-05-20;" + PRODUCT
                                + "[2]/ToewijzingNummer=70005;" + PRODUCT + "[2]" + reference + PRODUCT
                                + "[2]/Ingangsdatum=2026-05-21;" + added,
                        Stories.allocation(),
                        Example.of("JW317")),
                allocation(
                        "IV094",
                        FIRST + "/ReferentieAanbieder=REF-A1;" + PRODUCT + "[2]/ReferentieAanbieder=REF-A1",
                        Stories.request()),
                new Case("OP307", Example.of("JW315"), List.of(Stories.allocation())),
                new Case(
                        "OP306",
                        Example.of("JW317"),
                        List.of(Stories.allocation()
                                .edit(FIRST + "/Einddatum=2026-04-01;" + PRODUCT + "[2]/Einddatum=2026-04-01"))));
    }

    private static List<Case> others() {
        return List.of(
                new Case("OP271", Example.of("JW305").edit(DATE + "=2026-03-20"), Stories.before("JW305")),
                new Case("OP272", Example.of("JW307").edit(DATE + "=2026-08-10"), Stories.before("JW307")),
                new Case("OP295", Example.of("JW323"), Stories.before("JW323")),
                new Case(
                        "IV091",
                        Example.of("JW323")
                                .edit("Declaratie/Clienten/Client[1]/Prestaties/Prestatie[2]/GeleverdVolume=3"),
                        started()),
                new Case(
                        "IV034",
                        Example.of("JW305").edit("Header/XsdVersie/BerichtXsdVersie=3.0.0"),
                        Stories.before("JW305")));
    }

    /** The story of the declaration, with the care of both clients begun. */
    static List<Example> started() {
        List<Example> before = new ArrayList<>(Stories.before("JW323"));
        before.add(Example.of("JW305"));
        before.add(Example.of("JW305")
                .edit(ID + "=S009;Client/Bsn=999900018;" + START + "/ToewijzingNummer=70009;" + START
                        + "/Product/Categorie=43;" + START + "/Product/Code=43A01"));
        return before;
    }
}
