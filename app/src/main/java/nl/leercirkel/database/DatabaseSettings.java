package nl.leercirkel.database;

import static nl.leercirkel.database.DatabaseStartException.Reason.SETTINGS;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which database to use, as the administrator sets it in environment variables. */
public sealed interface DatabaseSettings {

    String DATA = "LEERCIRKEL_DATA";
    String PORT = "LEERCIRKEL_DB_PORT";
    String URL = "LEERCIRKEL_DB_URL";
    String USER = "LEERCIRKEL_DB_USER";
    String PASSWORD = "LEERCIRKEL_DB_PASSWORD";
    String APPLICATION_PASSWORD = "LEERCIRKEL_DB_APP_PASSWORD";

    /** The PostgreSQL that comes along, on a data folder; on a free port when none is given. */
    record Embedded(Path dataFolder, OptionalInt port) implements DatabaseSettings {}

    /**
     * A PostgreSQL of the municipality.
     *
     * @param url JDBC address, without credentials
     * @param user owner of the database, who runs the migrations
     * @param password the owner's password
     * @param applicationPassword the runtime role's password, when an administrator made that role
     */
    record External(String url, String user, String password, Optional<String> applicationPassword)
            implements DatabaseSettings {

        public Credentials owner() {
            return new Credentials(user, password);
        }

        @Override
        public String toString() {
            return "External[url=" + url + ", user=" + user + "]";
        }
    }

    /** Reads the settings from environment variables; the data folder is {@code ./data} unless they say otherwise. */
    static DatabaseSettings fromEnvironment(Map<String, String> environment) {
        Reader reader = new Reader(environment);
        return reader.get(URL) == null ? reader.embedded() : reader.external();
    }

    /** Reads and checks the variables. */
    final class Reader {

        // Credentials in the address would show up wherever the address is shown.
        private static final Pattern CREDENTIALS_IN_URL =
                Pattern.compile("[?&](user|password)=|//[^/?]*@", Pattern.CASE_INSENSITIVE);

        private final Map<String, String> environment;

        private Reader(Map<String, String> environment) {
            this.environment = environment;
        }

        private @Nullable String get(String name) {
            String value = environment.get(name);
            return value == null || value.isBlank() ? null : value.strip();
        }

        private Embedded embedded() {
            for (String external : new String[] {USER, PASSWORD, APPLICATION_PASSWORD}) {
                if (get(external) != null) {
                    throw wrong(
                            "%s is ingevuld, maar %s niet. Vul ook het adres in (jdbc:postgresql://server:5432/leercirkel), of laat beide weg om de meegeleverde database te gebruiken.",
                            external, URL);
                }
            }
            String folder = get(DATA);
            try {
                return new Embedded(Path.of(folder == null ? "data" : folder), port());
            } catch (InvalidPathException invalid) {
                throw wrong("%s is geen geldige map: %s.", DATA, invalid.getInput());
            }
        }

        private OptionalInt port() {
            String text = get(PORT);
            if (text == null) {
                return OptionalInt.empty();
            }
            try {
                int port = Integer.parseInt(text);
                if (port >= 1024 && port <= 65535) {
                    return OptionalInt.of(port);
                }
            } catch (NumberFormatException noNumber) {
                // the same message as for a number out of range
            }
            throw wrong("%s moet een getal van 1024 tot en met 65535 zijn, niet \"%s\".", PORT, text);
        }

        private External external() {
            String url = required(URL);
            if (url.startsWith("postgresql:") || url.startsWith("postgres:")) {
                throw wrong(
                        "%s moet met jdbc: beginnen: jdbc:postgresql://server:5432/leercirkel. Zet gebruiker en wachtwoord in %s en %s.",
                        URL, USER, PASSWORD);
            }
            if (CREDENTIALS_IN_URL.matcher(url).find()) {
                throw wrong(
                        "%s bevat een gebruiker of wachtwoord. Zet die in %s en %s, en alleen het adres in %s.",
                        URL, USER, PASSWORD, URL);
            }
            if (!url.startsWith("jdbc:postgresql:")) {
                throw wrong(
                        "%s is geen adres van een PostgreSQL: %s. Gebruik de vorm jdbc:postgresql://server:5432/leercirkel.",
                        URL, url);
            }
            if (get(PORT) != null) {
                throw wrong(
                        "%s is alleen voor de meegeleverde database. Zet de poort in %s, of laat %s weg.",
                        PORT, URL, URL);
            }
            String user = required(USER);
            if (user.equals(ApplicationRole.NAME)) {
                throw wrong(
                        "%s is %s, maar die naam is voor de rol waarmee de toepassing werkt. Geef hier de eigenaar van de database op.",
                        USER, ApplicationRole.NAME);
            }
            return new External(url, user, required(PASSWORD), Optional.ofNullable(get(APPLICATION_PASSWORD)));
        }

        private String required(String name) {
            String value = get(name);
            if (value == null) {
                throw wrong(
                        "%s is ingevuld, maar %s niet. Voor een eigen PostgreSQL zijn %s, %s en %s nodig.",
                        URL, name, URL, USER, PASSWORD);
            }
            return value;
        }

        private static DatabaseStartException wrong(String message, Object... values) {
            return new DatabaseStartException(SETTINGS, message.formatted(values));
        }
    }
}
