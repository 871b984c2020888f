package nl.leercirkel.portfolio;

import static nl.leercirkel.portfolio.FormView.Kind.AMOUNT;
import static nl.leercirkel.portfolio.FormView.Kind.CHECKBOX;
import static nl.leercirkel.portfolio.FormView.Kind.CHOICE;
import static nl.leercirkel.portfolio.FormView.Kind.CHOICES;
import static nl.leercirkel.portfolio.FormView.Kind.DATE;
import static nl.leercirkel.portfolio.FormView.Kind.HIDDEN;
import static nl.leercirkel.portfolio.FormView.Kind.LONG;
import static nl.leercirkel.portfolio.FormView.Kind.MUNICIPALITY;
import static nl.leercirkel.portfolio.FormView.Kind.PARTNER;
import static nl.leercirkel.portfolio.FormView.Kind.PROJECT;
import static nl.leercirkel.portfolio.FormView.Kind.SHORT;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.leercirkel.portfolio.FormView.Design;
import nl.leercirkel.portfolio.FormView.Kind;
import nl.leercirkel.portfolio.FormView.Option;

/** How the forms of a project and of a programme look. */
final class FormDesigns {
    private FormDesigns() {}

    static Design project(ProgrammeFrame frame, List<String> otherCriteria) {
        Map<String, Kind> kinds = new HashMap<>();
        kinds.put("nummer", SHORT);
        for (String longText : List.of(
                "doel",
                "doelgroep",
                "omschrijving",
                "onderbouwing",
                "eindproduct",
                "monitoring",
                "stand",
                "borging",
                "lessen",
                "opmerking",
                "gebieden.toelichting",
                "effecten.toelichting",
                "criterialessen.les",
                "relaties.toelichting")) {
            kinds.put(longText, LONG);
        }
        for (String choice : List.of(
                "lijn",
                "fase",
                "leercirkel",
                "criterialessen.criterium",
                "relaties.soort",
                "partners.rol",
                "geld.soort",
                "geld.maat",
                "resultaten.soort",
                "besluiten.soort",
                "besluiten.bestemming-soort")) {
            kinds.put(choice, CHOICE);
        }
        kinds.put(PlanForm.ACTION_LINES, CHOICES);
        kinds.put("partners.naam", PARTNER);
        kinds.put("gebieden.naam", MUNICIPALITY);
        kinds.put("relaties.project", PROJECT);
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
        Map<String, List<Option>> options = new HashMap<>();
        options.put(
                "lijn",
                frame.lines().stream().map(line -> new Option(line, line)).toList());
        options.put(
                PlanForm.ACTION_LINES,
                frame.actionLines().stream()
                        .map(line -> new Option(String.valueOf(line.number()), line.format()))
                        .toList());
        options.put(
                "criterialessen.criterium",
                Stream.concat(frame.criteria().stream(), otherCriteria.stream())
                        .distinct()
                        .map(criterion -> new Option(criterion, criterion))
                        .toList());
        options.put("fase", FormView.options(ProjectState.class));
        options.put("leercirkel", FormView.options(LearningStep.class));
        options.put("partners.rol", FormView.options(PartnerRole.class));
        options.put("geld.soort", FormView.options(FundingKind.class));
        options.put("geld.maat", FormView.options(FundingMeasure.class));
        options.put("resultaten.soort", FormView.options(Statistic.class));
        options.put("besluiten.soort", FormView.options(DecisionKind.class));
        options.put("besluiten.bestemming-soort", FormView.options(Destination.class));
        options.put("relaties.soort", FormView.options(RelationKind.class));
        return new Design(
                ProjectForm.SHAPE,
                kinds,
                options,
                Set.of(
                        "naam",
                        "gebieden.naam",
                        "effecten.effect",
                        "criterialessen.criterium",
                        "criterialessen.les",
                        "relaties.soort",
                        "relaties.project",
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
        kinds.put("fondsen.totaal", AMOUNT);
        kinds.put("fondsen.in-budget", CHECKBOX);
        kinds.put("fondsen.toelichting", LONG);
        kinds.put("bijdragen.bedrag", AMOUNT);
        kinds.put("actielijnen.nummer", SHORT);
        kinds.put("toetspunten.antwoord", CHOICE);
        kinds.put("toetspunten.toelichting", LONG);
        return new Design(
                ProgrammeForm.SHAPE,
                kinds,
                Map.of("toetspunten.antwoord", List.of(new Option("ja", "Ja"), new Option("nee", "Nee"))),
                Set.of(
                        "naam",
                        "lijnen.naam",
                        "fondsen.naam",
                        "actielijnen.nummer",
                        "actielijnen.tekst",
                        "toetspunten.punt"));
    }
}
