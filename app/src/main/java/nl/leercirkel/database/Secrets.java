package nl.leercirkel.database;

import static nl.leercirkel.database.DatabaseStartException.Reason.SECRETS_UNUSABLE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** The passwords of the embedded database: made once, kept in a file only the owner of the data folder can read. */
record Secrets(Credentials superuser, Credentials owner, Credentials application) {

    static final String SUPERUSER = "leercirkel_super";
    static final String OWNER = "leercirkel_owner";

    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * Reads the secrets, or makes them when there is no database yet.
     *
     * @param databaseExists when true, missing secrets are an error: new ones would not fit the database
     */
    static Secrets readOrCreate(Path file, boolean databaseExists) {
        try {
            if (!Files.exists(file)) {
                if (databaseExists) {
                    throw new DatabaseStartException(
                            SECRETS_UNUSABLE,
                            "Het bestand %s met de wachtwoorden van de database ontbreekt. Zet het terug uit een reservekopie van de gegevensmap."
                                    .formatted(file));
                }
                create(file);
            }
            return read(file);
        } catch (IOException failure) {
            throw DataFolder.unusable(file, failure);
        }
    }

    static Secrets read(Path file) throws IOException {
        Properties values = Durable.readProperties(file);
        return new Secrets(
                credentials(values, SUPERUSER, file),
                credentials(values, OWNER, file),
                credentials(values, ApplicationRole.NAME, file));
    }

    private static Credentials credentials(Properties values, String user, Path file) {
        String password = values.getProperty(user);
        if (password == null || password.isBlank()) {
            throw new DatabaseStartException(
                    SECRETS_UNUSABLE,
                    "In het bestand %s ontbreekt het wachtwoord van %s. Zet het bestand terug uit een reservekopie van de gegevensmap."
                            .formatted(file, user));
        }
        return new Credentials(user, password);
    }

    private static void create(Path file) throws IOException {
        Properties values = new Properties();
        values.setProperty(SUPERUSER, password());
        values.setProperty(OWNER, password());
        values.setProperty(ApplicationRole.NAME, password());
        Durable.writePrivately(
                file, values, "Wachtwoorden van de database van Leercirkel. Bewaar dit bestand bij de map database.");
    }

    private static String password() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
