package nl.leercirkel.standards.ijw.rule;

import java.util.ArrayList;
import java.util.List;
import nl.leercirkel.standards.ijw.support.Example;

/** Per rule against stored messages or reference data: our example, changed, after a story that may be changed as well. */
final class StoredRuleCases {
    private static final String PRODUCT = Stories.PRODUCT;
    private static final String REQUEST = "Client/AangevraagdeProducten/AangevraagdProduct";
    private static final String CHANGED = "Client/Verzoek/TeWijzigenProducten/TeWijzigenProduct";
    private static final String NEW = "Client/Verzoek/NieuweProducten/NieuwProduct";
    private static final String START = "Client/StartProducten/StartProduct";
    private static final String STOP = "Client/StopProducten/StopProduct";
    private static final String LINE = "Declaratie/Clienten/Client[1]/Prestaties/Prestatie";
    private static final String EURO_LINE = "Declaratie/Clienten/Client[2]/Prestaties/Prestatie[1]";
    private static final String ANSWER_LINE = "DeclaratieAntwoord/Clienten/Client[1]/Prestaties/Prestatie[1]";
    private static final String TOTAL = "Declaratie/TotaalIngediendBedrag/TotaalBedrag";
    private static final String ID = "Header/BerichtIdentificatie/Identificatie";

    private StoredRuleCases() {}

    record Case(String rule, Example message, List<Example> before, List<String> with) {
        @Override
        public String toString() {
            return rule + " in " + message.type();
        }
    }

    private static Case of(String rule, String type, String edits, String... with) {
        return new Case(rule, Example.of(type).edit(edits), Stories.before(type), List.of(with));
    }

    private static Case after(String rule, String type, String edits, List<Example> before, String... with) {
        return new Case(rule, Example.of(type).edit(edits), before, List.of(with));
    }

    private static Example changedAllocation(String edits) {
        return Stories.allocation().edit(edits);
    }

    private static List<Example> plus(String type, Example... more) {
        List<Example> before = new ArrayList<>(Stories.before(type));
        before.addAll(List.of(more));
        return before;
    }

    /** The story of the declaration with other allocations of the first client. */
    private static List<Example> declarationAfter(String edits) {
        return List.of(changedAllocation(edits), Stories.otherAllocation(), Stories.march(), Stories.marchApproved());
    }

    static List<Case> all() {
        List<Case> cases = new ArrayList<>();
        cases.addAll(headers());
        cases.addAll(allocations());
        cases.addAll(deliveries());
        cases.addAll(requests());
        cases.addAll(declarations());
        cases.addAll(answers());
        return cases;
    }

    private static List<Case> headers() {
        return List.of(
                after(
                        "TR056",
                        "JW319",
                        "",
                        List.of(
                                Stories.request(),
                                Example.of("JW319")
                                        .edit(
                                                "Antwoord/VerzoekAntwoord=2;-Antwoord/RedenAfwijzingVerzoek;-Antwoord/Woonplaatsbeginsel"))),
                of("TR135", "JW305", "Header/BerichtIdentificatie/Dagtekening=2026-12-01"),
                of("TR378", "JW319", "Antwoord/Woonplaatsbeginsel/Gemeente=9999"),
                after("TR378", "JW315", "Header/Ontvanger=9999", List.of()));
    }

    private static List<Case> allocations() {
        String reference = PRODUCT + "[1]/ReferentieAanbieder=REF-A1";
        return List.of(
                after(
                        "TR332",
                        "JW301",
                        "",
                        List.of(changedAllocation("Client/Bsn=999900018;" + ID + "=M000;-" + PRODUCT + "[2]"))),
                after("TR379", "JW301", reference, List.of()),
                after(
                        "TR379",
                        "JW301",
                        reference,
                        List.of(
                                Stories.request(),
                                changedAllocation(reference + ";" + ID + "=M000;" + PRODUCT
                                        + "[1]/Toewijzingsdatum=2026-02-28"))),
                of("TR381", "JW301", PRODUCT + "[1]/Product/Categorie=54"),
                after(
                        "TR385",
                        "JW301",
                        PRODUCT + "[1]/Einddatum=2026-03-10;" + PRODUCT + "[1]/RedenWijziging=13",
                        List.of(changedAllocation(ID + "=M000"), Stories.march(), Stories.marchApproved())));
    }

