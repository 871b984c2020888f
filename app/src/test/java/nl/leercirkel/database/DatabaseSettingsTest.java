package nl.leercirkel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import nl.leercirkel.database.DatabaseSettings.Embedded;
import nl.leercirkel.database.DatabaseSettings.External;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseSettingsTest {

    private static final String URL = "jdbc:postgresql://server:5432/leercirkel";

    @Test
    void withoutSettingsTheEmbeddedDatabaseInTheFolderData() {
        assertThat(DatabaseSettings.fromEnvironment(Map.of("LEERCIRKEL_DB_URL", " ")))
                .isEqualTo(new Embedded(Path.of("data"), OptionalInt.empty()));
    }

    @Test
    void folderAndPortCanBeChosen() {
        assertThat(DatabaseSettings.fromEnvironment(
                        Map.of("LEERCIRKEL_DATA", "/srv/leer cirkel", "LEERCIRKEL_DB_PORT", "5433")))
                .isEqualTo(new Embedded(Path.of("/srv/leer cirkel"), OptionalInt.of(5433)));
    }

    @Test
    void anExternalDatabaseHidesItsPasswords() {
        DatabaseSettings settings = DatabaseSettings.fromEnvironment(Map.of(
                "LEERCIRKEL_DB_URL", URL + "?sslmode=verify-full",
                "LEERCIRKEL_DB_USER", "eigenaar",
                "LEERCIRKEL_DB_PASSWORD", "geheim1",
                "LEERCIRKEL_DB_APP_PASSWORD", "geheim2"));
        assertThat(settings)
                .isEqualTo(new External(URL + "?sslmode=verify-full", "eigenaar", "geheim1", Optional.of("geheim2")));
        assertThat(settings.toString()).contains("eigenaar").doesNotContain("geheim1", "geheim2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        jdbc:postgresql://s/l              |          | pw | LEERCIRKEL_DB_USER niet
        jdbc:postgresql://s/l              | eigenaar |    | LEERCIRKEL_DB_PASSWORD niet
                                           | eigenaar |    | LEERCIRKEL_DB_URL niet
                                           |          | pw | LEERCIRKEL_DB_URL niet
        postgresql://eigenaar:geheim@s/l   | eigenaar | pw | moet met jdbc: beginnen
        jdbc:mysql://s/l                   | eigenaar | pw | geen adres van een PostgreSQL
        jdbc:postgresql://eigenaar:geheim@s/l       | eigenaar | pw | bevat een gebruiker of wachtwoord
        jdbc:postgresql://s/l?password=geheim       | eigenaar | pw | bevat een gebruiker of wachtwoord
        jdbc:postgresql://s/l?ssl=true&user=geheim  | eigenaar | pw | bevat een gebruiker of wachtwoord
        jdbc:postgresql://s/l              | leercirkel_app | pw | eigenaar van de database
        """)
    void contradictionsAreExplainedWithoutSecrets(String url, String user, String password, String message) {
        Map<String, String> environment = new java.util.HashMap<>();
        environment.put("LEERCIRKEL_DB_URL", url);
        environment.put("LEERCIRKEL_DB_USER", user);
        environment.put("LEERCIRKEL_DB_PASSWORD", password);
        environment.values().removeIf(java.util.Objects::isNull);
        assertThatThrownBy(() -> DatabaseSettings.fromEnvironment(environment))
                .isInstanceOf(DatabaseStartException.class)
                .hasMessageContaining(message)
                .message()
                .doesNotContain("geheim");
    }

    @ParameterizedTest
    @CsvSource({"80", "65536", "vijf"})
    void aPortOutOfRangeIsRefused(String port) {
        assertThatThrownBy(() -> DatabaseSettings.fromEnvironment(Map.of("LEERCIRKEL_DB_PORT", port)))
                .isInstanceOf(DatabaseStartException.class)
                .hasMessageContaining("1024");
    }
}
