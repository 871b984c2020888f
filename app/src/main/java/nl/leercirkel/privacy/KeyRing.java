package nl.leercirkel.privacy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * The master keys by version, and the keys that follow from them: one per use, authority and purpose (HKDF-SHA-256, RFC 5869).
 * A chained code goes through the keys of all versions, so a new version can be laid over what was made with the old ones.
 */
final class KeyRing {
    private static final String MAC = "HmacSHA256";
    private static final byte[] SALT = "nl.leercirkel".getBytes(StandardCharsets.US_ASCII);
    private static final int LENGTH = 32;
    private static final int FINGERPRINT = 16;

    private final SortedMap<Integer, byte[]> masters;
    private final Map<Label, SecretKey> derived = new ConcurrentHashMap<>();

    /** Versions up to the one in use. */
    KeyRing(SortedMap<Integer, byte[]> masters) {
        if (masters.isEmpty()) {
            throw new IllegalArgumentException("A key ring has a key");
        }
        this.masters = new TreeMap<>(masters);
    }

    private record Label(int version, String use, UUID authority, String purpose) {}

    int current() {
        return masters.lastKey();
    }

    /** Tells whether a key is the same without telling the key. */
    static byte[] fingerprint(byte[] master) {
        return Arrays.copyOf(
                derive(master, new Label(0, "fingerprint", new UUID(0, 0), "")).getEncoded(), FINGERPRINT);
    }

    SecretKey key(int version, String use, UUID authority, String purpose) {
        Label label = new Label(version, use, authority, purpose);
        byte[] master = masters.get(version);
        if (master == null) {
            throw new KeysUnavailableException(
                    "Sleutel %d ontbreekt. Zet de sleutels terug uit uw kopie.".formatted(version));
        }
        return derived.computeIfAbsent(label, wanted -> derive(master, wanted));
    }

    /** The text through the keys of all versions after {@code done}. */
    byte[] chain(String use, UUID authority, String purpose, byte[] text, int done) {
        byte[] value = text;
        for (int version : masters.tailMap(done + 1).keySet()) {
            value = mac(key(version, use, authority, purpose), value);
        }
        return value;
    }

    static byte[] mac(SecretKey key, byte[] text) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            return mac.doFinal(text);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static SecretKey derive(byte[] master, Label label) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            MAC,
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(master)
                                    .addSalt(SALT)
                                    .thenExpand(info(label), LENGTH));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Use, authority and purpose, with their lengths, so that no two labels are written the same. */
    private static byte[] info(Label label) {
        byte[] use = label.use.getBytes(StandardCharsets.UTF_8);
        byte[] purpose = label.purpose.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(2 + use.length + 2 * Long.BYTES + 2 + purpose.length)
                .putShort((short) use.length)
                .put(use)
                .putLong(label.authority.getMostSignificantBits())
                .putLong(label.authority.getLeastSignificantBits())
                .putShort((short) purpose.length)
                .put(purpose)
                .array();
    }

    @Override
    public String toString() {
        return "KeyRing" + masters.keySet();
    }
}