    private static List<Case> deliveries() {
        Example start = Example.of("JW305");
        Example stop = Example.of("JW307")
                .edit(ID + "=E000;" + STOP + "/RedenBeeindiging=20;" + STOP + "/Einddatum=2026-05-31");
        return List.of(
                after("TR019", "JW305", "", List.of()),
                after("TR019", "JW307", "", List.of(start)),
                after("TR063", "JW305", START + "/StatusAanlevering=3", List.of(Stories.allocation())),
                of("TR063", "JW307", STOP + "/StatusAanlevering=3"),
                after(
                        "TR071",
                        "JW305",
                        ID + "=S002;" + START + "/StatusAanlevering=3",
                        List.of(Stories.allocation(), start, Example.of("JW307"))),
                after("TR074", "JW305", ID + "=S002", List.of(Stories.allocation(), start)),
                after("TR074", "JW307", ID + "=E002", List.of(Stories.allocation(), start, Example.of("JW307"))),
                after(
                        "TR326",
                        "JW305",
                        ID + "=S002;" + START + "/Begindatum=2026-03-14",
                        List.of(Stories.allocation(), start)),
                of("TR382", "JW307", STOP + "/Begindatum=2026-03-13"),
                after("TR413", "JW307", STOP + "/RedenBeeindiging=20", List.of(Stories.allocation(), start, stop)),
                after("TR414", "JW307", STOP + "/Einddatum=2026-05-30", List.of(Stories.allocation(), start, stop)),
                after(
                        "TR415",
                        "JW307",
                        STOP + "/RedenBeeindiging=32",
                        List.of(
                                Stories.allocation(),
                                start,
                                Example.of("JW307").edit(ID + "=E000;" + STOP + "/Einddatum=2026-05-31"))));
    }

    private static List<Case> requests() {
        Example granted = changedAllocation(
                PRODUCT + "[1]/ReferentieAanbieder=REF-A1;" + PRODUCT + "[2]/ReferentieAanbieder=REF-A2");
        Example investigated = Example.of("JW319")
                .edit(
                        ID
                                + "=A000;Antwoord/VerzoekAntwoord=2;-Antwoord/RedenAfwijzingVerzoek;-Antwoord/Woonplaatsbeginsel");
        Example rejected = Example.of("JW319").edit(ID + "=A000");
        String investigate = "Antwoord/VerzoekAntwoord=2;-Antwoord/RedenAfwijzingVerzoek;-Antwoord/Woonplaatsbeginsel";
        return List.of(
                after(
                        "TR304",
                        "JW317",
                        "-Client/Verzoek/OngewijzigdeProducten;-" + CHANGED
                                + ";-Client/Verzoek/TeWijzigenProducten;Client/Verzoek/OngewijzigdeProducten/OngewijzigdProduct/ToewijzingNummer=5",
                        List.of(),
                        "TR350"),
                after("TR347", "JW315", ID + "=V002", List.of(Stories.request(), granted)),
                after(
                        "TR374",
                        "JW315",
                        ID + "=V002;" + REQUEST + "[1]/ReferentieAanbieder=X1;" + REQUEST
                                + "[2]/ReferentieAanbieder=X2",
                        List.of(Stories.request())),
                after("TR374", "JW317", "", List.of(Stories.allocation(), Stories.request())),
                of("TR349", "JW317", "-Client/Verzoek/OngewijzigdeProducten"),
                of(
                        "TR350",
                        "JW317",
                        "dup Client/Verzoek/OngewijzigdeProducten/OngewijzigdProduct;Client/Verzoek/OngewijzigdeProducten/OngewijzigdProduct[2]/ToewijzingNummer=70003"),
                of("TR351", "JW317", "dup " + CHANGED + ";" + CHANGED + "[2]/ToewijzingNummer=70003"),
                of("TR357", "JW317", CHANGED + "/GewensteIngangsdatum=2026-05-01;" + CHANGED + "/Omvang/Volume=40"),
                of("TR373", "JW317", CHANGED + "/GewensteIngangsdatum=2026-06-01"),
                after(
                        "TR375",
                        "JW317",
                        "",
                        List.of(changedAllocation("-" + PRODUCT + "[1]/Product;-" + PRODUCT + "[1]/Omvang;" + PRODUCT
                                + "[1]/Einddatum=2026-05-31;" + PRODUCT + "[1]/Budget=5;" + PRODUCT
                                + "[2]/Ingangsdatum=2026-12-01")),
                        "TR412",
                        "TR361"),
                after(
                        "TR412",
                        "JW317",
                        "",
                        List.of(changedAllocation("-" + PRODUCT + "[1]/Product/Code;-" + PRODUCT + "[1]/Omvang")),
                        "TR361"),
                of("TR411", "JW317", "-" + CHANGED + "/Omvang"),
                of("TR361", "JW317", NEW + "/Product/Code=45A01"),
                after("TR355", "JW319", "", List.of()),
                after("TR359", "JW319", "", List.of(Stories.request(), granted)),
                after("TR360", "JW319", investigate, List.of(Stories.request(), investigated)),
                after("TR365", "JW319", "", List.of(Stories.request(), rejected)));
    }

