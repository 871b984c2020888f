package nl.leercirkel.privacy;

import java.util.UUID;

/** A module that keeps fingerprints of {@link SealedFiles}; implement it as a bean, so that they survive a new key. */
public interface KeyedFingerprints {
    /** Replaces all of them, of all authorities, within the transaction that is under way. */
    void renew(Renewal renewal);

    /** What a fingerprint becomes. */
    @FunctionalInterface
    interface Renewal {
        byte[] of(UUID authorityId, byte[] fingerprint);
    }
}
