package nl.leercirkel.portfolio;

import static nl.leercirkel.portfolio.FormView.Kind.AMOUNT;
import static nl.leercirkel.portfolio.FormView.Kind.CHECKBOX;
import static nl.leercirkel.portfolio.FormView.Kind.CHOICE;
import static nl.leercirkel.portfolio.FormView.Kind.DATE;
import static nl.leercirkel.portfolio.FormView.Kind.HIDDEN;
import static nl.leercirkel.portfolio.FormView.Kind.LONG;
import static nl.leercirkel.portfolio.FormView.Kind.PARTNER;
import static nl.leercirkel.portfolio.FormView.Kind.SHORT;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.leercirkel.portfolio.FormView.Design;
import nl.leercirkel.portfolio.FormView.Kind;
import nl.leercirkel.portfolio.FormView.Option;

/** How the forms of a project and of a programme look. */
final class FormDesigns {
    private FormDesigns() {}

    static Design project(List<String> lines) {
        Map<String, Kind> kinds = new HashMap<>();
        kinds.put("nummer", SHORT);
        for (String longText :
                List.of("doel", "doelgroep", "omschrijving", "stand", "borging", "lessen", "opmerking")) {
            kinds.put(longText, LONG);
        }
        for (String choice : List.of(
                "lijn",
                "fase",
                "partners.rol",
                "geld.soort",
                "geld.maat",
                "resultaten.soort",
                "besluiten.soort",
                "besluiten.bestemming-soort")) {
            kinds.put(choice, CHOICE);
        }
        kinds.put("partners.naam", PARTNER);
        kinds.put("geld.bedrag", AMOUNT);
        kinds.put("geld.van", AMOUNT);
        kinds.put("geld.uit-programma", CHECKBOX);
        kinds.put("geld.toelichting", LONG);
        for (String shortText : List.of("geld.deel", "resultaten.was", "resultaten.van", "resultaten.n")) {
            kinds.put(shortText, SHORT);
        }
        kinds.put("resultaten.toelichting", LONG);
        kinds.put("besluiten.reden", LONG);
        kinds.put("besluiten.hoe", LONG);
        kinds.put("besluiten.vervolgdatum", DATE);
        kinds.put("besluiten.afgehandeld", DATE);
        kinds.put("verstoringen.gevolg", LONG);
        Map<String, List<Option>> options = Map.of(
                "lijn", lines.stream().map(line -> new Option(line, line)).toList(),
                "fase", FormView.options(ProjectState.class),
                "partners.rol", FormView.options(PartnerRole.class),
                "geld.soort", FormView.options(FundingKind.class),
                "geld.maat", FormView.options(FundingMeasure.class),
                "resultaten.soort", FormView.options(Statistic.class),
                "besluiten.soort", FormView.options(DecisionKind.class),
                "besluiten.bestemming-soort", FormView.options(Destination.class));
        return new Design(
                ProjectForm.SHAPE,
                kinds,
                options,
                Set.of(
                        "naam",
                        "partners.naam",
                        "geld.bron",
                        "resultaten.indicator",
                        "besluiten.soort",
                        "verstoringen.wat"));
    }

    static Design programme() {
        Map<String, Kind> kinds = new HashMap<>();
        kinds.put("budget", AMOUNT);
        for (String longText : List.of("omschrijving", "financiering", "criteria", "vragen", "lessen")) {
            kinds.put(longText, LONG);
        }
        kinds.put("lijnen.id", HIDDEN);
        kinds.put("lijnen.budget", AMOUNT);
        return new Design(ProgrammeForm.SHAPE, kinds, Map.of(), Set.of("naam", "lijnen.naam"));
    }
}
