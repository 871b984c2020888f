package nl.leercirkel.privacy;

import static nl.leercirkeldb.privacy.Tables.KEY_VERSION;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.leercirkel.database.DatabaseSettings;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The keys of this installation, held against the database each time: a database knows which keys made its codes, and with
 * other keys, or fewer, nobody would be recognised any more. So a missing key is never replaced by a new one.
 */
@Component
class Keys {
    private static final Logger LOG = LoggerFactory.getLogger(Keys.class);

    private final DSLContext sql;
    private final Clock clock;
    private final KeyStore store;

    Keys(DSLContext sql, Clock clock, Environment environment, DatabaseSettings settings) {
        this.sql = sql;
        this.clock = clock;
        this.store = store(environment, settings);
    }

    private static KeyStore store(Environment environment, DatabaseSettings settings) {
        String given = environment.getProperty(KeyStore.Given.VARIABLE);
        if (given != null && !given.isBlank()) {
            return new KeyStore.Given(given);
        }
        String file = environment.getProperty(KeyStore.KeyFile.VARIABLE);
        if (file != null && !file.isBlank()) {
            return new KeyStore.KeyFile(Path.of(file.strip()));
        }
        return switch (settings) {
            case DatabaseSettings.Embedded(Path folder, var port) ->
                new KeyStore.KeyFile(folder.resolve(KeyStore.KeyFile.NAME));
            case DatabaseSettings.External external -> new KeyStore.Nowhere();
        };
    }

    KeyStore store() {
        return store;
    }

    /** Makes the keys of a new installation, or says at once that they are not there. */
    @EventListener(ApplicationReadyEvent.class)
    void prepare() {
        if (store instanceof KeyStore.Nowhere) {
            return; // an installation that reads no personal data needs none
        }
        try {
            ring();
        } catch (KeysUnavailableException unavailable) {
            LOG.warn("{}", unavailable.dutchMessage());
        }
    }

    /**
     * The keys that made the codes in the database.
     *
     * @throws KeysUnavailableException when they are not there, or are others
     */
    KeyRing ring() {
        SortedMap<Integer, byte[]> known = known();
        SortedMap<Integer, byte[]> keys = store.read().orElseGet(() -> first(known));
        if (known.isEmpty()) {
            keys.forEach(this::use);
            return new KeyRing(keys);
        }
        for (Map.Entry<Integer, byte[]> version : known.entrySet()) {
            byte[] key = keys.get(version.getKey());
            if (key == null) {
                throw new KeysUnavailableException(
                        "Sleutel %d ontbreekt in %s, en de gegevens zijn ermee gemaakt. Zet de nieuwste kopie van de sleutels terug. Tot dan kan niemand persoonsgegevens inlezen."
                                .formatted(version.getKey(), store.name()));
            }
            if (!Arrays.equals(KeyRing.fingerprint(key), version.getValue())) {
                throw new KeysUnavailableException(
                        "De sleutels in %s horen niet bij deze gegevens. Zet de sleutels terug waarmee ze zijn gemaakt. Tot dan kan niemand persoonsgegevens inlezen."
                                .formatted(store.name()));
            }
        }
        return new KeyRing(keys.headMap(known.lastKey() + 1));
    }

    private SortedMap<Integer, byte[]> first(SortedMap<Integer, byte[]> known) {
        if (!known.isEmpty()) {
            throw new KeysUnavailableException(
                    "De sleutels zijn weg (%s), en er zijn gegevens die ermee zijn gemaakt. Zet de kopie van de sleutels terug. Leercirkel maakt geen nieuwe: dan zou niemand meer herkend worden. Tot dan kan niemand persoonsgegevens inlezen."
                            .formatted(store.name()));
        }
        return switch (store) {
            case KeyStore.KeyFile file -> {
                file.add();
                LOG.info("Keys for pseudonyms were made; keep a copy of {} apart from the backups", file.path());
                yield file.read().orElseThrow();
            }
            case KeyStore.Given given -> throw new IllegalStateException("keys that are given are there");
            case KeyStore.Nowhere nowhere ->
                throw new KeysUnavailableException(
                        "Er zijn nog geen sleutels voor pseudoniemen. Bij een eigen PostgreSQL zegt u waar ze staan: zet %s op een bestand dat alleen Leercirkel kan lezen, en start opnieuw (docs/beheer.md)."
                                .formatted(KeyStore.KeyFile.VARIABLE));
        };
    }

    /** From now on the database says that this key is in use. */
    void use(int version, byte[] key) {
        sql.insertInto(KEY_VERSION)
                .set(KEY_VERSION.VERSION, version)
                .set(KEY_VERSION.FINGERPRINT, KeyRing.fingerprint(key))
                .set(KEY_VERSION.USED_SINCE, clock.instant().atOffset(ZoneOffset.UTC))
                .onConflictDoNothing()
                .execute();
    }

    private SortedMap<Integer, byte[]> known() {
        return new TreeMap<>(sql.selectFrom(KEY_VERSION).fetchMap(KEY_VERSION.VERSION, KEY_VERSION.FINGERPRINT));
    }
}
