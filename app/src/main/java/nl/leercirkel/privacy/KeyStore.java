package nl.leercirkel.privacy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.leercirkel.database.Durable;

/** Where the master keys come from: a file that this installation keeps, or the environment. Never the database. */
sealed interface KeyStore {
    int KEY_LENGTH = 32;

    /** The keys by version; empty when there are none yet. */
    Optional<SortedMap<Integer, byte[]>> read();

    /** As an administrator knows it, in Dutch. */
    String name();

    /** The keys are given with the environment, and changed there. */
    record Given(String text) implements KeyStore {
        static final String VARIABLE = "LEERCIRKEL_KEYS";
        private static final Pattern ENTRY = Pattern.compile("\\s*(\\d{1,6}):([A-Za-z0-9+/=]+)\\s*");

        @Override
        public Optional<SortedMap<Integer, byte[]>> read() {
            SortedMap<Integer, byte[]> keys = new TreeMap<>();
            for (String entry : text.split(",", -1)) {
                Matcher matcher = ENTRY.matcher(entry);
                if (!matcher.matches()) {
                    throw new KeysUnavailableException(
                            VARIABLE + " klopt niet. Schrijf een of meer keer versie:sleutel, met een komma ertussen.");
                }
                keys.put(Integer.parseInt(matcher.group(1)), key(matcher.group(2), VARIABLE));
            }
            return Optional.of(keys);
        }

        @Override
        public String name() {
            return "de omgevingsvariabele " + VARIABLE;
        }

        @Override
        public String toString() {
            return "Given[*]";
        }
    }

    /** A file that only its owner can read. */
    record KeyFile(Path path) implements KeyStore {
        static final String VARIABLE = "LEERCIRKEL_KEYS_FILE";
        static final String NAME = "sleutels.properties";
        private static final String PREFIX = "versie.";
        private static final SecureRandom RANDOM = new SecureRandom();

        @Override
        public Optional<SortedMap<Integer, byte[]>> read() {
            if (!Files.exists(path)) {
                return Optional.empty();
            }
            try {
                SortedMap<Integer, byte[]> keys = new TreeMap<>();
                Properties values = Durable.readProperties(path);
                for (String name : values.stringPropertyNames()) {
                    if (!name.matches("versie\\.[1-9]\\d{0,5}")) {
                        throw new KeysUnavailableException(
                                "Het sleutelbestand %s bevat iets anders dan sleutels. Zet het terug uit uw kopie."
                                        .formatted(path));
                    }
                    keys.put(
                            Integer.parseInt(name.substring(PREFIX.length())),
                            key(values.getProperty(name), path.toString()));
                }
                if (keys.isEmpty()) {
                    throw new KeysUnavailableException(
                            "Het sleutelbestand %s is leeg. Zet het terug uit uw kopie.".formatted(path));
                }
                return Optional.of(keys);
            } catch (IOException unreadable) {
                throw new KeysUnavailableException(
                        "Het sleutelbestand %s is niet te lezen. Controleer of het van de gebruiker %s is."
                                .formatted(path, System.getProperty("user.name")));
            }
        }

        /** Adds a key with the next version and gives that version. */
        int add() {
            SortedMap<Integer, byte[]> keys = read().orElseGet(TreeMap::new);
            int version = keys.isEmpty() ? 1 : keys.lastKey() + 1;
            byte[] fresh = new byte[KEY_LENGTH];
            RANDOM.nextBytes(fresh);
            keys.put(version, fresh);
            Properties values = new Properties();
            keys.forEach((number, key) ->
                    values.setProperty(PREFIX + number, Base64.getEncoder().encodeToString(key)));
            try {
                Path folder = path.toAbsolutePath().getParent();
                if (folder != null) {
                    Durable.createPrivateFolders(folder);
                }
                Durable.writePrivately(
                        path,
                        values,
                        "Sleutels van Leercirkel. Zonder dit bestand zijn pseudoniemen niet meer te maken. Bewaar een kopie, niet bij de reservekopie van de database.");
            } catch (IOException failure) {
                throw new KeysUnavailableException(
                        "Het sleutelbestand %s is niet te schrijven. Controleer of de map van de gebruiker %s is en of er ruimte is."
                                .formatted(path, System.getProperty("user.name")));
            }
            return version;
        }

        @Override
        public String name() {
            return "het bestand " + path;
        }
    }

    /** Nobody said where the keys are, and there is no data folder of our own to keep them in. */
    record Nowhere() implements KeyStore {
        @Override
        public Optional<SortedMap<Integer, byte[]>> read() {
            return Optional.empty();
        }

        @Override
        public String name() {
            return "niet ingesteld";
        }
    }

    private static byte[] key(String text, String where) {
        try {
            byte[] key = Base64.getDecoder().decode(text.strip());
            if (key.length == KEY_LENGTH) {
                return key;
            }
        } catch (IllegalArgumentException notBase64) {
            // the same message as for a key of another length
        }
        throw new KeysUnavailableException(
                "Een sleutel in %s klopt niet: 32 bytes in base64. Zet de sleutels terug uit uw kopie."
                        .formatted(where));
    }
}
