package nl.leercirkel.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import nl.leercirkel.security.OpenToAll;
import nl.leercirkel.security.Requires;
import nl.leercirkel.security.Right;
import nl.leercirkel.security.Rights;
import nl.leercirkel.security.Role;
import nl.leercirkel.support.Endpoint;
import nl.leercirkel.support.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.MessageSource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** docs/rechten.md says what the code does; write it anew with -Dleercirkel.regenerate=true. */
@IntegrationTest
class RightsTableTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "rechten.md");
    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @Autowired
    private MessageSource messages;

    @Test
    void theDocumentIsTheCode() throws IOException {
        String table = document();
        if (Boolean.getBoolean("leercirkel.regenerate")) {
            Files.createDirectories(Objects.requireNonNull(DOCUMENT.getParent()));
            Files.writeString(DOCUMENT, table);
        }
        assertThat(DOCUMENT).exists();
        assertThat(Files.readString(DOCUMENT)).isEqualTo(table);
    }

    private String document() {
        return """
                # Rollen en rechten

                Dit overzicht is gemaakt uit de code (`Rights` en de annotaties `@Requires` en `@OpenToAll`); een test
                houdt het gelijk. Opnieuw maken: `mvn -pl app test -Dtest=RightsTableTest -Dleercirkel.regenerate=true`.

                ## Wat een rol mag

                %s
                Het recht “%s” hoort niet bij een rol: alleen een beheerder van de installatie heeft het.
                Wie een rol van een partner heeft, ziet alleen de projecten waaraan die partner meedoet.

                ## Welk recht een pagina vraagt

                %s
                ## Open voor iedereen

                Deze pagina’s zijn er ook voor wie niet is ingelogd. Al het andere, ook wat niet bestaat, vraagt om in te
                loggen.

                %s""".formatted(rolesTable(), label(Right.INSTALLATION_MANAGE.labelKey()), pagesTable(), openTable());
    }

    private String rolesTable() {
        List<Role> roles = Arrays.asList(Role.values());
        StringBuilder table = new StringBuilder(
                row("Recht", roles.stream().map(role -> label(role.labelKey())).toList()));
        table.append(row("---", roles.stream().map(role -> ":-:").toList()));
        for (Right right : Right.values()) {
            if (right != Right.INSTALLATION_MANAGE) {
                table.append(row(
                        label(right.labelKey()),
                        roles.stream()
                                .map(role -> Rights.of(role).contains(right) ? "ja" : "")
                                .toList()));
            }
        }
        return table.toString();
    }

    private String pagesTable() {
        StringBuilder table = new StringBuilder(row("Verzoek", List.of("Recht", "Handeling in het logboek")));
        table.append(row("---", List.of("---", "---")));
        for (Endpoint endpoint : Endpoint.all(mapping)) {
            Requires requires = endpoint.handler().getMethodAnnotation(Requires.class);
            if (requires != null) {
                table.append(row(
                        "`" + endpoint + "`",
                        List.of(
                                label(requires.value().labelKey()),
                                label(requires.action().labelKey()))));
            }
        }
        return table.toString();
    }

    private String openTable() {
        StringBuilder table = new StringBuilder(row("Verzoek", List.of("Waarom")));
        table.append(row("---", List.of("---")));
        for (Endpoint endpoint : Endpoint.all(mapping)) {
            OpenToAll open = endpoint.handler().getMethodAnnotation(OpenToAll.class);
            if (open != null) {
                table.append(row("`" + endpoint + "`", List.of(open.why())));
            }
        }
        return table.toString();
    }

    private String label(String key) {
        return Objects.requireNonNull(messages.getMessage(key, null, key, DUTCH));
    }

    private static String row(String first, List<String> others) {
        return others.stream().collect(Collectors.joining(" | ", "| " + first + " | ", " |\n"));
    }
}
