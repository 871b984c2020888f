package nl.leercirkel.standards.ijw.rule;

import java.util.List;

/** Per rule of the message's content a change of our example message that breaks it, and nothing else unless said. */
final class ContentRuleCases {
    private static final String PRODUCT = "Client/ToegewezenProducten/ToegewezenProduct";
    private static final String CONTACT = "Client/Contactgegevens/Contact";
    private static final String REQUEST = "Client/AangevraagdeProducten/AangevraagdProduct";
    private static final String CHANGED = "Client/Verzoek/TeWijzigenProducten/TeWijzigenProduct";
    private static final String NEW = "Client/Verzoek/NieuweProducten/NieuwProduct";
    private static final String START = "Client/StartProducten/StartProduct";
    private static final String STOP = "Client/StopProducten/StopProduct";
    private static final String LINE = "Declaratie/Clienten/Client[1]/Prestaties/Prestatie";
    private static final String EURO_LINE = "Declaratie/Clienten/Client[2]/Prestaties/Prestatie";
    private static final String ANSWER = "DeclaratieAntwoord";
    private static final String ANSWER_LINE = "DeclaratieAntwoord/Clienten/Client[1]/Prestaties/Prestatie";

    private ContentRuleCases() {}

    /**
     * A case.
     *
     * @param with rules that cannot but be broken as well
     * @param path where the finding is
     */
    record Case(String rule, String message, String edits, List<String> with, String path) {
        @Override
        public String toString() {
            return rule + " in " + message + ": " + edits;
        }
    }

    private static Case of(String rule, String message, String path, String edits, String... with) {
        return new Case(rule, message, edits, List.of(with), path);
    }

