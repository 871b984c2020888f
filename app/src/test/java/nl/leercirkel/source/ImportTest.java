package nl.leercirkel.source;

import static nl.leercirkel.support.TestDatabase.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.Role;
import nl.leercirkel.source.Import.State;
import nl.leercirkel.source.Imports.Brought;
import nl.leercirkel.source.Imports.Decided;
import nl.leercirkel.source.check.Definition;
import nl.leercirkel.source.check.Field;
import nl.leercirkel.source.check.FieldType;
import nl.leercirkel.source.quality.QualityReport;
import nl.leercirkel.source.quality.QualityReport.Example;
import nl.leercirkel.spreadsheet.FileContent;
import nl.leercirkel.support.IntegrationTest;
import nl.leercirkel.support.TestDatabase;
import nl.leercirkel.support.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From a file to a version, in the database itself. */
@IntegrationTest
class ImportTest {
    private static final Definition DEFINITION = new Definition(List.of(
            Field.of("Gemeente", FieldType.MUNICIPALITY).asKey(),
            Field.of("Jaar", FieldType.PERIOD).asKey(),
            Field.of("Aantal", FieldType.WHOLE)));
    private static final String GOOD = "Gemeente;Jaar;Aantal\n0505;2022;10\n0505;2023;20\n0344;2023;30\n";

    @Autowired
    private Imports imports;

    @Autowired
    private DatasetAdministration datasets;

    @Autowired
    private Mending mending;

    @Autowired
    private SourceUses uses;

    @Autowired
    private Figures figures;

    @Autowired
    private SourceCleaning cleaning;

    @Autowired
    private TestPeople people;

    private ImportWorld world;

    @BeforeEach
    void dataset() {
        Actor analyst = people.actor(people.person(people.authority().authorityId(), Role.ANALYST));
        world = new ImportWorld(analyst, imports, datasets, DEFINITION);
    }

    private static List<String> lines(UUID version) {
        return rows("select array_to_string(cells, ',', '-') from source.line where version_id = '" + version
                + "' order by row_number");
    }

    @Test
    void aFileBecomesTheCurrentVersion() {
        Version version = world.stored("cijfers.csv", TestFiles.text(GOOD));
        assertThat(version.number()).isEqualTo(1);
        assertThat(version.rowsStored()).isEqualTo(3);
        assertThat(version.rowsRefused()).isZero();
        assertThat(lines(version.id())).containsExactly("0505,2022,10", "0505,2023,20", "0344,2023,30");
        assertThat(version.storedBy()).isEqualTo(world.actor.name());
        assertThat(rows("select count(*) from source.import where dataset_id = '" + world.dataset + "'"))
                .containsExactly("0");
        // nothing is left of the file itself
        assertThat(rows("select count(*) from privacy.sealed_file where authority_id = '" + world.actor.authorityId()
                        + "'"))
                .containsExactly("0");
    }

    @Test
    void everyKindOfFileGivesTheSameRows() {
        byte[] xlsx = TestFiles.xlsx(book -> TestFiles.fill(
                book.createSheet("Cijfers"),
                new Object[] {"Gemeente", "Jaar", "Aantal"},
                new Object[] {"0505", 2022, 10},
                new Object[] {505, 2023, 20},
                new Object[] {"Utrecht", 2023, 30}));
        byte[] json = TestFiles.text(
                "[{\"Gemeente\":\"0505\",\"Jaar\":\"2022JJ00\",\"Aantal\":10},{\"Gemeente\":\"GM0505\",\"Jaar\":2023,\"Aantal\":20},{\"Gemeente\":\"0344\",\"Jaar\":2023,\"Aantal\":30}]");
        byte[] ods = TestFiles.ods("<table:table table:name=\"C\">" + odsRow("Gemeente", "Jaar", "Aantal")
                + odsRow("0505", "2022", "10") + odsRow("0505", "2023", "20") + odsRow("0344", "2023", "30")
                + "</table:table>");
        byte[] windows = GOOD.replace("0344", "Súdwest-Fryslân").getBytes(StandardCharsets.ISO_8859_1);
        for (byte[] content : List.of(xlsx, json, ods)) {
            assertThat(lines(world.stored("cijfers", content).id()))
                    .containsExactly("0505,2022,10", "0505,2023,20", "0344,2023,30");
        }
        assertThat(lines(world.stored("cijfers.csv", windows).id())).endsWith("1900,2023,30");
    }

