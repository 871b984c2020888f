package nl.leercirkel.database;

import static nl.leercirkel.database.DatabaseStartException.Reason.DATA_FOLDER_UNUSABLE;
import static nl.leercirkel.database.DatabaseStartException.Reason.OTHER_MAJOR_VERSION;
import static nl.leercirkel.database.DatabaseStartException.Reason.SERVER_FAILED;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import nl.leercirkel.database.Programs.Result;

/** The files of one database server (PGDATA): made once, in one step, and configured at each start. */
final class Cluster {

    private static final Duration INITDB_LIMIT = Duration.ofMinutes(10);

    private final DataFolder folder;
    private final Programs programs;

    Cluster(DataFolder folder, Programs programs) {
        this.folder = folder;
        this.programs = programs;
    }

    boolean exists() {
        return Files.exists(folder.database());
    }

    /** Refuses files that these programs cannot read. */
    void checkVersion(int wanted) throws IOException {
        Path file = folder.database().resolve("PG_VERSION");
        if (!Files.exists(file)) {
            throw new DatabaseStartException(
                    DATA_FOLDER_UNUSABLE,
                    "De map %s bevat geen database van PostgreSQL. Zet de map terug uit een reservekopie, of verplaats haar om met een lege database te beginnen."
                            .formatted(folder.database()));
        }
        String written = Files.readString(file).strip();
        if (!written.equals(Integer.toString(wanted))) {
            throw new DatabaseStartException(
                    OTHER_MAJOR_VERSION,
                    "De database in %s is gemaakt met PostgreSQL %s; deze Leercirkel gebruikt PostgreSQL %d. Maak met de vorige versie van Leercirkel een reservekopie (leercirkel backup) en zet die in een nieuwe gegevensmap terug (leercirkel restore)."
                            .formatted(folder.database(), written, wanted));
        }
    }

    void create(Credentials superuser) throws IOException {
        deleteDrafts();
        Path draft = folder.root().resolve("database.new");
        Durable.createPrivateFolder(draft);
        Path passwordFile = folder.root().resolve("database.password");
        try {
            Durable.writePrivately(passwordFile, superuser.password());
            Result result = initdb(draft, passwordFile, superuser.user(), "C.UTF-8");
            if (!result.succeeded() && result.output().contains("invalid locale")) {
                // Systems without C.UTF-8 in their C library. The database's own collation is PostgreSQL's in both
                // cases.
                Durable.deleteTree(draft);
                Durable.createPrivateFolder(draft);
                result = initdb(draft, passwordFile, superuser.user(), "C");
            }
            if (!result.succeeded()) {
                throw creationFailed(result.output().strip());
            }
        } finally {
            Files.deleteIfExists(passwordFile);
        }
        Files.writeString(
                draft.resolve("postgresql.conf"),
                "\ninclude_if_exists = 'leercirkel.conf'  # written at each start\n",
                StandardOpenOption.APPEND);
        Durable.force(draft.resolve("postgresql.conf"));
        Durable.rename(draft, folder.database());
    }

    private void deleteDrafts() throws IOException {
        try (DirectoryStream<Path> drafts = Files.newDirectoryStream(folder.root(), "database.{new,password}*")) {
            for (Path draft : drafts) {
                Durable.deleteTree(draft);
            }
        }
    }

    private Result initdb(Path draft, Path passwordFile, String superuser, String systemLocale) {
        return programs.run(
                INITDB_LIMIT,
                "initdb",
                "--pgdata=" + draft,
                "--username=" + superuser,
                "--pwfile=" + passwordFile,
                "--encoding=UTF8",
                "--locale=" + systemLocale,
                // Sorting and upper case come from PostgreSQL itself, so an upgrade of the system's libraries cannot
                // silently break the order of an index.
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums",
                "--auth=scram-sha-256",
                "--no-instructions");
    }

    private DatabaseStartException creationFailed(String output) {
        if (output.contains("No space left on device")) {
            return DataFolder.full(folder.root(), null);
        }
        return new DatabaseStartException(
                SERVER_FAILED, "De database in %s kan niet worden gemaakt:\n%s".formatted(folder.root(), output));
    }

    void configure(int port) throws IOException {
        Durable.writePrivately(folder.database().resolve("leercirkel.conf"), """
                # Written by Leercirkel at each start; changes here are lost. ALTER SYSTEM goes before this file.
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                ssl = off
                password_encryption = 'scram-sha-256'
                max_connections = 100
                shared_buffers = '256MB'
                work_mem = '16MB'
                maintenance_work_mem = '128MB'
                effective_cache_size = '1GB'
                fsync = on
                full_page_writes = on
                synchronous_commit = on
                timezone = 'UTC'
                log_timezone = 'UTC'
                lc_messages = 'C'
                # What is logged must not fill the disk nor hold personal data: no statements, no parameters, no values.
                log_line_prefix = '%%m [%%p] '
                log_min_messages = error
                log_min_error_statement = panic
                log_statement = 'none'
                log_error_verbosity = terse
                log_parameter_max_length = 0
                log_parameter_max_length_on_error = 0
                log_checkpoints = off
                log_connections = off
                log_disconnections = off
                log_autovacuum_min_duration = -1
                """.formatted(port));
        Durable.writePrivately(folder.database().resolve("pg_hba.conf"), """
                # Written by Leercirkel at each start: this computer only, and never without a password.
                host all all 127.0.0.1/32 scram-sha-256
                """);
    }
}
