import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Target;

/**
 * Build step: runs the Flyway migrations on a throw-away PostgreSQL and writes jOOQ's table classes from the result.
 * Run by Maven in the phase generate-sources; does nothing when no migration has changed since the last run.
 */
public class GenerateTables {

    public static void main(String[] arguments) throws Exception {
        Path migrations = Path.of(arguments[0]);
        Path output = Path.of(arguments[1]);
        String fingerprint = fingerprint(migrations);
        Path stamp = output.resolve("migrations.sha256");
        if (Files.exists(stamp) && Files.readString(stamp).equals(fingerprint)) {
            return;
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "20")
                .start()) {
            String url = postgres.getJdbcUrl("postgres", "postgres");
            Flyway.configure()
                    .dataSource(url, "postgres", "")
                    .locations("filesystem:" + migrations)
                    .placeholders(java.util.Map.of("app_role", "leercirkel_app"))
                    .load()
                    .migrate();
            GenerationTool.generate(new Configuration()
                    .withJdbc(new Jdbc()
                            .withDriver("org.postgresql.Driver")
                            .withUrl(url)
                            .withUser("postgres"))
                    .withGenerator(new Generator()
                            .withDatabase(new Database()
                                    .withIncludes(".*")
                                    .withExcludes("pg_catalog\\..*|information_schema\\..*|public\\..*|flyway_schema_history")
                                    .withOutputSchemaToDefault(false))
                            .withGenerate(new Generate()
                                    .withPojos(false)
                                    .withDaos(false)
                                    .withJavaTimeTypes(true)
                                    .withGlobalObjectReferences(true)
                                    .withComments(false))
                            .withTarget(new Target()
                                    .withPackageName("nl.leercirkeldb")
                                    .withDirectory(output.toString()))));
        }
        Files.createDirectories(output);
        Files.writeString(stamp, fingerprint);
    }

    private static String fingerprint(Path migrations) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        List<Path> files;
        try (var walk = Files.walk(migrations)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException missing) {
            files = List.of();
        }
        for (Path file : files) {
            digest.update(migrations.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(file));
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