    private static String odsRow(String... cells) {
        StringBuilder row = new StringBuilder("<table:table-row>");
        for (String cell : cells) {
            row.append("<table:table-cell office:value-type=\"string\"><text:p>")
                    .append(cell)
                    .append("</text:p></table:table-cell>");
        }
        return row.append("</table:table-row>").toString();
    }

    @Test
    void oddCharactersComeBackAsTheyWere() {
        ImportWorld texts = new ImportWorld(
                people.actor(people.person(people.authority().authorityId(), Role.ANALYST)),
                imports,
                datasets,
                new Definition(List.of(Field.of("Naam", FieldType.TEXT).asKey(), Field.of("Leeg", FieldType.TEXT))));
        String odd = "\\N {\"a\",b} \\\\ 'c' \t é ' NULL";
        Version version = texts.stored(
                "odd.json",
                TestFiles.text("[{\"Naam\":\""
                        + odd.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", "\\t")
                        + "\\n2\",\"Leeg\":null}]"));
        assertThat(rows("select cells[1] from source.line where version_id = '" + version.id() + "'"))
                .containsExactly(odd + "\n2");
        assertThat(rows("select row_key from source.line where version_id = '" + version.id() + "'"))
                .containsExactly(odd + "\n2");
        assertThat(rows("select cells[2] is null from source.line where version_id = '" + version.id() + "'"))
                .containsExactly("t");
    }

    @Test
    void theSameFileTwiceIsOneVersion() {
        Version first = world.stored("cijfers.csv", TestFiles.text(GOOD));
        assertThat(world.bring("andere naam.csv", TestFiles.text(GOOD)))
                .isInstanceOfSatisfying(
                        Brought.Known.class,
                        known -> assertThat(known.version().id()).isEqualTo(first.id()));
        // who insists gets the same answer at the decision
        Import again = ((Brought.Kept) world.bring(world.actor, "cijfers.csv", TestFiles.text(GOOD), true)).kept();
        world.checked(again);
        assertThat(world.decide(again, true)).isInstanceOf(Decided.Same.class);
        assertThat(rows("select count(*) from source.version where dataset_id = '" + world.dataset + "'"))
                .containsExactly("1");
    }

