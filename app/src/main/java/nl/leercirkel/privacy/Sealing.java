package nl.leercirkel.privacy;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM: what is sealed can be neither read nor changed without the key. */
final class Sealing {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_LENGTH = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Sealing() {}

    static byte[] freshKey() {
        byte[] key = new byte[KEY_LENGTH];
        RANDOM.nextBytes(key);
        return key;
    }

    /** Under a key that seals many things: the number used once is random and goes before the text. */
    static byte[] seal(SecretKey key, byte[] text) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        byte[] sealed = apply(Cipher.ENCRYPT_MODE, key, nonce, text, 0, text.length);
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    static byte[] open(SecretKey key, byte[] sealed) {
        byte[] nonce = new byte[NONCE];
        System.arraycopy(sealed, 0, nonce, 0, NONCE);
        return apply(Cipher.DECRYPT_MODE, key, nonce, sealed, NONCE, sealed.length - NONCE);
    }

    /** A piece of a file, under a key that seals this file only: the number of the piece is used once. */
    static byte[] sealPiece(byte[] key, int number, byte[] text, int length) {
        return apply(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), nonce(number), text, 0, length);
    }

    static byte[] openPiece(byte[] key, int number, byte[] sealed) {
        return apply(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), nonce(number), sealed, 0, sealed.length);
    }

    private static byte[] nonce(int number) {
        return ByteBuffer.allocate(NONCE).putInt(NONCE - Integer.BYTES, number).array();
    }

    private static byte[] apply(int mode, SecretKey key, byte[] nonce, byte[] text, int offset, int length) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            // Keys are derived for one use each, whatever algorithm the derivation named.
            cipher.init(mode, new SecretKeySpec(key.getEncoded(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(text, offset, length);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("What was sealed cannot be opened", failure);
        }
    }
}
