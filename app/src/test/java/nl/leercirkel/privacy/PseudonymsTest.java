package nl.leercirkel.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.security.Role;
import nl.leercirkel.security.Sha256;
import nl.leercirkel.support.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

/** Pseudonyms, keys and linkings on a database of their own, with a key file of their own. */
class PseudonymsTest {
    private static final Purpose YOUTH = new Purpose("doel-een", "Eerste doel", "artikel 1", BirthPrecision.YEAR);
    private static final Purpose ADULT = new Purpose("doel-twee", "Tweede doel", "artikel 2", BirthPrecision.YEAR);
    private static final String ANNE = "999900006";
    private static final String BRAM = "999900018";
    private static final String CARLA = "999990019";
    private static final String NOBODY = "999999999";

    @TempDir
    static Path folder;

    private static HikariDataSource database;

    private final Actor administrator = actor(Role.ADMINISTRATOR);
    private Path keyFile = folder;
    private PrivacyParts parts = new PrivacyParts(database, Map.of());
    private final Map<UUID, byte[]> fingerprints = new java.util.HashMap<>();

    @BeforeAll
    static void ownDatabase() {
        HikariConfig config = TestDatabase.migratedDatabase("privacy_test");
        config.setMaximumPoolSize(4);
        database = new HikariDataSource(config);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void freshInstallation() throws Exception {
        try (var connection = TestDatabase.superuserOf("privacy_test");
                var statement = connection.createStatement()) {
            statement.execute(
                    "truncate privacy.key_version, privacy.pseudonym, privacy.linked_pair, privacy.linking, privacy.sealed_file cascade");
        }
        keyFile = Files.createTempDirectory(folder, "installatie").resolve("sleutels.properties");
        parts = parts();
    }

    private PrivacyParts parts() {
        return new PrivacyParts(
                database,
                PrivacyParts.keysIn(keyFile),
                renewal -> fingerprints.replaceAll((authority, code) -> renewal.of(authority, code)));
    }

    private static Actor actor(Role role) {
        return new Actor(UUID.randomUUID(), "Jo Test", UUID.randomUUID(), Set.of(role), null, false);
    }

    private <T> T as(Actor actor, Supplier<T> work) {
        return ActorContext.<T, RuntimeException>callAs(
                actor, () -> new TransactionTemplate(parts.transactions).execute(status -> work.get()));
    }

    private UUID person(Actor actor, Purpose purpose, String number, String occurrence) {
        return as(actor, () -> {
            Pseudonyms.Reading reading = parts.pseudonyms.open(purpose);
            String code = reading.code(number, occurrence);
            return reading.persons().get(code);
        });
    }

    @Test
    void aPersonIsTheSameWithinAPurposeAndAnotherElsewhere() {
        UUID anne = person(administrator, YOUTH, ANNE, "m1|0");
        assertThat(person(administrator, YOUTH, ANNE, "m2|5")).isEqualTo(anne);
        assertThat(person(administrator, YOUTH, BRAM, "m1|0")).isNotEqualTo(anne);
        assertThat(person(administrator, ADULT, ANNE, "m1|0")).isNotEqualTo(anne);
        assertThat(person(actor(Role.ADMINISTRATOR), YOUTH, ANNE, "m1|0")).isNotEqualTo(anne);
    }

    @Test
    void aNumberOfNobodyNeverLinksTwoPeople() {
        for (String number : List.of(NOBODY, "999900007", "000000000")) {
            UUID one = person(administrator, YOUTH, number, "m1|0");
            assertThat(person(administrator, YOUTH, number, "m1|1")).isNotEqualTo(one);
            assertThat(person(administrator, YOUTH, number, "m2|0")).isNotEqualTo(one);
            // The same place read again is the same person: a file read twice gives the same facts.
            assertThat(person(administrator, YOUTH, number, "m1|0")).isEqualTo(one);
        }
        assertThat(as(
                        administrator,
                        () -> parts.sql
                                .fetch("select distinct linkable from privacy.pseudonym")
                                .getValues(0, Boolean.class)))
                .containsExactly(false);
    }

    @Test
    void manyAtOnceAreAllThereAndTheSameAfterwards() {
        List<UUID> first = many();
        assertThat(first).hasSize(3).doesNotContainNull().doesNotHaveDuplicates();
        assertThat(many()).isEqualTo(first);
    }

    private List<UUID> many() {
        return as(administrator, () -> {
            Pseudonyms.Reading reading = parts.pseudonyms.open(YOUTH);
            List<String> codes = new ArrayList<>();
            for (String number : List.of(ANNE, BRAM, CARLA, ANNE)) {
                codes.add(reading.code(number, "m|" + codes.size()));
            }
            Map<String, UUID> persons = reading.persons();
            return codes.stream().map(persons::get).distinct().toList();
        });
    }

    @Test
    void aNewKeyKeepsWhoIsWhoAndMakesTheOldKeysUseless() throws Exception {
        UUID anne = person(administrator, YOUTH, ANNE, "m|0");
        UUID nobody = person(administrator, YOUTH, NOBODY, "m|1");
        List<byte[]> before = codes();
        UUID file = as(administrator, () -> write("inhoud"));
        fingerprints.put(administrator.authorityId(), new byte[] {1, 2, 3});
        Path old = Files.copy(keyFile, folder.resolve("oude-sleutels-" + UUID.randomUUID()));

        assertThat(parts.rotation.rotate(done -> {})).isEqualTo(2);

        assertThat(person(administrator, YOUTH, ANNE, "m9|9")).isEqualTo(anne);
        assertThat(person(administrator, YOUTH, NOBODY, "m|1")).isEqualTo(nobody);
        assertThat(codes()).hasSize(2).doesNotContainAnyElementsOf(before);
        assertThat(read(file)).isEqualTo("inhoud");
        assertThat(fingerprints.get(administrator.authorityId())).isNotEqualTo(new byte[] {1, 2, 3});
        // Who stole the first key file and copies the database after the change recognises nobody.
        KeyRing stolen = new KeyRing(new KeyStore.KeyFile(old).read().orElseThrow());
        byte[] guess = KeyRing.mac(
                stolen.key(1, Pseudonyms.CODE, administrator.authorityId(), YOUTH.key()),
                stolen.chain(
                        Pseudonyms.BASE, administrator.authorityId(), "", ANNE.getBytes(StandardCharsets.US_ASCII), 0));
        assertThat(before).anyMatch(code -> java.util.Arrays.equals(code, guess));
        assertThat(codes()).noneMatch(code -> java.util.Arrays.equals(code, guess));
        for (byte[] sealed : column("sealed")) {
            assertThatThrownBy(() -> Sealing.open(
                            stolen.key(1, Pseudonyms.SEAL, administrator.authorityId(), YOUTH.key()), sealed))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThat(parts.rotation.rotate(done -> {})).isEqualTo(3);
        assertThat(person(administrator, YOUTH, ANNE, "m9|9")).isEqualTo(anne);
    }

    @Test
    void aRotationThatWasBrokenOffChangesNothingAndIsDoneTheNextTime() {
        UUID anne = person(administrator, YOUTH, ANNE, "m|0");
        assertThatThrownBy(() -> parts.rotation.rotate(done -> {
                    throw new IllegalStateException("the power failed");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(person(administrator, YOUTH, ANNE, "m|0")).isEqualTo(anne);
        assertThat(parts.keys.ring().current()).isEqualTo(1);
        assertThat(parts.rotation.rotate(done -> {})).isEqualTo(2);
        assertThat(new KeyStore.KeyFile(keyFile).read().orElseThrow()).hasSize(2);
        assertThat(person(administrator, YOUTH, ANNE, "m|0")).isEqualTo(anne);
    }

    @Test
    void withoutItsKeysNothingIsReadAndNoNewKeyIsMade() throws Exception {
        person(administrator, YOUTH, ANNE, "m|0");
        Path aside = folder.resolve("weg-" + UUID.randomUUID());
        Files.move(keyFile, aside);
        assertThatThrownBy(() -> person(administrator, YOUTH, ANNE, "m|0"))
                .isInstanceOf(KeysUnavailableException.class)
                .hasMessageContaining("De sleutels zijn weg")
                .hasMessageContaining("Zet de kopie van de sleutels terug");
        parts.keys.prepare();
        assertThat(keyFile).doesNotExist();

        new KeyStore.KeyFile(keyFile).add();
        assertThatThrownBy(() -> person(administrator, YOUTH, ANNE, "m|0"))
                .isInstanceOf(KeysUnavailableException.class)
                .hasMessageContaining("horen niet bij deze gegevens");

        Files.delete(keyFile);
        Files.move(aside, keyFile);
        assertThat(person(administrator, YOUTH, ANNE, "m|0")).isNotNull();
    }

    @Test
    void anOlderCopyOfTheKeysIsRefused() throws Exception {
        person(administrator, YOUTH, ANNE, "m|0");
        byte[] older = Files.readAllBytes(keyFile);
        parts.rotation.rotate(done -> {});
        Files.write(keyFile, older);
        assertThatThrownBy(() -> person(administrator, YOUTH, ANNE, "m|0"))
                .isInstanceOf(KeysUnavailableException.class)
                .hasMessageContaining("Sleutel 2 ontbreekt");
    }

    @Test
    void anInstallationWithItsOwnDatabaseSaysWhereTheKeysShouldBe() {
        PrivacyParts nowhere = new PrivacyParts(database, Map.of());
        assertThatThrownBy(() -> nowhere.keys.ring())
                .isInstanceOf(KeysUnavailableException.class)
                .hasMessageContaining("LEERCIRKEL_KEYS_FILE");
        nowhere.keys.prepare();
        String given = "1:" + Base64.getEncoder().encodeToString(new byte[32]);
        assertThat(new PrivacyParts(database, Map.of("LEERCIRKEL_KEYS", given))
                        .keys
                        .ring()
                        .current())
                .isEqualTo(1);
    }

    @Test
    void twoPurposesAreLinkedOnAStatedGroundOnlyAndForgottenAfterwards() {
        UUID anneYoung = person(administrator, YOUTH, ANNE, "m|0");
        UUID anneAdult = person(administrator, ADULT, ANNE, "m|0");
        person(administrator, YOUTH, BRAM, "m|1");
        person(administrator, ADULT, CARLA, "m|2");
        person(administrator, YOUTH, NOBODY, "m|3");
        person(administrator, ADULT, NOBODY, "m|3");

        assertThatThrownBy(() -> as(administrator, () -> link(" ", "artikel 3")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> as(administrator, () -> link("Waarom dit nodig is", " ")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> as(actor(Role.ANALYST), () -> link("Waarom dit nodig is", "artikel 3")))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(as(administrator, () -> parts.linkings.all())).isEmpty();

        UUID linking = as(administrator, () -> link("Waarom dit nodig is", "artikel 3"));
        assertThat(as(administrator, () -> parts.linkings.pairs(linking)))
                .containsExactly(Map.entry(anneYoung, anneAdult));
        assertThat(as(administrator, () -> parts.linkings.all()))
                .singleElement()
                .satisfies(kept -> {
                    assertThat(kept.ground()).isEqualTo("Waarom dit nodig is");
                    assertThat(kept.legalBasis()).isEqualTo("artikel 3");
                    assertThat(kept.madeBy()).isEqualTo("Jo Test");
                    assertThat(kept.pairs()).isEqualTo(1);
                    assertThat(kept.isCurrent()).isTrue();
                });
        assertThat(as(actor(Role.ADMINISTRATOR), () -> parts.linkings.pairs(linking)))
                .isEmpty();

        // It survives a new key, since persons stay who they are.
        parts.rotation.rotate(done -> {});
        assertThat(as(administrator, () -> parts.linkings.pairs(linking))).hasSize(1);
        assertThat(as(administrator, () -> parts.linkings.end(linking))).isTrue();
        assertThat(as(administrator, () -> parts.linkings.pairs(linking))).isEmpty();
        assertThat(as(administrator, () -> parts.linkings.all()))
                .singleElement()
                .satisfies(kept -> {
                    assertThat(kept.isCurrent()).isFalse();
                    assertThat(kept.ground()).isEqualTo("Waarom dit nodig is");
                });
        assertThat(as(administrator, () -> parts.linkings.end(linking))).isFalse();
    }

    @Test
    void aLinkingEndsByItselfAndCannotBeErased() {
        person(administrator, YOUTH, ANNE, "m|0");
        person(administrator, ADULT, ANNE, "m|0");
        UUID linking = as(
                administrator,
                () -> parts.linkings.link(
                        YOUTH.key(),
                        ADULT.key(),
                        "Waarom dit nodig is",
                        "artikel 3",
                        LocalDate.now().minusDays(2)));
        assertThat(as(administrator, () -> parts.linkings.pairs(linking))).isEmpty();
        assertThat(as(administrator, () -> parts.linkings.all())).noneMatch(Linkings.Linking::isCurrent);
        assertThatThrownBy(() -> as(administrator, () -> parts.sql.execute("delete from privacy.linking")))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    private UUID link(String ground, String basis) {
        return parts.linkings.link(
                ADULT.key(), YOUTH.key(), ground, basis, LocalDate.now().plusMonths(1));
    }

    @Test
    void aFileIsKeptInPiecesThatTellNothing() throws Exception {
        String content = "<Bsn>999900006</Bsn>\n".repeat(150_000);
        UUID kept = as(administrator, () -> keep(content));
        UUID again = as(administrator, () -> keep(content));
        assertThat(read(kept)).isEqualTo(content);
        assertThat(as(administrator, () -> parts.files.find(kept).orElseThrow().fingerprint()))
                .isEqualTo(as(
                        administrator,
                        () -> parts.files.find(again).orElseThrow().fingerprint()))
                .isNotEqualTo(Sha256.of(content.getBytes(StandardCharsets.US_ASCII)));
        Actor other = actor(Role.ANALYST);
        assertThat(as(other, () -> parts.files.find(kept))).isEmpty();
        assertThat(as(
                        administrator,
                        () -> parts.sql
                                .fetch("select content from privacy.sealed_piece")
                                .getValues(0, byte[].class)))
                .hasSizeGreaterThan(4)
                .noneMatch(piece -> new String(piece, StandardCharsets.ISO_8859_1).contains("999900006"));
        as(administrator, () -> {
            parts.files.remove(kept);
            return true;
        });
        assertThat(as(administrator, () -> parts.files.find(kept))).isEmpty();
    }

    private UUID keep(String content) {
        try (SealedUpload upload =
                SealedUpload.of("JW301.xml", new ByteArrayInputStream(content.getBytes(StandardCharsets.US_ASCII)))) {
            return parts.files.keep(upload, Duration.ofDays(1));
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }

    private UUID write(String content) {
        try {
            return parts.files.write(
                    "JW302.xml",
                    Duration.ofDays(1),
                    output -> output.write(content.getBytes(StandardCharsets.US_ASCII)));
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }

    private String read(UUID file) {
        return as(administrator, () -> {
            try (InputStream content = parts.files.open(file)) {
                return new String(content.readAllBytes(), StandardCharsets.US_ASCII);
            } catch (java.io.IOException impossible) {
                throw new java.io.UncheckedIOException(impossible);
            }
        });
    }

    private List<byte[]> codes() {
        return column("code");
    }

    private List<byte[]> column(String name) {
        return as(
                administrator,
                () -> parts.sql
                        .fetch("select " + name + " from privacy.pseudonym")
                        .getValues(0, byte[].class));
    }
}
