package nl.leercirkel.statistics.disclosure;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;

/**
 * Cell-key noise, an alternative to suppression: every record has a key made of its identity and a secret, a cell's key is the sum of
 * the keys of its records, and the cell's noise follows from its count and key (Fraser and Wooton 2005, "A proposed method for
 * confidentialising tabular output to protect against differencing"). So the same group of people gets the same noise in every table,
 * and another group, even with one person more, another noise. All cells are shown; totals need not add up.
 */
public final class CellKeyNoise {

    private static final int LEAST_SECRET = 16;

    /**
     * A record.
     *
     * @param identity who; with the same secret it gets the same key in every table
     * @param codes one per dimension, each a leaf
     */
    public record Person(String identity, List<String> codes) {

        public Person {
            codes = List.copyOf(codes);
        }
    }

    private final Grid grid;
    private final PerturbationTable perturbation;
    private final long[] published;

    private CellKeyNoise(Grid grid, PerturbationTable perturbation, long[] published) {
        this.grid = grid;
        this.perturbation = perturbation;
        this.published = published;
    }

    /**
     * Counts records, with noise.
     *
     * @param secret at least 16 bytes, kept for as long as tables must be consistent, and never published
     * @return NO_DATA without records; OUT_OF_RANGE for a short secret; DO_NOT_MATCH for an identity that is there twice or codes
     *     that are unknown or totals; TOO_LARGE as {@link Table#counts}
     */
    public static Outcome<CellKeyNoise> of(
            List<Dimension> dimensions, Collection<Person> people, byte[] secret, PerturbationTable perturbation) {
        if (secret.length < LEAST_SECRET) {
            return Outcome.failed(
                    Reason.OUT_OF_RANGE, "secret of " + secret.length + " bytes, at least " + LEAST_SECRET);
        }
        Set<String> identities = new HashSet<>();
        for (Person person : people) {
            if (!identities.add(person.identity())) {
                return Outcome.failed(Reason.DO_NOT_MATCH, "a person is there twice, in " + person.codes());
            }
        }
        return Table.ofRecords(dimensions, people.stream().map(Person::codes).toList())
                .map(table -> {
                    Grid grid = table.grid();
                    long[] keys = new long[grid.cells()];
                    Mac mac = mac(secret);
                    for (Person person : people) {
                        keys[grid.cell(person.codes())] += key(mac, person.identity());
                    }
                    // Sums past the largest number go round: of evenly spread keys the sum is evenly spread too.
                    grid.sumUp(keys, Long::sum);
                    long[] published = new long[keys.length];
                    for (int cell = 0; cell < keys.length; cell++) {
                        long count = table.values()[cell];
                        published[cell] = count + perturbation.noise(count, (keys[cell] >>> 11) * 0x1p-53);
                    }
                    return new CellKeyNoise(grid, perturbation, published);
                });
    }

    private static Mac mac(byte[] secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HmacSHA256", impossible);
        }
    }

    private static long key(Mac mac, String identity) {
        return ByteBuffer.wrap(mac.doFinal(identity.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    /** The count of a cell with its noise; empty for an unknown cell. */
    public OptionalLong count(String... codes) {
        return count(List.of(codes));
    }

    /** The count of a cell with its noise; empty for an unknown cell. */
    public OptionalLong count(List<String> codes) {
        int cell = grid.cell(codes);
        return cell < 0 ? OptionalLong.empty() : OptionalLong.of(published[cell]);
    }

    /** How the noise was drawn: its variance and largest deviation. */
    public PerturbationTable perturbation() {
        return perturbation;
    }
}