    private static List<Case> declarations() {
        String april = "2026-04-01";
        return List.of(
                after(
                        "TR304",
                        "JW323",
                        "",
                        List.of(Stories.allocation(), Stories.march(), Stories.marchApproved()),
                        "TR338"),
                of("TR314", "JW323", LINE + "[1]/ProductReferentie/ReferentieNummer=R050", "TR316"),
                of("TR314", "JW323", EURO_LINE + "/ProductReferentie/ReferentieNummer=R101"),
                after(
                        "TR318",
                        "JW323",
                        "",
                        List.of(
                                Stories.allocation(),
                                Stories.otherAllocation(),
                                Stories.march(),
                                Stories.marchApproved(),
                                Example.of("JW323")
                                        .edit(
                                                ID
                                                        + "=D009;Declaratie/DeclaratieNummer=D202605;Declaratie/DeclaratiePeriode/Begindatum=2026-05-01;"
                                                        + "Declaratie/DeclaratiePeriode/Einddatum=2026-05-31;-" + LINE
                                                        + "[2];" + LINE + "[1]/ProductReferentie/ReferentieNummer=R201;"
                                                        + LINE + "[1]/ProductPeriode/Begindatum=2026-05-01;" + LINE
                                                        + "[1]/ProductPeriode/Einddatum=2026-05-31;-Declaratie/Clienten/Client[2]"))),
                after("TR333", "JW323", "Declaratie/DeclaratieNummer=D202603", Stories.before("JW323")),
                after(
                        "TR338",
                        "JW323",
                        "",
                        List.of(Stories.otherAllocation(), Stories.march(), Stories.marchApproved())),
                of("TR339", "JW323", LINE + "[1]/ProductCategorie=43", "TR381"),
                of("TR340", "JW323", LINE + "[1]/ProductCode=45A04"),
                of("TR341", "JW323", LINE + "[1]/Eenheid=14"),
                after("TR307", "JW323", "", declarationAfter(PRODUCT + "[1]/Ingangsdatum=2026-04-02")),
                after("TR308", "JW323", "", declarationAfter(PRODUCT + "[1]/Einddatum=2026-04-29")),
                of("TR387", "JW323", LINE + "[1]/ProductPeriode/Begindatum=2026-04-02"),
                of("TR388", "JW323", LINE + "[1]/ProductPeriode/Einddatum=2026-04-29"),
                after(
                        "TR384",
                        "JW323",
                        "",
                        declarationAfter(PRODUCT + "[1]/Ingangsdatum=" + april + ";" + PRODUCT + "[1]/Einddatum="
                                + april + ";" + PRODUCT + "[1]/RedenWijziging=13"),
                        "TR308"),
                after(
                        "TR321",
                        "JW323",
                        "",
                        declarationAfter(PRODUCT + "[1]/Omvang/Frequentie=4;" + PRODUCT + "[1]/Omvang/Volume=7")),
                after(
                        "TR322",
                        "JW323",
                        "-" + LINE + "[2];" + TOTAL + "=118000",
                        declarationAfter(PRODUCT + "[1]/Omvang/Volume=9")),
                after(
                        "TR369",
                        "JW323",
                        "",
                        declarationAfter("-" + PRODUCT + "[1]/Omvang;-" + PRODUCT + "[1]/Product/Code;" + PRODUCT
                                + "[1]/Budget=75999")),
                of("TR323", "JW323", LINE + "[2]/ProductReferentie/VorigReferentieNummer=R049"),
                after("TR323", "JW323", "", List.of(Stories.allocation(), Stories.otherAllocation(), Stories.march())),
                after(
                        "TR390",
                        "JW323",
                        ID + "=D002;Declaratie/DeclaratieNummer=D202604B;-" + LINE + "[1];" + LINE
                                + "[1]/ProductReferentie/ReferentieNummer=R105;"
                                + "Declaratie/Clienten/Client[1]/Bsn=999900006;-Declaratie/Clienten/Client[2];" + TOTAL
                                + "=19000;Declaratie/TotaalIngediendBedrag/DebetCredit=C",
                        plus("JW323", Example.of("JW323"))),
                after(
                        "TR389",
                        "JW323",
                        ID + "=D002;Declaratie/DeclaratieNummer=D202604B;-" + LINE + "[2];" + LINE
                                + "[1]/ProductReferentie/ReferentieNummer=R105;" + "-Declaratie/Clienten/Client[2];"
                                + TOTAL + "=76000",
                        plus("JW323", Example.of("JW323"))),
                of("TR346", "JW323", LINE + "[1]/IngediendBedrag/Bedrag=76001;" + TOTAL + "=99001"),
                of(
                        "TR346",
                        "JW323",
                        LINE + "[1]/Eenheid=01;" + LINE + "[1]/GeleverdVolume=61;" + LINE + "[1]/ProductTarief=158;"
                                + LINE + "[1]/IngediendBedrag/Bedrag=9638;" + TOTAL + "=32638"),
                of(
                        "TR418",
                        "JW323",
                        LINE + "[1]/ProductTarief=9600;" + LINE + "[1]/IngediendBedrag/Bedrag=76800;" + TOTAL
                                + "=99800"),
                of("TR381", "JW323", LINE + "[1]/ProductCode=43A01", "TR340"));
    }

    private static List<Case> answers() {
        return List.of(
                after("TR304", "JW325", "DeclaratieAntwoord/Clienten/Client/Bsn=999990019", Stories.before("JW325")),
                of("TR337", "JW325", "Header/DeclaratieIdentificatie/Identificatie=D777"),
                of("TR371", "JW325", "Header/XsdVersieDeclaratie/BerichtXsdVersie=1.0.1"),
                of("TR376", "JW325", "DeclaratieAntwoord/DeclaratieNummer=D202601"),
                of("TR366", "JW325", ANSWER_LINE + "/ProductReferentie/ReferentieNummer=R777"),
                of("TR367", "JW325", ANSWER_LINE + "/ToewijzingNummer=70008"),
                of("TR367", "JW325", ANSWER_LINE + "/ProductPeriode/Einddatum=2026-04-29"));
    }
}