    @Test
    void twoPeopleAtOnceMakeOneVersionOfOneFile() throws Exception {
        Actor colleague = people.actor(people.person(world.actor.authorityId(), Role.ANALYST));
        Import one = world.checked("cijfers.csv", TestFiles.text(GOOD));
        Import two = world.checked(
                ((Brought.Kept) world.bring(colleague, "cijfers.csv", TestFiles.text(GOOD), false)).kept());
        List<Decided> decided = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Callable<Decided> mine = () -> world.decide(one, true);
            Callable<Decided> theirs =
                    () -> ImportWorld.as(colleague, () -> imports.decide(world.dataset, two.id(), true));
            for (Future<Decided> future : threads.invokeAll(List.of(mine, theirs))) {
                decided.add(future.get());
            }
        }
        assertThat(decided)
                .hasAtLeastOneElementOfType(Decided.Stored.class)
                .hasAtLeastOneElementOfType(Decided.Same.class);
        assertThat(rows("select status || number from source.version where dataset_id = '" + world.dataset + "'"))
                .containsExactly("CURRENT1");
    }

    @Test
    void aDecisionAfterSomebodyElsesAsksAgain() {
        Import mine = world.checked("mijn.csv", TestFiles.text(GOOD.replace("30", "31")));
        world.stored("ander.csv", TestFiles.text(GOOD));
        assertThat(world.decide(mine, true))
                .isInstanceOfSatisfying(
                        Decided.Overtaken.class,
                        overtaken -> assertThat(overtaken.by().number()).isEqualTo(1));
        assertThat(world.current().fileName()).isEqualTo("ander.csv");
        assertThat(world.decide(mine, true)).isEqualTo(new Decided.Stored(2, 3, 0));
        assertThat(world.current().quality().comparison())
                .isEqualTo(new QualityReport.Comparison(1, 2, 1, 0, 0, List.of()));
    }

    @Test
    void allOrNothingStoresNothingWhenARowIsWrong() {
        Version before = world.stored("goed.csv", TestFiles.text(GOOD));
        Import wrong = world.checked("fout.csv", TestFiles.text(GOOD.replace("0344;2023;30", "9999;2023;veel")));
        assertThat(wrong.rowsGood()).isEqualTo(2);
        assertThat(wrong.rowsRefused()).isEqualTo(1);
        assertThat(world.as(() -> imports.refusals(wrong.versionId(), 0, 10))
                        .getFirst()
                        .errors())
                .extracting(Object::toString)
                .satisfiesExactlyInAnyOrder(
                        message -> assertThat(message)
                                .startsWith("regel 4, kolom 1 (Gemeente): Gemeentecode 9999 bestaat niet."),
                        message ->
                                assertThat(message).startsWith("regel 4, kolom 3 (Aantal): \"veel\" is geen getal."));
        assertThat(world.decide(wrong, true)).isInstanceOf(Decided.NotAllGood.class);
        assertThat(world.current().id()).isEqualTo(before.id());
        world.as(() -> {
            imports.discard(wrong);
            return 0;
        });
        assertThat(rows("select status from source.version where dataset_id = '" + world.dataset + "'"))
                .containsExactly("CURRENT");
        assertThat(rows("select count(*) from source.line l where not exists"
                        + " (select from source.version v where v.version_id = l.version_id)"))
                .containsExactly("0");
    }

    @Test
    void refusedRowsAreMendedOneByOneBeforeTheDecision() {
        Import of = world.checked(
                "fout.csv",
                TestFiles.text("Gemeente;Jaar;Aantal\n0505;2022;10\n0505;2023;veel\n0344;2023;y\n0236;2023;5\n"));
        assertThat(of.rowsRefused()).isEqualTo(3);
        assertThat(world.as(() -> mending.mend(
                        of.id(), Map.of(3L, List.of("0505", "2023", "20"), 4L, List.of("0505", "2022", "30")))))
                .isEqualTo(new Mending.Mended(1, 1));
        assertThat(world.as(() -> imports.refusals(of.versionId(), 0, 10))
                        .getFirst()
                        .errors()
                        .getFirst()
                        .toString())
                .isEqualTo(
                        "regel 4: De sleutel van deze rij staat al op rij 2. Wijzig de sleutel, of laat de rij weg.");
        assertThat(world.as(() -> mending.mend(of.id(), Map.of(4L, List.of("0344", "2023", "30")))))
                .isEqualTo(new Mending.Mended(1, 0));
        assertThat(world.decide(of, false)).isEqualTo(new Decided.Stored(1, 3, 1));
        Version version = world.current();
        assertThat(lines(version.id())).containsExactly("0505,2022,10", "0505,2023,20", "0344,2023,30");
        assertThat(version.quality().rows()).isEqualTo(3);
        // what was mended is another content than the file alone
        Import plain = ((Brought.Kept) world.bring(
                        world.actor,
                        "fout.csv",
                        TestFiles.text(
                                "Gemeente;Jaar;Aantal\n0505;2022;10\n0505;2023;veel\n0344;2023;y\n0236;2023;5\n"),
                        true))
                .kept();
        world.checked(plain);
        assertThat(world.decide(plain, false)).isInstanceOf(Decided.Stored.class);
    }

    @Test
    void refusedRowsAreMendedByAFileAndLaterInANewVersion() throws Exception {
        Version first = world.stored(
                "fout.csv", TestFiles.text("Gemeente;Jaar;Aantal\n0505;2022;10\n0505;2023;=1+1\n0344;2023;y\n"));
        assertThat(first.rowsRefused()).isEqualTo(2);
        VersionStore.Reading reading = world.as(() -> datasets.reading(first));
        Import opened = world.as(() -> imports.mend(world.dataset, first, reading.options(), reading.mapping()));
        await().atMost(Duration.ofSeconds(30)).until(() -> world.now(opened).state() == State.CHECKED);
        Import of = world.now(opened);
        assertThat(List.of(of.rowsGood(), of.rowsRefused())).containsExactly(1L, 2L);
        byte[] taken = RefusedRowsFile.of(DEFINITION, world.as(() -> imports.refusals(of.versionId(), 0, 10)));
        String text = new String(taken, StandardCharsets.UTF_8);
        assertThat(text).startsWith("\ufeffRij;Gemeente;Jaar;Aantal;Wat er niet klopt\r\n3;0505;2023;'=1+1;");
        FileContent mended =
                FileContent.of(TestFiles.text(text.replace("'=1+1", "20").replace(";y;", ";30;")));
        assertThat(world.as(() -> mending.mend(of, mended))).isEqualTo(new Mending.Mended(2, 0));
        // a second time these rows are no longer refused
        assertThatThrownBy(() -> world.as(() -> mending.mend(of, mended)))
                .hasMessageContaining("niet (meer) geweigerd");
        assertThat(world.decide(of, true)).isEqualTo(new Decided.Stored(2, 3, 0));
        assertThat(lines(world.current().id())).containsExactly("0505,2022,10", "0505,2023,20", "0344,2023,30");
        assertThat(lines(first.id())).containsExactly("0505,2022,10");
    }

    @Test
    void aFormerVersionCanCountAgain() {
        Version first = world.stored("een.csv", TestFiles.text(GOOD));
        world.stored("twee.csv", TestFiles.text(GOOD.replace("30", "31")));
        world.as(() -> {
            datasets.reinstate(world.dataset, first.id());
            return 0;
        });
        assertThat(world.current().id()).isEqualTo(first.id());
        assertThat(rows("select status from source.version where dataset_id = '" + world.dataset + "' order by number"))
                .containsExactly("CURRENT", "REPLACED");
    }

    @Test
    void duplicateKeysAreAllRefusedWithEachOthersRows() {
        Import of = world.checked(
                "dubbel.csv",
                TestFiles.text("Gemeente;Jaar;Aantal\n0505;2022;10\n0344;2022;1\n0505;2022;11\nGM0505;2022;12\n"));
        assertThat(List.of(of.rowsGood(), of.rowsRefused())).containsExactly(1L, 3L);
        assertThat(world.as(() -> imports.refusals(of.versionId(), 0, 10))
                        .getFirst()
                        .errors()
                        .getFirst()
                        .toString())
                .isEqualTo(
                        "regel 2: De sleutel (Gemeente, Jaar) moet bij één rij horen, maar staat op rij 2, 4, 5. Houd één van deze rijen.");
    }

    @Test
    void whatRefusesTheWholeFileLeavesNothingBehind() {
        // broken off in the last line, after rows were already in the staged version
        String rows = IntStream.range(0, 25_000)
                .mapToObj(i -> "0505;" + (2000 + i % 20) + ";" + i)
                .reduce(
                        new StringBuilder("Gemeente;Jaar;Aantal\n"),
                        (text, row) -> text.append(row).append('\n'),
                        StringBuilder::append)
                .append("0505;20")
                .toString();
        Import of = world.checked(world.kept("afgebroken.csv", TestFiles.text(rows)));
        assertThat(of.state()).isEqualTo(State.REFUSED);
        assertThat(of.message()).contains("afgebroken", "Haal het bestand opnieuw op");
        assertThat(of.versionId()).isNull();
        assertThat(rows("select count(*) from source.version where dataset_id = '" + world.dataset + "'"))
                .containsExactly("0");
        assertThat(world.decide(of, false)).isInstanceOf(Decided.NotReady.class);
    }

    @Test
    void mergedCellsFarDownRefuseTheWholeSheetAfterwards() {
        byte[] book = TestFiles.xlsx(workbook -> {
            var sheet = workbook.createSheet("Cijfers");
            Object[][] rows = new Object[1500][];
            rows[0] = new Object[] {"Gemeente", "Jaar", "Aantal"};
            for (int i = 1; i < rows.length; i++) {
                rows[i] = new Object[] {"0505", 2023, i};
            }
            TestFiles.fill(sheet, rows);
            sheet.addMergedRegion(new org.apache.poi.ss.util.CellRangeAddress(1400, 1401, 1, 1));
        });
        Import of = world.checked(world.kept("blad.xlsx", book));
        assertThat(of.state()).isEqualTo(State.REFUSED);
        assertThat(of.message()).contains("Blad Cijfers", "B1401:B1402");
        assertThat(rows("select count(*) from source.version where dataset_id = '" + world.dataset + "'"))
                .containsExactly("0");
    }

    @Test
    void theQualityReportSaysWhatChangedSinceTheVersionBefore() {
        String header = "Gemeente;Jaar;Aantal\n";
        StringBuilder before = new StringBuilder(header);
        StringBuilder after = new StringBuilder(header);
        for (int i = 0; i < 20; i++) {
            before.append("0505;").append(2000 + i).append(';').append(100 + i).append('\n');
            after.append("0505;")
                    .append(2001 + i)
                    .append(';')
                    .append(i == 9 ? 950 : 101 + i + i % 2)
                    .append('\n');
        }
        world.stored("voor.csv", TestFiles.text(before.toString()));
        Version version = world.stored("na.csv", TestFiles.text(after.toString()));
        QualityReport.Comparison comparison = version.quality().comparison();
        assertThat(comparison.added()).isEqualTo(1);
        assertThat(comparison.removed()).isEqualTo(1);
        assertThat(comparison.same()).isEqualTo(10);
        assertThat(comparison.jumps()).hasSize(1);
        assertThat(comparison.jumps().getFirst().examples()).containsExactly(new Example(11, "van 110 naar 950"));
    }

    @Test
    void orphansAndUnknownCodesAreCounted() {
        Version municipalities = world.stored("cijfers.csv", TestFiles.text(GOOD));
        assertThat(municipalities.number()).isEqualTo(1);
        ImportWorld products = new ImportWorld(
                world.actor,
                imports,
                datasets,
                new Definition(List.of(Field.of("Code", FieldType.TEXT).asKey())));
        products.stored("codes.csv", TestFiles.text("Code\nA1\nA2\n"));
        Field reference = new Field(
                "Product",
                FieldType.TEXT,
                "",
                0,
                false,
                false,
                null,
                null,
                List.of(),
                List.of(),
                "",
                products.dataset,
                "");
        ImportWorld care = new ImportWorld(
                world.actor,
                imports,
                datasets,
                new Definition(List.of(
                        Field.of("Nummer", FieldType.WHOLE).asKey(),
                        reference,
                        Field.of("Gemeente", FieldType.MUNICIPALITY))));
        QualityReport report = care.stored(
                        "zorg.csv",
                        TestFiles.text("Nummer;Product;Gemeente\n1;A1;0505\n2;B9;0505\n3;;0505\n4;A2;9999\n"))
                .quality();
        assertThat(report.orphans().getFirst().rows()).isEqualTo(1);
        assertThat(report.orphans().getFirst().examples()).containsExactly(new Example(3, "B9"));
        assertThat(report.unknownCodes()).hasSize(1);
        assertThat(report.unknownCodes().getFirst().examples()).containsExactly(new Example(5, "9999"));
    }

    /** Figures of before 2019 of the parts of West Betuwe add up to it; see MunicipalitySeries. */
    @Test
    void aFigureKnowsTheVersionItRestsOnAndTheMunicipalitiesOfToday() {
        world.stored(
                "cijfers.csv",
                TestFiles.text(
                        "Gemeente;Jaar;Aantal\n0236;2018;10\n0304;2018;20\n0733;2018;5\n1960;2019;40\n1960;2020;41\n"));
        UUID id = world.as(() -> figures.add(
                datasets.find(world.dataset).orElseThrow(), "Jeugdigen in West Betuwe", "Aantal", List.of("1960")));
        Figure figure = world.as(() -> figures.find(world.dataset, id).orElseThrow());
        Figures.Made.Series made = (Figures.Made.Series) world.as(() -> figures.make(figure));
        assertThat(made.series().periods()).containsExactly("2018", "2019", "2020");
        assertThat(made.series().values("1960"))
                .extracting(value -> value.number().map(BigDecimal::intValue).orElse(-1))
                .containsExactly(35, 40, 41);
        assertThat(world.as(() -> uses.ofDataset(world.dataset)))
                .extracting(SourceUses.Use::title, SourceUses.Use::versionNumber)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Jeugdigen in West Betuwe", 1));
        world.stored("nieuw.csv", TestFiles.text("Gemeente;Jaar;Aantal\n1960;2020;41\n"));
        world.as(() -> figures.make(figure));
        assertThat(world.as(() -> uses.ofDataset(world.dataset)))
                .extracting(SourceUses.Use::versionNumber)
                .containsExactly(2, 1);
    }

    @Test
    void stoppedWorkGoesOnWhereItWas() {
        StringBuilder text = new StringBuilder("Gemeente;Jaar;Aantal\n");
        List<String> codes = List.of("0505", "0344", "0363", "0518", "0599");
        for (int i = 0; i < 5; i++) {
            for (int year = 1900; year < 2100; year++) {
                for (int part = 1; part <= 12; part++) {
                    text.append("%s;%d-%02d;%d%n".formatted(codes.get(i), year, part, i));
                }
            }
        }
        Import of = world.kept("groot.csv", TestFiles.text(text.toString()));
        // as a run that was killed left it: the first 5.000 rows are there
        world.checked(of);
        UUID version = world.now(of).versionId();
        int all = Integer.parseInt(rows("select count(*) from source.line where version_id = '" + version + "'")
                .getFirst());
        TestDatabase.updateAsSuperuser(
                "delete from source.line where version_id = '" + version + "' and row_number > 5001");
        TestDatabase.updateAsSuperuser(
                "delete from source.refused where version_id = '" + version + "' and row_number > 5001");
        TestDatabase.updateAsSuperuser(
                "update source.import set state = 'CHECKING', row_reached = 5001 where import_id = '" + of.id() + "'");
        world.checked(of);
        assertThat(rows("select count(*) from source.line where version_id = '" + version + "'"))
                .containsExactly(Integer.toString(all));
        assertThat(world.now(of).rowsGood()).isEqualTo(all);
        assertThat(world.now(of).rowsGood() + world.now(of).rowsRefused()).isEqualTo(5 * 200 * 12);
    }

    @Test
    void whatNobodyDecidesAboutIsThrownAway() {
        Import of = world.checked("oud.csv", TestFiles.text(GOOD));
        TestDatabase.updateAsSuperuser(
                "update source.import set changed_at = changed_at - interval '8 days' where import_id = '" + of.id()
                        + "'");
        cleaning.run();
        assertThat(rows("select count(*) from source.version where dataset_id = '" + world.dataset + "'"))
                .containsExactly("0");
    }

    @Test
    void whoMayNotManageDatasetsCannotBring() {
        Actor researcher = people.actor(people.person(world.actor.authorityId(), Role.RESEARCHER));
        assertThatThrownBy(() -> world.bring(researcher, "cijfers.csv", TestFiles.text(GOOD), false))
                .isInstanceOf(org.springframework.security.access.AccessDeniedException.class);
        Actor elsewhere = people.actor(people.person(people.authority().authorityId(), Role.ANALYST));
        assertThatThrownBy(() -> world.bring(elsewhere, "cijfers.csv", TestFiles.text(GOOD), false))
                .isInstanceOf(nl.leercirkel.shell.NotFoundException.class);
    }
}
