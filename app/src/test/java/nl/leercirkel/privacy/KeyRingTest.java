package nl.leercirkel.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRingTest {
    private static final UUID AUTHORITY = UUID.fromString("00000000-0000-4000-8000-000000000505");
    private static final byte[] BSN = "999900006".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    private static SortedMap<Integer, byte[]> masters(int... versions) {
        SortedMap<Integer, byte[]> masters = new TreeMap<>();
        for (int version : versions) {
            byte[] key = new byte[32];
            for (int i = 0; i < key.length; i++) {
                key[i] = (byte) (i + 40 * (version - 1));
            }
            masters.put(version, key);
        }
        return masters;
    }

    /** Expected values: RFC 5869 and RFC 2104 by Python's hmac and hashlib, with the master key 00 01 .. 1f. */
    @Test
    void codesAreHmacOfKeysFromHkdf() {
        KeyRing ring = new KeyRing(masters(1));
        byte[] base = ring.chain(Pseudonyms.BASE, AUTHORITY, "", BSN, 0);
        byte[] code = KeyRing.mac(ring.key(1, Pseudonyms.CODE, AUTHORITY, "jeugdhulp-berichten"), base);
        assertThat(Base64.getEncoder().encodeToString(code)).isEqualTo("9Of9eE4NTUz0T1C6RhmMcSv6w/cQaUGmg8Qg3zXgBt8=");
        assertThat(HexFormat.of().formatHex(KeyRing.fingerprint(masters(1).get(1))))
                .isEqualTo("6774b3073032a2b9323359320d94da2a");
    }

    @Test
    void aChainCanBeLaidOverWhatAnOlderRingMade() {
        byte[] old = new KeyRing(masters(1)).chain("base", AUTHORITY, "", BSN, 0);
        KeyRing newer = new KeyRing(masters(1, 2, 3));
        assertThat(newer.chain("base", AUTHORITY, "", old, 1)).isEqualTo(newer.chain("base", AUTHORITY, "", BSN, 0));
    }

    @Test
    void everyUseAuthorityPurposeAndVersionHasItsOwnKey() {
        KeyRing ring = new KeyRing(masters(1, 2));
        assertThat(java.util.stream.Stream.of(
                                ring.key(1, "code", AUTHORITY, "a"),
                                ring.key(2, "code", AUTHORITY, "a"),
                                ring.key(1, "codea", AUTHORITY, ""),
                                ring.key(1, "seal", AUTHORITY, "a"),
                                ring.key(1, "code", AUTHORITY, "b"),
                                ring.key(1, "code", new UUID(0, 1), "a"))
                        .map(key -> HexFormat.of().formatHex(key.getEncoded())))
                .doesNotHaveDuplicates();
    }

    @Test
    void aKeyFileIsReadableForItsOwnerOnlyAndKeepsOldKeys() throws Exception {
        KeyStore.KeyFile file = new KeyStore.KeyFile(folder.resolve("diep/sleutels.properties"));
        assertThat(file.read()).isEmpty();
        assertThat(file.add()).isEqualTo(1);
        byte[] first = file.read().orElseThrow().get(1);
        assertThat(file.add()).isEqualTo(2);
        assertThat(file.read().orElseThrow().keySet()).containsExactly(1, 2);
        assertThat(file.read().orElseThrow().get(1)).isEqualTo(first).hasSize(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
        try (var files = Files.list(folder.resolve("diep"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aDamagedKeyIsSaidAndNotShown() throws Exception {
        KeyStore.KeyFile file = new KeyStore.KeyFile(folder.resolve("sleutels.properties"));
        Files.writeString(file.path(), "versie.1=geheimgeheim");
        assertThatThrownBy(file::read)
                .isInstanceOf(KeysUnavailableException.class)
                .hasMessageContaining("klopt niet")
                .hasMessageNotContaining("geheimgeheim");
        assertThatThrownBy(() -> new KeyStore.Given("1:geheimgeheim").read())
                .isInstanceOf(KeysUnavailableException.class)
                .hasMessageNotContaining("geheimgeheim");
        assertThat(new KeyStore.Given("1:geheimgeheim").toString()).doesNotContain("geheimgeheim");
    }

    @Test
    void whatIsSealedCannotBeReadOrChangedWithoutTheKey() {
        KeyRing ring = new KeyRing(masters(1, 2));
        byte[] sealed = Sealing.seal(ring.key(1, "seal", AUTHORITY, "a"), BSN);
        assertThat(Sealing.open(ring.key(1, "seal", AUTHORITY, "a"), sealed)).isEqualTo(BSN);
        assertThat(Sealing.seal(ring.key(1, "seal", AUTHORITY, "a"), BSN)).isNotEqualTo(sealed);
        assertThatThrownBy(() -> Sealing.open(ring.key(2, "seal", AUTHORITY, "a"), sealed))
                .isInstanceOf(IllegalStateException.class);
        sealed[20] ^= 1;
        assertThatThrownBy(() -> Sealing.open(ring.key(1, "seal", AUTHORITY, "a"), sealed))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void numbersOfNobodyDoNotIdentify() {
        // 999900006, 999900018 and 999990019 are of the official test range; the last digit of the fifth is wrong.
        assertThat(Pseudonyms.identifies("999900006")).isTrue();
        assertThat(Pseudonyms.identifies("999990019")).isTrue();
        assertThat(Pseudonyms.identifies("999999999")).isFalse();
        assertThat(Pseudonyms.identifies("000000000")).isFalse();
        assertThat(Pseudonyms.identifies("999900007")).isFalse();
        assertThat(Pseudonyms.identifies("99990006")).isFalse();
    }

    /** Age groups: a birthday is the first day of the next group. */
    @Test
    void ofABirthDateOnlyWhatThePurposeNeedsIsLeft() {
        LocalDate birth = LocalDate.of(2012, 5, 17);
        assertThat(BirthPrecision.YEAR.cut(birth, LocalDate.of(2026, 1, 1))).isEqualTo("2012");
        assertThat(BirthPrecision.NONE.cut(birth, LocalDate.of(2026, 1, 1))).isNull();
        assertThat(BirthPrecision.AGE_GROUP.cut(birth, LocalDate.of(2024, 5, 16)))
                .isEqualTo("4-11");
        assertThat(BirthPrecision.AGE_GROUP.cut(birth, LocalDate.of(2024, 5, 17)))
                .isEqualTo("12-17");
        assertThat(BirthPrecision.AGE_GROUP.cut(birth, LocalDate.of(2030, 5, 17)))
                .isEqualTo("18-22");
        assertThat(BirthPrecision.AGE_GROUP.cut(birth, LocalDate.of(2035, 5, 17)))
                .isEqualTo("23-66");
        assertThat(BirthPrecision.AGE_GROUP.cut(birth, LocalDate.of(2080, 5, 17)))
                .isEqualTo("67+");
        assertThat(BirthPrecision.AGE_GROUP.cut(birth, LocalDate.of(2016, 5, 16)))
                .isEqualTo("0-3");
    }

    @Test
    void aFileNameTellsNoNumber() {
        assertThat(FileNames.safe("C:\\werk\\JW301 999900006.xml")).isEqualTo("JW301 *********.xml");
        assertThat(FileNames.safe("9999.00.006-bericht.xml")).isEqualTo("***********-bericht.xml");
        assertThat(FileNames.safe("map/JW301.xml")).isEqualTo("JW301.xml");
        assertThat(FileNames.safe("")).isEqualTo("bestand");
    }

    /** On disk it is as unreadable as without: the number is in no byte of the file. */
    @Test
    void anUploadOnDiskIsEncrypted() throws Exception {
        byte[] content = "<Bsn>999900006</Bsn>".repeat(100_000).getBytes(StandardCharsets.US_ASCII);
        Path file;
        try (SealedUpload upload = SealedUpload.of("JW301.xml", new java.io.ByteArrayInputStream(content))) {
            assertThat(upload.size()).isEqualTo(content.length);
            var field = SealedUpload.class.getDeclaredField("file");
            field.setAccessible(true);
            file = (Path) field.get(upload);
            assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                    .hasSizeGreaterThan(content.length)
                    .doesNotContain("999900006");
        }
        assertThat(file).doesNotExist();
    }
}