    static List<Case> all() {
        return List.of(
                of("CD005", "JW301", CONTACT + "[1]/Adres/LandCode", "-" + CONTACT + "[1]/Adres/LandCode"),
                of(
                        "CD005",
                        "JW301",
                        "Client/Relaties/Relatie[1]/Contact/Adres/LandCode",
                        "Client/Relaties/Relatie/Contact/Adres/LandCode=BE"),
                of("CD007", "JW301", "Client/Communicatie/Taal", "-Client/Communicatie/Taal"),
                of("CD007", "JW301", "Client/Communicatie/Taal", "Client/Communicatie/Vorm=2"),
                of("CD009", "JW301", CONTACT + "[1]/Periode", CONTACT + "[1]/Periode/Begindatum=2026-01-01"),
                of("CD025", "JW301", CONTACT + "[2]/Adres/Huis", "-" + CONTACT + "[2]/Adres/Huis", "TR006"),
                of(
                        "CD034",
                        "JW301",
                        CONTACT + "[2]/Adres/Postcode",
                        "-" + CONTACT + "[2]/Adres;" + CONTACT + "[2]/Soort=03;-" + CONTACT + "[2]/Periode;" + CONTACT
                                + "[2]/Telefoon/Telefoon01/Telefoonnummer=06123;" + CONTACT
                                + "[2]/Telefoon/Telefoon01/Landnummer=+31"),
                of("CD041", "JW301", PRODUCT + "[1]/Omvang", "-" + PRODUCT + "[1]/Omvang"),
                of("CD041", "JW315", REQUEST + "[1]/Omvang", "-" + REQUEST + "[1]/Omvang"),
                of("CD041", "JW317", NEW + "[1]/Omvang", "-" + NEW + "/Omvang"),
                of("CD043", "JW315", REQUEST + "[1]/BeschikkingIngangsdatum", "-" + REQUEST + "[1]/BeschikkingNummer"),
                of(
                        "CD043",
                        "JW315",
                        REQUEST + "[1]/BeschikkingIngangsdatum",
                        "-" + REQUEST + "[1]/BeschikkingIngangsdatum"),
                of(
                        "CD060",
                        "JW323",
                        LINE + "[2]/ProductReferentie/VorigReferentieNummer",
                        "-" + LINE + "[2]/ProductReferentie/VorigReferentieNummer"),
                of(
                        "CD060",
                        "JW323",
                        LINE + "[1]/ProductReferentie/VorigReferentieNummer",
                        LINE + "[1]/ProductReferentie/VorigReferentieNummer=R001"),
                of(
                        "CD060",
                        "JW325",
                        ANSWER_LINE + "[1]/ProductReferentie/VorigReferentieNummer",
                        ANSWER_LINE + "/ProductReferentie/VorigReferentieNummer=R001"),
                of("CD066", "JW315", REQUEST + "[1]/Verwijzer/Naam", REQUEST + "[1]/Verwijzer/Naam=Huisarts"),
                of("CD067", "JW315", REQUEST + "[1]/Verwijzer/Naam", "-" + REQUEST + "[1]/Verwijzer/ZorgverlenerCode"),
                of(
                        "CD068",
                        "JW315",
                        REQUEST + "[2]/Verwijzer/ZorgverlenerCode",
                        REQUEST + "[2]/Verwijzer/ZorgverlenerCode=01234567"),
                of("CD075", "JW301", PRODUCT + "[2]/Einddatum", "-" + PRODUCT + "[2]/Einddatum"),
                of("CD075", "JW315", REQUEST + "[2]/ToewijzingEinddatum", "-" + REQUEST + "[2]/ToewijzingEinddatum"),
                of(
                        "CD075",
                        "JW317",
                        CHANGED + "[1]/Einddatum",
                        "-" + CHANGED + "/Omvang;-" + CHANGED + "/Einddatum;" + CHANGED + "/Budget=5000"),
                of(
                        "CD076",
                        "JW301",
                        PRODUCT + "[1]/Einddatum",
                        "-" + PRODUCT + "[1]/Einddatum;" + PRODUCT + "[1]/Omvang/Frequentie=2"),
                of("CD076", "JW317", NEW + "[1]/Einddatum", "-" + NEW + "/Einddatum"),
                of("CD077", "JW301", PRODUCT + "[1]/Omvang", PRODUCT + "[1]/Budget=100", "CD078"),
                of("CD078", "JW315", REQUEST + "[1]/Budget", REQUEST + "[1]/Budget=100", "CD077"),
                of("CD078", "JW317", CHANGED + "[1]/Budget", CHANGED + "[1]/Budget=100", "CD077"),
                of(
                        "CD079",
                        "JW315",
                        REQUEST + "[2]/Product",
                        "-" + REQUEST + "[2]/Product;-" + REQUEST + "[2]/Budget;" + REQUEST
                                + "[2]/ToewijzingIngangsdatum=2027-01-01;" + REQUEST
                                + "[2]/ToewijzingEinddatum=2027-02-01"),
                of("CD080", "JW301", PRODUCT + "[1]/Omvang", "-" + PRODUCT + "[1]/Product/Code"),
                of(
                        "CD085",
                        "JW319",
                        "Antwoord/RedenAfwijzingVerzoek",
                        "-Antwoord/RedenAfwijzingVerzoek;-Antwoord/Woonplaatsbeginsel"),
                of(
                        "CD086",
                        "JW319",
                        "Antwoord/RedenAfwijzingVerzoek",
                        "Antwoord/VerzoekAntwoord=2;Antwoord/RedenAfwijzingVerzoek=3;-Antwoord/Woonplaatsbeginsel"),
                of("CD087", "JW323", LINE + "[1]/ProductTarief", "-" + LINE + "[1]/ProductTarief"),
                of(
                        "CD087",
                        "JW323",
                        "Declaratie/Clienten/Client[2]/Prestaties/Prestatie[1]/ProductTarief",
                        EURO_LINE + "/ProductTarief=5"),
                of("CD095", "JW315", REQUEST + "[1]/Omvang", "-" + REQUEST + "[1]/Product/Code"),
                of("CD096", "JW317", NEW + "[1]/Omvang", "-" + NEW + "/Product/Code"),
                of("CS002", "JW301", "Client/Bsn", "Client/Bsn=999900007"),
                of("CS002", "JW305", "Client/Bsn", "Client/Bsn=999900007"),
                of("CS002", "JW307", "Client/Bsn", "Client/Bsn=999900007"),
                of("CS002", "JW315", "Client/Bsn", "Client/Bsn=999900007"),
                of("CS002", "JW317", "Client/Bsn", "Client/Bsn=999900007"),
                of(
                        "CS002",
                        "JW323",
                        "Declaratie/Clienten/Client[2]/Bsn",
                        "Declaratie/Clienten/Client[2]/Bsn=999900019"),
                of("CS002", "JW325", ANSWER + "/Clienten/Client[1]/Bsn", ANSWER + "/Clienten/Client/Bsn=999900019"),
                of("CS003", "JW301", PRODUCT + "[1]/Einddatum", PRODUCT + "[1]/Einddatum=2026-03-09"),
                of("CS003", "JW301", CONTACT + "[2]/Periode/Einddatum", CONTACT + "[2]/Periode/Einddatum=2026-01-31"),
                of(
                        "CS003",
                        "JW315",
                        REQUEST + "[2]/ToewijzingEinddatum",
                        REQUEST + "[2]/ToewijzingEinddatum=2026-03-09"),
                of("CS003", "JW317", CHANGED + "[1]/Einddatum", CHANGED + "/Einddatum=2026-03-09"),
                of("CS003", "JW317", NEW + "[1]/Einddatum", NEW + "/Einddatum=2026-05-31"),
                of("CS050", "JW301", "Client/Naam/NaamGebruik", "Client/Naam/NaamGebruik=2"),
                of(
                        "CS050",
                        "JW301",
                        "Client/Relaties/Relatie[1]/Naam/NaamGebruik",
                        "Client/Relaties/Relatie/Naam/NaamGebruik=6"),
                of("CS058", "JW305", START + "[1]/StatusAanlevering", START + "/StatusAanlevering=2"),
                of("CS058", "JW307", STOP + "[1]/StatusAanlevering", STOP + "/StatusAanlevering=9"),
                of("CS089", "JW301", CONTACT + "[1]/Adres/Postcode", CONTACT + "[1]/Adres/Postcode=3311 AA"),
                of("CS089", "JW301", CONTACT + "[1]/Adres/Postcode", CONTACT + "[1]/Adres/Postcode=0311AA"),
                of(
                        "CS100",
                        "JW323",
                        LINE + "[2]/ProductPeriode/Begindatum",
                        LINE + "[2]/ProductPeriode/Begindatum=2020-12-01;" + LINE
                                + "[2]/ProductPeriode/Einddatum=2020-12-31",
                        "TR335"),
                of(
                        "CS139",
                        "JW301",
                        "Client/Relaties/Relatie[1]/Geboortedatum/DatumGebruik",
                        "Client/Relaties/Relatie/Geboortedatum/Datum=1980-02-01"),
                of("CS139", "JW305", "Client/Geboortedatum/DatumGebruik", "Client/Geboortedatum/DatumGebruik=1"),
                of("CS139", "JW315", "Client/Geboortedatum/DatumGebruik", "Client/Geboortedatum/DatumGebruik=3"),
                of("CS318", "JW301", "Client/Naam/NaamGebruik", "Client/Naam/NaamGebruik=6"),
                of(
                        "CS325",
                        "JW323",
                        LINE + "[2]/IngediendBedrag/DebetCredit",
                        LINE + "[2]/IngediendBedrag/Bedrag=0;Declaratie/TotaalIngediendBedrag/TotaalBedrag=118000"),
                of(
                        "CS325",
                        "JW325",
                        ANSWER + "/TotaalToegekendBedrag/DebetCredit",
                        ANSWER + "/TotaalToegekendBedrag/TotaalBedrag=0;" + ANSWER
                                + "/TotaalToegekendBedrag/DebetCredit=C;" + ANSWER
                                + "/TotaalIngediendBedrag/TotaalBedrag=42000"),
                of("CS335", "JW301", PRODUCT + "[1]/RedenWijziging", PRODUCT + "[1]/RedenWijziging=13"),
                of("CS336", "JW301", PRODUCT + "[1]/RedenWijziging", PRODUCT + "[1]/RedenWijziging=01"),
                of("CS337", "JW323", LINE + "[2]/ProductPeriode", LINE + "[2]/ProductPeriode/Begindatum=2026-02-10"),
                of(
                        "CS338",
                        "JW301",
                        PRODUCT + "[1]/Omvang/Frequentie",
                        PRODUCT + "[1]/Omvang/Eenheid=16;" + PRODUCT + "[1]/Omvang/Frequentie=1"),
                of(
                        "CS338",
                        "JW317",
                        NEW + "[1]/Omvang/Frequentie",
                        NEW + "/Omvang/Eenheid=14;" + NEW + "/Omvang/Frequentie=1"),
                of(
                        "CS339",
                        "JW323",
                        "Declaratie/Clienten/Client[2]/Prestaties/Prestatie[1]/IngediendBedrag/Bedrag",
                        EURO_LINE + "/GeleverdVolume=41999"),
                of(
                        "CS340",
                        "JW323",
                        "Declaratie/DeclaratiePeriode",
                        "Declaratie/DeclaratiePeriode/Begindatum=2026-03-01"),
                of(
                        "CS343",
                        "JW315",
                        REQUEST + "[1]/Omvang/Frequentie",
                        REQUEST + "[1]/Omvang/Eenheid=84;" + REQUEST + "[1]/Omvang/Frequentie=1"),
                of("TR002", "JW301", "Client/Geboortedatum/Datum", "Client/Geboortedatum/Datum=1906-03-01"),
                of("TR002", "JW307", "Client/Geboortedatum/Datum", "Client/Geboortedatum/Datum=1899-12-31"),
                of("TR006", "JW301", "Client/Relaties/Relatie[1]/Contact", "-Client/Relaties/Relatie/Contact/Telefoon"),
                of("TR018", "JW307", STOP + "[1]/Einddatum", STOP + "/Einddatum=2026-03-11"),
                of("TR061", "JW301", "Client/Contactgegevens", "-" + CONTACT + "[1]"),
                of("TR101", "JW301", PRODUCT + "[2]", PRODUCT + "[2]/ToewijzingNummer=70001"),
                of("TR101", "JW301", CONTACT + "[3]", "dup " + CONTACT + "[2]"),
                of("TR101", "JW301", "Client/Relaties/Relatie[2]", "dup Client/Relaties/Relatie"),
                of("TR101", "JW305", START + "[2]", "dup " + START),
                of("TR101", "JW307", STOP + "[2]", "dup " + STOP),
                of(
                        "TR101",
                        "JW317",
                        "Client/Verzoek/OngewijzigdeProducten/OngewijzigdProduct[2]",
                        "dup Client/Verzoek/OngewijzigdeProducten/OngewijzigdProduct"),
                of("TR101", "JW317", CHANGED + "[2]", "dup " + CHANGED),
                of(
                        "TR101",
                        "JW323",
                        LINE + "[2]",
                        LINE + "[2]/ProductReferentie/ReferentieNummer=R101;-" + LINE
                                + "[2]/ProductReferentie/VorigReferentieNummer;" + LINE
                                + "[2]/IngediendBedrag/DebetCredit=D;Declaratie/TotaalIngediendBedrag/TotaalBedrag=137000"),
                of("TR101", "JW323", "Declaratie/Clienten/Client[2]", "Declaratie/Clienten/Client[2]/Bsn=999900006"),
                of(
                        "TR101",
                        "JW325",
                        ANSWER_LINE + "[2]",
                        "dup " + ANSWER_LINE + ";" + ANSWER + "/TotaalToegekendBedrag/TotaalBedrag=15000"),
                of("TR134", "JW301", PRODUCT + "[1]/Toewijzingsdatum", PRODUCT + "[1]/Toewijzingsdatum=2026-03-03"),
                of("TR134", "JW301", "Client/Geboortedatum/Datum", "Client/Geboortedatum/Datum=2026-03-03"),
                of("TR134", "JW305", START + "[1]/Begindatum", START + "/Begindatum=2026-03-17"),
                of("TR134", "JW307", STOP + "[1]/Einddatum", STOP + "/Einddatum=2026-08-04"),
                of(
                        "TR134",
                        "JW323",
                        "Declaratie/DeclaratiePeriode/Begindatum",
                        "Header/BerichtIdentificatie/Dagtekening=2026-03-31",
                        "TR137"),
                of(
                        "TR137",
                        "JW323",
                        LINE + "[2]/ProductPeriode/Einddatum",
                        LINE + "[2]/ProductPeriode/Einddatum=2026-03-09"),
                of(
                        "TR137",
                        "JW325",
                        ANSWER_LINE + "[1]/ProductPeriode/Einddatum",
                        ANSWER_LINE + "/ProductPeriode/Einddatum=2026-03-30"),
                of("TR302", "JW301", PRODUCT + "[2]", PRODUCT + "[2]/Product/Categorie=45"),
                of(
                        "TR315",
                        "JW323",
                        LINE + "[3]/ProductReferentie/VorigReferentieNummer",
                        "dup " + LINE + "[2];" + LINE
                                + "[3]/ProductReferentie/ReferentieNummer=R104;Declaratie/TotaalIngediendBedrag/TotaalBedrag=80000"),
                of(
                        "TR316",
                        "JW323",
                        LINE + "[2]/ProductReferentie/VorigReferentieNummer",
                        LINE + "[2]/ProductReferentie/VorigReferentieNummer=R103"),
                of(
                        "TR319",
                        "JW323",
                        LINE + "[2]/ProductPeriode/Einddatum",
                        LINE + "[2]/ProductPeriode/Begindatum=2026-05-01;" + LINE
                                + "[2]/ProductPeriode/Einddatum=2026-05-02"),
                of(
                        "TR335",
                        "JW323",
                        LINE + "[2]/ProductPeriode/Einddatum",
                        LINE + "[2]/ProductPeriode/Begindatum=2021-04-01;" + LINE
                                + "[2]/ProductPeriode/Einddatum=2021-04-30"),
                of(
                        "TR342",
                        "JW325",
                        ANSWER + "/TotaalToegekendBedrag",
                        ANSWER + "/TotaalToegekendBedrag/TotaalBedrag=57001"),
                of("TR342", "JW325", ANSWER + "/TotaalToegekendBedrag", ANSWER + "/RetourCodes/RetourCode=9333"),
                of(
                        "TR352",
                        "JW317",
                        "Client/Verzoek",
                        "-Client/Verzoek/OngewijzigdeProducten;-Client/Verzoek/TeWijzigenProducten"),
                of(
                        "TR353",
                        "JW317",
                        "Client/Verzoek",
                        "-Client/Verzoek/NieuweProducten;-Client/Verzoek/TeWijzigenProducten"),
                of(
                        "TR358",
                        "JW323",
                        "Declaratie/TotaalIngediendBedrag",
                        "Declaratie/TotaalIngediendBedrag/TotaalBedrag=99001"),
                of(
                        "TR358",
                        "JW323",
                        "Declaratie/TotaalIngediendBedrag",
                        "Declaratie/TotaalIngediendBedrag/DebetCredit=C"),
                of("TR377", "JW319", "Antwoord/Woonplaatsbeginsel", "-Antwoord/Woonplaatsbeginsel"),
                of("TR380", "JW317", NEW + "[1]/GewensteIngangsdatum", NEW + "/GewensteIngangsdatum=2026-05-11"),
                of(
                        "TR383",
                        "JW315",
                        REQUEST + "[2]/ReferentieAanbieder",
                        REQUEST + "[2]/ReferentieAanbieder=REF-A1",
                        "TR101"),
                of("TR386", "JW315", REQUEST + "[2]", REQUEST + "[2]/Product/Categorie=45"),
                of("TR409", "JW319", "Antwoord/Woonplaatsbeginsel", "Antwoord/RedenAfwijzingVerzoek=5"),
                of("TR410", "JW317", NEW + "[2]", "dup " + NEW + ";" + NEW + "[2]/GewensteIngangsdatum=2026-11-30"),
                of(
                        "TR416",
                        "JW323",
                        LINE + "[2]",
                        "dup " + LINE + "[1];" + LINE
                                + "[2]/ProductReferentie/ReferentieNummer=R104;Declaratie/TotaalIngediendBedrag/TotaalBedrag=175000"));
    }
}
