package nl.leercirkel.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProjectFormTest {
    private static final TextForm FULL = Samples.form(
            "nummer", "9",
            "naam", "Back on Track",
            "lijn", "zorg",
            "domein", "Jeugd",
            "fase", "Afgerond",
            "periode", "2019..2021",
            "doel", "Gesloten plaatsing voorkomen.\n\n- ambulant",
            "partners.3.naam", "Rubicon",
            "partners.3.rol", "penvoerder",
            "partners.7.naam", "Bijzonder Jeugdwerk",
            "geld.0.bron", "Investeringsplan",
            "geld.0.jaar", "2020 t/m 2021",
            "geld.0.maat", "verwacht",
            "geld.0.bedrag", "ten hoogste 1.250.000,50",
            "geld.0.uit-programma", "ja",
            "geld.0.deel", "0,5",
            "geld.0.van", "2501001",
            "resultaten.0.indicator", "tevreden",
            "resultaten.0.soort", "gemiddelde",
            "resultaten.0.waarde", "ongeveer 7,5",
            "resultaten.0.eenheid", "cijfer 0-10",
            "resultaten.0.peilmoment", "2021-10",
            "resultaten.0.was", "6",
            "resultaten.0.n", "6",
            "resultaten.0.streefwaarde", "8",
            "resultaten.0.referentie", "meer dan 5",
            "resultaten.0.bron", "V2022",
            "besluiten.0.soort", "gecontracteerd",
            "besluiten.0.moment", "2022",
            "besluiten.0.bestemming-soort", "contract",
            "besluiten.0.bestemming", "segment 1 jeugd",
            "besluiten.0.vervolgdatum", "1 oktober 2022",
            "verstoringen.0.wat", "Lockdown",
            "verstoringen.0.periode", "2020-Q2");

    @Test
    void aProjectReadsBackFromItsOwnTexts() {
        ProjectData data = valid(FULL);
        assertThat(data.line()).isEqualTo("Zorg");
        assertThat(data.partners()).extracting(Partnership::name).containsExactly("Rubicon", "Bijzonder Jeugdwerk");
        assertThat(data.partners())
                .extracting(Partnership::role)
                .containsExactly(PartnerRole.LEAD, PartnerRole.PARTNER);
        assertThat(data.funding().getFirst().kind()).isEqualTo(FundingKind.PROGRAMME);
        TextForm texts = ProjectForm.of(data);
        assertThat(valid(texts)).isEqualTo(data);
        assertThat(ProjectForm.of(valid(texts))).isEqualTo(texts);
        assertThat(texts.parts()).isEqualTo(FULL.parts());
    }

    @Test
    void eachErrorIsAtItsFieldAndSaysHowToMendIt() {
        TextForm form = Samples.form(
                "naam", " ",
                "lijn", "Onbekend",
                "periode", "binnenkort",
                "geld.0.bron", "Rijk",
                "geld.0.bedrag", "12.50",
                "geld.1.bedrag", "-5",
                "geld.1.deel", "0,5",
                "resultaten.0.waarde", "3",
                "resultaten.0.n", "2,5",
                "besluiten.0.vervolgdatum", "2022");
        Parsed<ProjectData> parsed = ProjectForm.parse(form, List.of("Zorg"));
        assertThat(parsed).isInstanceOf(Parsed.Invalid.class);
        assertThat(((Parsed.Invalid<ProjectData>) parsed).errors())
                .extracting(FieldError::path)
                .containsExactlyInAnyOrder(
                        "naam",
                        "lijn",
                        "periode",
                        "geld.0.bedrag",
                        "geld.1.bron",
                        "geld.1.bedrag",
                        "geld.1.van",
                        "resultaten.0.indicator",
                        "resultaten.0.n",
                        "besluiten.0.soort",
                        "besluiten.0.vervolgdatum");
        assertThat(((Parsed.Invalid<ProjectData>) parsed).errors())
                .contains(new FieldError("geld.0.bedrag", FieldReader.AMOUNT_HELP));
    }

    @Test
    void blankRowsDoNotCountAndUnknownFieldsDoNotExist() {
        TextForm form = Samples.form(
                "naam", "P", "partners.0.naam", "", "partners.0.rol", "", "partners.1.naam", "A", "hack", "x");
        assertThat(form.values()).doesNotContainKey("hack");
        assertThat(form.withoutBlankRows().rows("partners")).hasSize(1);
        assertThat(form.rows("partners")).hasSize(2);
    }

    @Test
    void rowsAreAddedAndRemovedWithoutTouchingTheOthers() {
        TextForm form = Samples.form("partners.0.naam", "A", "partners.1.naam", "B");
        assertThat(form.withRow("partners").rows("partners")).hasSize(3);
        assertThat(form.withoutRow("partners", 0).rows("partners")).containsExactly(Map.of("naam", "B", "rol", ""));
        assertThat(form.withoutRow("partners", 7)).isEqualTo(form);
        assertThat(form.withoutRow("partners", -1)).isEqualTo(form);
    }

    @Test
    void twoPeopleWhoChangeDifferentFieldsNeedNoChoice() {
        TextForm base = Samples.form("naam", "P", "doel", "oud", "stand", "oud");
        TextForm stored = Samples.form("naam", "P", "doel", "eerste", "stand", "oud", "partners.0.naam", "A");
        TextForm own = Samples.form("naam", "P", "doel", "oud", "stand", "tweede");
        ProjectMerge merge = ProjectMerge.of(base, stored, own);
        assertThat(merge.clashes()).isEmpty();
        assertThat(merge.taken()).containsExactly("doel", "partners");
        assertThat(merge.form().value("doel")).isEqualTo("eerste");
        assertThat(merge.form().value("stand")).isEqualTo("tweede");
        assertThat(merge.form().rows("partners")).hasSize(1);
    }

    @Test
    void twoPeopleWhoChangeTheSameFieldGetBothValues() {
        TextForm base = Samples.form("naam", "P", "doel", "oud");
        TextForm stored = Samples.form("naam", "P", "doel", "eerste");
        TextForm own = Samples.form("naam", "P", "doel", "tweede");
        ProjectMerge merge = ProjectMerge.of(base, stored, own);
        assertThat(merge.clashes()).containsExactly(new ProjectMerge.Clash("doel", "eerste", "tweede"));
        assertThat(merge.form()).isEqualTo(own);
        assertThat(ProjectMerge.of(base, own, own).clashes()).isEmpty();
    }

    private static ProjectData valid(TextForm form) {
        Parsed<ProjectData> parsed = ProjectForm.parse(form, List.of("Toegang", "Zorg"));
        assertThat(parsed).isInstanceOf(Parsed.Valid.class);
        return ((Parsed.Valid<ProjectData>) parsed).value();
    }
}
