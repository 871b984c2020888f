package nl.leercirkel.backup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.leercirkel.database.Credentials;
import nl.leercirkel.database.Migrations;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/**
 * How a backup's migrations relate to those of this version of Leercirkel: the same ones, or the first so many of them.
 * Anything else was made by a version that this one does not know.
 */
final class History {

    private final Manifest manifest;
    private final List<MigrationInfo> versioned = new ArrayList<>();
    private final Map<String, Integer> repeatable = new HashMap<>();
    private final int restored;

    private History(Manifest manifest, Flyway known) {
        this.manifest = manifest;
        for (MigrationInfo migration : known.info().all()) {
            if (migration.isVersioned()) {
                versioned.add(migration);
            } else {
                repeatable.put(migration.getScript(), Objects.requireNonNullElse(migration.getChecksum(), 0));
            }
        }
        this.restored = match();
    }

    /**
     * Compares, on an empty database.
     *
     * @throws Refusal when the backup is from a newer or an unknown version
     */
    static History of(Manifest manifest, String url, Credentials owner) {
        return new History(manifest, Migrations.of(url, owner));
    }

    private int match() {
        int position = 0;
        for (Manifest.Migration migration : manifest.migrations()) {
            if (migration.version() == null) {
                continue;
            }
            if (versioned.stream()
                    .noneMatch(known -> known.getVersion().getVersion().equals(migration.version()))) {
                throw Refusal.failed(
                        "de reservekopie is van een nieuwere Leercirkel (%s, bijgewerkt tot %s) dan deze (%s). Zet haar terug met die versie of een nieuwere.",
                        manifest.version(), migration.version(), ProductVersion.current());
            }
            MigrationInfo known = versioned.get(position++);
            if (!known.getVersion().getVersion().equals(migration.version())
                    || !Objects.equals(known.getChecksum(), migration.checksum())) {
                throw Refusal.failed(
                        "de reservekopie is van een Leercirkel (%s) die deze (%s) niet kent: bijwerking %s verschilt. Zet haar terug met de versie die haar maakte.",
                        manifest.version(), ProductVersion.current(), migration.version());
            }
        }
        if (position == 0) {
            throw Refusal.failed("de reservekopie is niet in orde: zij noemt geen bijwerkingen van de database.");
        }
        return position;
    }

    /** Whether this version has migrations that the backup does not have yet. */
    boolean isOlder() {
        return restored < versioned.size();
    }

    /** Makes the tables as they were when the backup was made. */
    void migrateToBackup(String url, Credentials owner) {
        if (isOlder()) {
            String version = versioned.get(restored - 1).getVersion().getVersion();
            Migrations.upTo(version, url, owner).migrate();
        } else {
            Migrations.of(url, owner).migrate();
        }
    }

    /**
     * The repeatable migrations to run anew over the restored rows: after an older version all of them, as none has run
     * in this database yet; otherwise those that have changed since.
     */
    List<String> toRepeat() {
        return manifest.migrations().stream()
                .filter(migration -> migration.version() == null)
                .filter(migration -> isOlder()
                        || !Optional.ofNullable(repeatable.get(migration.script()))
                                .equals(Optional.ofNullable(migration.checksum())))
                .map(Manifest.Migration::script)
                .toList();
    }
}
