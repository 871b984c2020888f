package nl.leercirkel.organisation;

import java.util.Arrays;
import java.util.Optional;

/** What kind of organisation a partner is. */
public enum PartnerKind {
    PROVIDER("aanbieder"),
    DISTRICT_TEAM("wijkteam of lokaal team"),
    WELFARE("welzijn"),
    SCHOOL("school of onderwijs"),
    CHILDCARE("kinderopvang"),
    GP_GROUP("huisartsengroep"),
    CLIENT_SUPPORT("cliëntondersteuning"),
    CLIENTS("cliënten of ouders"),
    HOUSING_CORPORATION("woningcorporatie"),
    FOUNDATION("stichting"),
    MUNICIPALITY("gemeente of gemeentelijke dienst"),
    STATE("rijk"),
    INSURER("verzekeraar"),
    JUSTICE("veiligheid en justitie"),
    RESEARCH("onderzoek of advies"),
    OTHER("andere organisatie");

    private final String term;

    PartnerKind(String term) {
        this.term = term;
    }

    /** The Dutch word, as files write it. */
    public String term() {
        return term;
    }

    /** Key of the name in the message bundles. */
    public String labelKey() {
        return "partner.kind." + name();
    }

    public static Optional<PartnerKind> parse(String text) {
        return Arrays.stream(values())
                .filter(kind -> kind.term.equalsIgnoreCase(text.strip()))
                .findFirst();
    }
}
