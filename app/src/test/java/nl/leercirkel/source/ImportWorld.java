package nl.leercirkel.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import nl.leercirkel.job.JobStatus;
import nl.leercirkel.privacy.SealedUpload;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.source.Import.State;
import nl.leercirkel.source.check.Definition;
import nl.leercirkel.spreadsheet.RefusedFileException;

/** A dataset of an authority, and files for it, as the person who looks after it. */
final class ImportWorld {
    static final Dataset.About ABOUT = new Dataset.About(
            "Jeugdhulp per gemeente",
            "",
            "Team data",
            "Zien waar het knelt",
            "CBS",
            "",
            Refresh.YEARLY,
            "CC BY 4.0",
            "CBS, Jeugdzorg in cijfers");

    final Actor actor;
    private final Imports imports;
    private final DatasetAdministration datasets;
    final UUID dataset;

    ImportWorld(Actor actor, Imports imports, DatasetAdministration datasets, Definition definition) {
        Dataset.About about = new Dataset.About(
                "Bron " + UUID.randomUUID(),
                ABOUT.description(),
                ABOUT.owner(),
                ABOUT.purpose(),
                ABOUT.supplier(),
                ABOUT.agreement(),
                ABOUT.refresh(),
                ABOUT.licence(),
                ABOUT.sourceNote());
        this.actor = actor;
        this.imports = imports;
        this.datasets = datasets;
        this.dataset = as(() -> {
            UUID id = datasets.add(about).orElseThrow();
            datasets.change(id, 1, about, definition);
            return id;
        });
    }

    interface Work<T> {
        T run() throws RefusedFileException, IOException;
    }

    <T> T as(Work<T> work) {
        return as(actor, work);
    }

    static <T> T as(Actor somebody, Work<T> work) {
        return ActorContext.<T, RuntimeException>callAs(somebody, () -> {
            try {
                return work.run();
            } catch (RefusedFileException refused) {
                throw new IllegalStateException(refused.reason(), refused);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    Imports.Brought bring(String name, byte[] content) {
        return bring(actor, name, content, false);
    }

    Imports.Brought bring(Actor somebody, String name, byte[] content, boolean again) {
        return as(somebody, () -> {
            try (SealedUpload upload = SealedUpload.of(name, new ByteArrayInputStream(content))) {
                return imports.bring(dataset, upload.name(), upload, again);
            }
        });
    }

    Import kept(String name, byte[] content) {
        return ((Imports.Brought.Kept) bring(name, content)).kept();
    }

    Import now(Import of) {
        return as(() -> imports.find(dataset, of.id()).orElseThrow());
    }

    /** Checks all rows and waits for the end of it. */
    Import checked(Import of) {
        as(() -> imports.start(of));
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> now(of), state -> state.state() == State.CHECKED || state.state() == State.REFUSED);
    }

    Import checked(String name, byte[] content) {
        Import of = checked(kept(name, content));
        assertThat(of.state()).as(of.message()).isEqualTo(State.CHECKED);
        return of;
    }

    Imports.Decided decide(Import of, boolean onlyWhenAllGood) {
        return as(() -> imports.decide(dataset, of.id(), onlyWhenAllGood));
    }

    /** From a file to a version. */
    Version stored(String name, byte[] content) {
        Import of = checked(name, content);
        assertThat(decide(of, false)).isInstanceOf(Imports.Decided.Stored.class);
        return current();
    }

    Version current() {
        return as(() -> datasets.versions(dataset).stream()
                .filter(Version::current)
                .findFirst()
                .orElseThrow());
    }

    boolean jobEnded(Import of) {
        return as(() -> imports.job(of).map(job -> job.status().isFinal()).orElse(false));
    }

    JobStatus jobStatus(Import of) {
        return as(() -> Objects.requireNonNull(imports.job(of).orElseThrow().status()));
    }
}
