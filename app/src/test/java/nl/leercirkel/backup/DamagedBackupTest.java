package nl.leercirkel.backup;

import static nl.leercirkel.backup.Databases.contents;
import static nl.leercirkel.backup.Databases.superuser;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import nl.leercirkel.database.DatabaseSettings;
import nl.leercirkel.database.EmbeddedDatabase;
import nl.leercirkel.database.Migrations;
import nl.leercirkel.database.PostgresServer;
import nl.leercirkel.database.SpareDatabase;
import nl.leercirkel.database.UnpackedPrograms;
import nl.leercirkel.security.Sha256;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Files that are damaged, made to do harm, or from another version: refused, with the installation as it was. */
class DamagedBackupTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PARTNERS = "tables/organisation.partner.copy";
    private static final String AUTHORITIES = "tables/organisation.authority.copy";

    @TempDir
    static Path temporary;

    static Path data;
    static PostgresServer server;
    static Path good;
    static Map<String, List<String>> before;

    @BeforeAll
    static void start() throws Exception {
        data = UnpackedPrograms.in(temporary.resolve("data"));
        server = PostgresServer.start(data);
        Migrations.of(server.jdbcUrl(), server.owner()).migrate();
        try (Connection connection = superuser(server)) {
            new GeneratedRows(connection, 11).fill(3);
        }
        good = temporary.resolve("goed.zip");
        assertThat(CommandLine.backup(data, good.toString()).exitCode()).isZero();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void lookFirst() throws SQLException {
        before = contents(server);
    }

    @AfterEach
    void nothingChanged() throws Exception {
        assertThat(contents(server)).isEqualTo(before);
        try (Connection connection = superuser(server)) {
            assertThat(Databases.query(
                            connection, "select datname from pg_database where not datistemplate order by 1"))
                    .containsExactly("leercirkel", "postgres");
        }
        try (var files = Files.list(temporary)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .as("no half file, and no safety copy for a restore that did not happen")
                    .noneMatch(name -> name.endsWith(".tmp") || name.contains("voor-terugzetten"));
        }
    }

    @Test
    void aFileThatIsCutOffAnywhereIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(good);
        for (int part = 0; part < 40; part++) {
            byte[] cut = Arrays.copyOf(whole, whole.length * part / 40);
            assertThat(isRefused(write("afgebroken.zip", cut)))
                    .as("at %d of 40", part)
                    .isTrue();
        }
    }

    @Test
    void anAlteredByteIsNoticedOrMeansNothing() throws IOException {
        byte[] whole = Files.readAllBytes(good);
        String original;
        try (Archive archive = Archive.openChecked(good)) {
            original = new String(archive.manifest().toJson(), StandardCharsets.UTF_8);
        }
        int refused = 0;
        int step = Math.max(1, whole.length / 1500);
        int tried = 0;
        for (int at = 0; at < whole.length; at += step) {
            byte[] altered = whole.clone();
            altered[at] ^= (byte) (1 << (at % 8));
            tried++;
            try (Archive archive = Archive.openChecked(write("veranderd.zip", altered))) {
                // A byte that nobody reads, such as a time in a header: what counts is still the same.
                assertThat(new String(archive.manifest().toJson(), StandardCharsets.UTF_8))
                        .isEqualTo(original);
            } catch (Refusal noticed) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(tried / 2);
    }

    @Test
    void noZipAndAnotherZipAreRefused() throws IOException {
        assertRefused(write("tekst.zip", "geen zip".getBytes(StandardCharsets.UTF_8)), "beschadigd");
        assertRefused(write("leeg.zip", new byte[0]), "beschadigd");
        Path other = temporary.resolve("ander.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(other))) {
            put(zip, "iets.txt", new byte[] {1});
        }
        assertRefused(other, "geen reservekopie");
    }

    @Test
    void entriesThatDoNotBelongAreRefused() throws IOException {
        assertRefused(
                rewritten(entries -> entries.put("../../../tmp/kwaad", new byte[] {1})),
                "unexpected entry ../../../tmp/kwaad");
        assertRefused(
                rewritten(entries -> entries.put("tables/pg_catalog.pg_authid.copy", new byte[] {1})),
                "unexpected entry");
        assertRefused(rewritten(entries -> entries.remove(PARTNERS)), "missing entry " + PARTNERS);
        assertThat(temporary.resolve("../../../tmp/kwaad").normalize()).doesNotExist();
    }

    @Test
    void aBombIsNotReadBeyondTheSizeItClaims() throws IOException {
        Path bomb = temporary.resolve("bom.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
            for (Map.Entry<String, byte[]> entry : entries().entrySet()) {
                if (!entry.getKey().equals(PARTNERS)) {
                    put(zip, entry.getKey(), entry.getValue());
                }
            }
            zip.putNextEntry(new ZipEntry(PARTNERS));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 300; i++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }
        assertRefused(bomb, "is larger than the manifest says");
    }

    @Test
    void aManifestThatClaimsMoreThanTheDiskHoldsIsRefused() throws IOException {
        assertRefused(
                rewritten(entries -> changeManifest(
                        entries, manifest -> table(manifest, "partner").put("bytes", 1L << 60))),
                "the rows of organisation.partner");
    }

    @Test
    void tablesAndColumnsThatAreNotHereAreRefused() throws IOException {
        Consumer<Map<String, byte[]>> otherTable = entries -> {
            entries.put("tables/pg_catalog.pg_authid.copy", entries.remove(PARTNERS));
            changeManifest(
                    entries,
                    manifest -> ((ObjectNode) table(manifest, "partner").get("table"))
                            .put("schema", "pg_catalog")
                            .put("name", "pg_authid"));
        };
        assertRefused(rewritten(otherTable), "een tabel die hier niet hoort: pg_catalog.pg_authid");
        assertRefused(
                rewritten(entries -> changeManifest(entries, manifest -> {
                    ArrayNode columns = (ArrayNode) table(manifest, "partner").get("columns");
                    columns.set(0, "partner_id\") from program 'touch /tmp/kwaad' --");
                })),
                "de kolommen van organisation.partner");
    }

    @Test
    void rowsThatReferToNothingAreRefused() throws IOException {
        // A whole and unharmed file, but with the authorities left out.
        assertRefused(
                rewritten(entries -> replaceRows(entries, "authority", AUTHORITIES, text -> "")),
                "verwijst naar rijen die er niet in staan");
    }

    @Test
    void rowsThatTheTableDoesNotTakeAreRefused() throws IOException {
        assertRefused(
                rewritten(entries -> replaceRows(entries, "partner", PARTNERS, text -> "geen uuid\tx\n")),
                "de database meldt een fout");
    }

    @Test
    void aNewerOrUnknownVersionIsRefused() throws IOException {
        assertRefused(
                rewritten(entries -> changeManifest(
                        entries,
                        manifest -> ((ArrayNode) manifest.get("migrations"))
                                .addObject()
                                .put("version", "29991231.2359")
                                .put("script", "V29991231_2359__later.sql")
                                .put("checksum", 1))),
                "nieuwere Leercirkel");
        assertRefused(
                rewritten(entries -> changeManifest(entries, manifest -> manifest.put("format", 2))),
                "nieuwere Leercirkel");
        assertRefused(
                rewritten(entries -> changeManifest(
                        entries,
                        manifest -> ((ObjectNode) manifest.get("migrations").get(0)).put("checksum", 1))),
                "niet kent");
    }

    @Test
    void aSecondRestoreAtTheSameTimeIsRefused() throws Exception {
        try (EmbeddedDatabase database =
                        EmbeddedDatabase.open(new DatabaseSettings.Embedded(data, OptionalInt.empty()));
                SpareDatabase busy = SpareDatabase.create(database).orElseThrow()) {
            assertThat(busy.url()).contains("leercirkel_new");
            CommandLine result = CommandLine.restore(data, "--vervang", good.toString());
            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.err()).contains("al een reservekopie teruggezet");
        }
    }

    private static void assertRefused(Path file, String because) {
        CommandLine result = CommandLine.restore(data, "--vervang", file.toString());
        assertThat(result.err()).contains(because).doesNotContain("\tat ");
        assertThat(result.exitCode()).isEqualTo(1);
    }

    private static boolean isRefused(Path file) throws IOException {
        try (Archive archive = Archive.openChecked(file)) {
            return archive.manifest() == null;
        } catch (Refusal refused) {
            return true;
        }
    }

    private static Path write(String name, byte[] bytes) throws IOException {
        return Files.write(temporary.resolve(name), bytes);
    }

    private static Map<String, byte[]> entries() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (InputStream in = Files.newInputStream(good);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    private static Path rewritten(Consumer<Map<String, byte[]>> change) throws IOException {
        Map<String, byte[]> entries = entries();
        change.accept(entries);
        Path file = temporary.resolve("herschreven.zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : new ArrayList<>(entries.entrySet())) {
                put(zip, entry.getKey(), entry.getValue());
            }
        }
        return file;
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    private static void changeManifest(Map<String, byte[]> entries, Consumer<ObjectNode> change) {
        ObjectNode manifest = (ObjectNode) JSON.readTree(entries.get("manifest.json"));
        change.accept(manifest);
        entries.put("manifest.json", JSON.writeValueAsBytes(manifest));
    }

    private static ObjectNode table(ObjectNode manifest, String name) {
        for (var content : manifest.get("tables")) {
            if (content.get("table").get("name").asString().equals(name)) {
                return (ObjectNode) content;
            }
        }
        throw new AssertionError("no table " + name);
    }

    /** Other rows with a manifest that agrees with them, as only somebody who means it would make. */
    private static void replaceRows(
            Map<String, byte[]> entries, String name, String entry, UnaryOperator<String> change) {
        String text = change.apply(new String(entries.get(entry), StandardCharsets.UTF_8));
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        entries.put(entry, bytes);
        changeManifest(
                entries,
                manifest -> table(manifest, name)
                        .put("rows", text.lines().count())
                        .put("bytes", bytes.length)
                        .put("sha256", HexFormat.of().formatHex(Sha256.of(bytes))));
    }
}
