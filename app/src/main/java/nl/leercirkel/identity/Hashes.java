package nl.leercirkel.identity;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** For secrets that are long and random: these need no slow hash. */
final class Hashes {
    private Hashes() {}

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}
