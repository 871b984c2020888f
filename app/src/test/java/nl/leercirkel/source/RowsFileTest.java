package nl.leercirkel.source;

import static nl.leercirkel.support.TestDatabase.rows;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import nl.leercirkel.security.Role;
import nl.leercirkel.source.check.Definition;
import nl.leercirkel.source.check.Field;
import nl.leercirkel.source.check.FieldType;
import nl.leercirkel.support.Browser;
import nl.leercirkel.support.IntegrationTest;
import nl.leercirkel.support.TestPeople;
import nl.leercirkel.support.TestPeople.TestPerson;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rows of a version to take along: what was brought comes out, and only for whom it is. */
@IntegrationTest
class RowsFileTest {
    private static final Definition DEFINITION = new Definition(List.of(
            Field.of("Gemeente", FieldType.MUNICIPALITY).asKey(),
            Field.of("Jaar", FieldType.PERIOD).asKey(),
            new Field("Uren", FieldType.NUMBER, "uur", 2, false, false, null, null, List.of(), List.of(), "", null, ""),
            Field.of("Opmerking", FieldType.TEXT)));

    @LocalServerPort
    private int port;

    @Autowired
    private Imports imports;

    @Autowired
    private DatasetAdministration datasets;

    @Autowired
    private TestPeople people;

    private static List<String> lines(UUID version) {
        return rows("select array_to_string(cells, '|', '-') from source.line where version_id = '" + version
                + "' order by row_number");
    }

    private Browser browser(TestPerson person) {
        Browser browser = new Browser(port);
        browser.signIn(person.email(), TestPeople.PASSWORD);
        return browser;
    }

    @Test
    void rowsOfTheCurrentAndOfAFormerVersionComeOutAsTheyWentIn() {
        TestPerson analyst = people.person(people.authority().authorityId(), Role.ANALYST);
        TestPerson researcher = people.person(analyst.authorityId(), Role.RESEARCHER);
        ImportWorld world = new ImportWorld(people.actor(analyst), imports, datasets, DEFINITION);
        Version former = world.stored("eerst.csv", TestFiles.text("Gemeente;Jaar;Uren;Opmerking\n0505;2022;1;a\n"));
        // More rows than are read at a time, with a number, an empty cell, and text that a spreadsheet would run.
        Version current = world.stored(
                "later.csv",
                TestFiles.text("Gemeente;Jaar;Uren;Opmerking\n0505;2022;-12,5;\"x;y\"\n0344;2022;;tekst\n"));
        rows("update source.line set cells[4] = '=1+1' where version_id = '" + current.id()
                + "' and cells[1] = '0344'");
        rows("insert into source.line (authority_id, version_id, row_number, cells) select '" + analyst.authorityId()
                + "', '" + current.id()
                + "', 100 + n, array['0363', '2023', n::text, null] from generate_series(1, 2500) n");

        Browser browser = browser(researcher);
        String name = datasetName(world);
        String csv = browser.get(current.path() + "/rijen.csv").body();
        assertThat(csv)
                .startsWith("\ufeffBron: CBS, Jeugdzorg in cijfers, versie 2 van ")
                .contains(
                        ", licentie CC BY 4.0\r\nEenheden: Uren in uur\r\nGemeente;Jaar;Uren;Opmerking\r\n0505;2022;-12,5;\"x;y\"\r\n"
                                + "0344;2022;;'=1+1\r\n0363;2023;1;\r\n")
                .endsWith("0363;2023;2500;\r\n");
        assertThat(csv.lines()).hasSize(3 + 2 + 2_500);
        JsonNode json = JsonMapper.builder()
                .build()
                .readTree(browser.get(current.path() + "/rijen.json").body());
        assertThat(json.get("bron").asString()).isEqualTo(name);
        assertThat(json.get("versie").asInt()).isEqualTo(2);
        assertThat(json.get("velden").get(2).toString())
                .isEqualTo("{\"naam\":\"Uren\",\"soort\":\"getal\",\"eenheid\":\"uur\",\"sleutel\":false}");
        assertThat(json.get("rijen").size()).isEqualTo(2_502);
        assertThat(json.get("rijen").get(0).toString())
                .isEqualTo("{\"Gemeente\":\"0505\",\"Jaar\":\"2022\",\"Uren\":-12.5,\"Opmerking\":\"x;y\"}");
        assertThat(json.get("rijen").get(1).toString())
                .isEqualTo("{\"Gemeente\":\"0344\",\"Jaar\":\"2022\",\"Uren\":null,\"Opmerking\":\"=1+1\"}");
        String before = browser.get(former.path() + "/rijen.csv").body();
        assertThat(before).contains("versie 1 van").endsWith("Opmerking\r\n0505;2022;1;a\r\n");
        assertThat(rows(
                        "select action || ' ' || outcome || ' ' || status from audit.entry where subject = 'dataset rows'"
                                + " and account_id = '" + researcher.accountId() + "'"))
                .containsExactly("EXPORT SUCCEEDED 200", "EXPORT SUCCEEDED 200", "EXPORT SUCCEEDED 200");
        assertThat(browser.get(former.path()).body()).contains(former.path() + "/rijen.json");

        // Brought back, the file is read as it is: the lines above the names are no rows.
        Version back = world.stored("terug.csv", before.getBytes(StandardCharsets.UTF_8));
        assertThat(lines(back.id())).isEqualTo(lines(former.id())).containsExactly("0505|2022|1|a");

        rowsAboutSinglePeopleAreOnlyForWhoLooksAfterDatasets(former, browser, browser(analyst));
    }

    /** With rows that are there already: a file takes seconds to come in. */
    private void rowsAboutSinglePeopleAreOnlyForWhoLooksAfterDatasets(
            Version version, Browser researcher, Browser manager) {
        // Until numbers can be exchanged while a file is read, a version with such a field comes about like this.
        rows(
                "update source.version set definition = jsonb_set(definition, '{fields,3,type}', '\"BSN\"') where version_id = '"
                        + version.id() + "'");
        for (String file : List.of("/rijen.csv", "/rijen.json")) {
            var refused = researcher.get(version.path() + file);
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).doesNotContain("0505;2022");
            assertThat(manager.get(version.path() + file).statusCode()).isEqualTo(200);
        }
        assertThat(researcher.get(version.path()).body()).doesNotContain("/rijen.csv");
        Browser elsewhere = browser(people.person(people.authority().authorityId(), Role.ANALYST));
        assertThat(elsewhere.get(version.path() + "/rijen.csv").statusCode()).isEqualTo(404);
    }

    private static String datasetName(ImportWorld world) {
        return rows("select name from source.dataset where dataset_id = '" + world.dataset + "'")
                .getFirst();
    }
}
