package nl.leercirkel.call;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The questions that any call can ask; Leercirkel knows where their answers belong in a project. */
public enum StandardField {
    NAME("naam", FieldKind.LINE, "Naam van het project", "Kort en herkenbaar."),
    PERIOD("periode", FieldKind.PERIOD, "Periode", "Bijvoorbeeld 2019 t/m 2021, vanaf juli 2020 of 1e helft 2021."),
    GOAL("doel", FieldKind.TEXT, "Doel", "Wat wilt u bereiken, en voor wie wordt het beter?"),
    TARGET_GROUP("doelgroep", FieldKind.TEXT, "Doelgroep", "Om wie gaat het en om hoeveel mensen?"),
    THEORY(
            "onderbouwing",
            FieldKind.TEXT,
            "Theoretische onderbouwing",
            "Waarom verwacht u dat dit werkt? Noem onderzoek of ervaring elders."),
    AREA("gebied", FieldKind.TEXT, "Gebied", "In welke gemeenten, wijken of regio?"),
    APPROACH("aanpak", FieldKind.TEXT, "Aanpak", "Wat gaat u doen?"),
    PARTNERS(
            "partners",
            FieldKind.PARTNERS,
            "Partners",
            "Alle organisaties die meedoen, uw eigen organisatie ook. Eén daarvan is penvoerder."),
    BUSINESS_CASE(
            "businesscase",
            FieldKind.TEXT,
            "Businesscase",
            "Wat kost het, wat levert het op, en wie heeft daar voordeel van?"),
    MONEY(
            "geld",
            FieldKind.MONEY,
            "Geld per bron en jaar",
            "Een regel per bron en jaar. Kies “programmabudget” voor wat u bij deze uitvraag vraagt."),
    EFFECTS(
            "effecten",
            FieldKind.EFFECTS,
            "Beoogde effecten",
            "Wat verandert er meetbaar? Geef de streefwaarde en, als u die kent, de nulmeting."),
    MONITORING("monitoring", FieldKind.TEXT, "Hoe u het volgt", "Wat meet u, wanneer, en bij wie?"),
    END_PRODUCT("eindproduct", FieldKind.TEXT, "Eindproduct", "Wat ligt er als het project klaar is?"),
    ACTION_LINES("actielijnen", FieldKind.CHOICES, "Actielijnen", "Aan welke actielijnen draagt het project bij?"),
    CHAIN(
            "plaats-in-de-keten",
            FieldKind.CHOICE,
            "Plaats in de leercirkel",
            "Bij welke stap van de leercirkel begint het project?");

    /** The action lines of the national programme Zorg voor de Jeugd (2018), in our words. */
    static final List<String> NATIONAL_ACTION_LINES = List.of(
            "1. Betere toegang tot jeugdhulp voor kinderen en gezinnen",
            "2. Meer kinderen zo thuis mogelijk laten opgroeien",
            "3. Alle kinderen de kans geven zich te ontwikkelen",
            "4. Kwetsbare jongeren op weg helpen zelfstandig te worden",
            "5. Jeugdigen beter beschermen als hun ontwikkeling gevaar loopt",
            "6. Investeren in vakmanschap");

    static final List<String> CHAIN_STEPS = List.of(
            "Signaleren: gegevens laten zien waar het knelt",
            "Verkennen: een aanpak en de manier van volgen uitwerken",
            "Pilot: uitvoeren en volgen",
            "Borgen: een goed resultaat verspreiden en inkopen",
            "Blijven volgen: daalt de vraag, groeit het welzijn?");

    private final String key;
    private final FieldKind kind;
    private final String label;
    private final String explanation;

    StandardField(String key, FieldKind kind, String label, String explanation) {
        this.key = key;
        this.kind = kind;
        this.label = label;
        this.explanation = explanation;
    }

    public String key() {
        return key;
    }

    public FieldKind kind() {
        return kind;
    }

    public String label() {
        return label;
    }

    /** The question as a call asks it unless the manager words it otherwise. */
    public FormField question(boolean required) {
        List<String> options = switch (this) {
            case ACTION_LINES -> NATIONAL_ACTION_LINES;
            case CHAIN -> CHAIN_STEPS;
            case NAME,
                    PERIOD,
                    GOAL,
                    TARGET_GROUP,
                    THEORY,
                    AREA,
                    APPROACH,
                    PARTNERS,
                    BUSINESS_CASE,
                    MONEY,
                    EFFECTS,
                    MONITORING,
                    END_PRODUCT -> List.of();
        };
        return new FormField(key, kind, label, explanation, required, options);
    }

    public static Optional<StandardField> of(String key) {
        return Arrays.stream(values()).filter(field -> field.key.equals(key)).findFirst();
    }
}
