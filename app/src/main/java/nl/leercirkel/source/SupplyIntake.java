package nl.leercirkel.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.leercirkel.job.JobId;
import nl.leercirkel.job.JobResult;
import nl.leercirkel.job.Jobs;
import nl.leercirkel.privacy.SealedUpload;
import nl.leercirkel.source.Supply.State;
import nl.leercirkel.source.check.Definition;
import nl.leercirkel.source.check.Field;
import nl.leercirkel.source.check.Mapping;
import nl.leercirkel.source.open.TableWriter;
import nl.leercirkel.source.open.Taken;
import nl.leercirkel.source.table.Preview;
import nl.leercirkel.source.table.TableOptions;
import nl.leercirkel.spreadsheet.RefusedFileException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way of a fetched file into its dataset, which is the way of a file that somebody brings: {@link Imports}. The one
 * difference is who decides. What is good to the last row is stored; anything else waits for a person.
 */
@Service
class SupplyIntake {
    private final SupplyStore supplies;
    private final DatasetAdministration datasets;
    private final Imports imports;
    private final FileHash hashes;
    private final Jobs jobs;
    private final Clock clock;

    SupplyIntake(
            SupplyStore supplies,
            DatasetAdministration datasets,
            Imports imports,
            FileHash hashes,
            Jobs jobs,
            Clock clock) {
        this.supplies = supplies;
        this.datasets = datasets;
        this.imports = imports;
        this.hashes = hashes;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** What is fetched; empty where that was stopped or changed since the work was planned. */
    @Transactional(readOnly = true)
    public Optional<Supply> begin(UUID datasetId) {
        return supplies.find(datasetId).filter(supply -> supply.state() == State.FETCHING);
    }

    /**
     * Brings a fetched file in. All of it in one transaction: when something is wrong nothing is kept.
     *
     * @param asked whether a person asked for it now: then a file that was thrown away comes back
     */
    @Transactional(rollbackFor = Exception.class)
    public JobResult bring(Supply begun, Taken taken, Path file, boolean asked)
            throws IOException, RefusedFileException {
        try (InputStream content = Files.newInputStream(file);
                SealedUpload upload = SealedUpload.of(name(taken), content)) {
            return bring(begun, taken, upload, asked);
        }
    }

    private JobResult bring(Supply begun, Taken taken, SealedUpload upload, boolean asked)
            throws IOException, RefusedFileException {
        UUID id = begun.datasetId();
        Optional<Supply> locked = supplies.lock(id)
                .filter(supply ->
                        supply.state() == State.FETCHING && supply.wanted().equals(begun.wanted()));
        Optional<Dataset> found = datasets.find(id);
        if (locked.isEmpty() || found.isEmpty()) {
            return new JobResult.Failed("Het ophalen is intussen gestopt of gewijzigd. Er is niets opgeslagen.");
        }
        Supply supply = locked.get();
        requireSameColumns(supply.columns(), columns(taken.fields()));
        Dataset dataset = withFields(found.get(), taken);
        if (!asked
                && supply.fileRevision() == dataset.revision()
                && List.of(upload.hash(), hashes.keyed(upload)).contains(supply.fileHash())) {
            return seenBefore(supply, dataset);
        }
        return switch (imports.bring(id, upload.name(), upload, false)) {
            case Imports.Brought.Known(Version version) ->
                nothingNew(dataset, "Er is niets nieuws: het is hetzelfde als versie " + version.number() + ".");
            case Imports.Brought.Kept(Import kept) -> check(supply, dataset, taken, kept);
        };
    }

    /** The same file as last time, which is stored no more, or waits already. */
    private JobResult seenBefore(Supply supply, Dataset dataset) {
        UUID importId = supply.importId();
        Instant now = clock.instant();
        if (importId != null && imports.find(dataset.id(), importId).isPresent()) {
            String message = "Er is niets nieuws: het bestand dat er al was, wacht nog op uw besluit.";
            supplies.waiting(
                    dataset.id(),
                    message,
                    SupplyRhythm.afterNothing(dataset.about().refresh(), now));
            return new JobResult.Done(message, dataset.path(), null);
        }
        return nothingNew(dataset, "Er is niets nieuws sinds de vorige keer.");
    }

    private String name(Taken taken) {
        String day = clock.instant().toString().substring(0, 10);
        return taken.asIs() ? Typed.fileName(taken.name()) : Typed.fileName("opgehaald-" + day + "-" + taken.name());
    }

    private JobResult nothingNew(Dataset dataset, String message) {
        Instant due = SupplyRhythm.afterNothing(dataset.about().refresh(), clock.instant());
        supplies.succeeded(dataset.id(), due == null ? State.DONE : State.PLANNED, message, due);
        return new JobResult.Done(message, dataset.path(), null);
    }

    /** A dataset that has no fields yet takes those of the publisher; its own are never changed. */
    private Dataset withFields(Dataset dataset, Taken taken) {
        if (!dataset.definition().fields().isEmpty() || !taken.certain()) {
            return dataset;
        }
        datasets.change(dataset.id(), dataset.revision(), dataset.about(), new Definition(taken.fields()));
        return datasets.find(dataset.id()).orElseThrow();
    }

    private JobResult check(Supply supply, Dataset dataset, Taken taken, Import kept) throws RefusedFileException {
        TableOptions options = taken.asIs() ? asBefore(dataset, kept) : TableWriter.OPTIONS;
        Preview preview = imports.preview(kept, options);
        List<String> columns = taken.asIs() ? preview.columns() : columns(taken.fields());
        requireSameColumns(supply.columns(), columns);
        Definition definition = dataset.definition();
        Mapping mapping = Mapping.proposed(definition, preview.columns(), dataset.mapping());
        requireKnownColumns(dataset, mapping);
        imports.choose(kept, options, mapping);
        Import chosen = imports.find(dataset.id(), kept.id()).orElseThrow();
        List<String> unmapped = definition.fields().stream()
                .map(Field::name)
                .filter(field -> !mapping.columns().containsKey(field))
                .toList();
        boolean firstTime = dataset.mapping().columns().isEmpty();
        if (definition.fields().isEmpty()
                || (firstTime && !unmapped.isEmpty())
                || !mapping.errors(definition, preview.columns()).isEmpty()) {
            String message = definition.fields().isEmpty()
                    ? "Het bestand is er. Neem de velden over en kijk ze na; daarna gaat het vanzelf."
                    : "Het bestand is er. Kies welke kolom bij welk veld hoort; daarna gaat het vanzelf.";
            supplies.brought(dataset.id(), State.WAITING, message, chosen, dataset.revision(), columns);
            supplies.waiting(
                    dataset.id(),
                    message,
                    SupplyRhythm.afterNothing(dataset.about().refresh(), clock.instant()));
            return new JobResult.Done(message, chosen.path(), null);
        }
        imports.start(chosen);
        String message = "Opgehaald; de rijen worden gecontroleerd.";
        supplies.brought(dataset.id(), State.CHECKING, message, chosen, dataset.revision(), columns);
        return new JobResult.Done(message, dataset.path(), null);
    }

    /** A file as somebody made it is read as the current version was, where it is of the same kind. */
    private TableOptions asBefore(Dataset dataset, Import kept) {
        return datasets.versions(dataset.id()).stream()
                .filter(Version::current)
                .findFirst()
                .map(version -> datasets.reading(version).options())
                .filter(options -> options.kind() == kept.options().kind())
                .orElse(kept.options());
    }

    private static List<String> columns(List<Field> fields) {
        return fields.stream()
                .map(field -> field.unit().isEmpty() ? field.name() : field.name() + " in " + field.unit())
                .toList();
    }

    /** A column that is gone, or is in another unit, would go unnoticed into figures. */
    private static void requireSameColumns(List<String> before, List<String> now) throws RefusedFileException {
        if (before.isEmpty() || now.isEmpty()) {
            return;
        }
        List<String> gone = new ArrayList<>(before);
        gone.removeAll(now);
        List<String> fresh = new ArrayList<>(now);
        fresh.removeAll(before);
        if (!gone.isEmpty()) {
            throw new RefusedFileException(
                    "De kolommen zijn veranderd. Er was: " + listed(gone) + ". "
                            + (fresh.isEmpty() ? "Dat is weg." : "Nieuw is: " + listed(fresh) + ".")
                            + " Er is niets opgeslagen. Pas zo nodig de velden van de bron aan, en sla het ophalen bij Wijzigen opnieuw op.");
        }
    }

    private static String listed(List<String> names) {
        return String.join("; ", names.subList(0, Math.min(5, names.size()))) + (names.size() > 5 ? "; en meer" : "");
    }

    private static void requireKnownColumns(Dataset dataset, Mapping mapping) throws RefusedFileException {
        for (Field field : dataset.definition().fields()) {
            String before = dataset.mapping().columns().get(field.name());
            if (before != null && !mapping.columns().containsKey(field.name())) {
                throw new RefusedFileException("De kolommen zijn veranderd: kolom " + before + ", die bij veld "
                        + field.name() + " hoort, is er niet meer. Er is niets opgeslagen."
                        + " Lees het bestand een keer zelf in en koppel de kolommen opnieuw, of pas het veld aan.");
            }
        }
    }

    /** It did not work; says so, and when it is tried again. */
    @Transactional
    public String fail(UUID datasetId, String message) {
        Optional<Supply> supply = supplies.lock(datasetId).filter(Supply::busy);
        if (supply.isEmpty()) {
            return message;
        }
        int failures = supply.get().failures() + 1;
        Instant again = SupplyRhythm.afterFailure(failures, clock.instant());
        supplies.failed(datasetId, message, failures, again);
        return message + " Leercirkel probeert het op " + SourceNote.moment(again) + " weer.";
    }

    /** What became of a file whose rows were checked, or about which a person decided. The caller holds the lock. */
    void settle(Supply supply) {
        Dataset dataset = datasets.find(supply.datasetId()).orElseThrow();
        UUID importId = supply.importId();
        Optional<Import> found = importId == null ? Optional.empty() : imports.find(dataset.id(), importId);
        if (found.isEmpty()) {
            decidedByAPerson(supply, dataset);
            return;
        }
        Import of = found.get();
        if (supply.state() != State.CHECKING) {
            return;
        }
        switch (of.state()) {
            case CHECKED -> {
                hide(supply, of);
                decide(dataset, of);
            }
            case REFUSED -> {
                hide(supply, of);
                imports.discard(of);
                fail(dataset.id(), of.message() + " Er is niets opgeslagen.");
            }
            case LOOKED_AT -> leaveToAPerson(dataset, "Iemand is de kolommen van dit bestand opnieuw aan het kiezen.");
            case CHECKING -> {
                boolean ended =
                        imports.job(of).map(job -> job.status().isFinal()).orElse(false);
                if (ended) {
                    leaveToAPerson(dataset, "Het controleren is gestopt voordat het klaar was. Hervat het.");
                }
            }
        }
    }

    /** What came of it stands with the dataset; two finished jobs each day on a home page would say nothing more. */
    private void hide(Supply supply, Import of) {
        for (@Nullable JobId job : new @Nullable JobId[] {supply.job(), of.job()}) {
            if (job != null) {
                jobs.seen(job);
            }
        }
    }

    private void decide(Dataset dataset, Import of) {
        switch (imports.decide(dataset.id(), of.id(), true)) {
            case Imports.Decided.Stored(int number, long rows, long refused) -> {
                Instant due = SupplyRhythm.afterNews(dataset.about().refresh(), clock.instant());
                supplies.succeeded(
                        dataset.id(),
                        due == null ? State.DONE : State.PLANNED,
                        "Opgeslagen als versie " + number + ": " + rows + (rows == 1 ? " rij." : " rijen."),
                        due);
            }
            case Imports.Decided.Same(Version version) ->
                nothingNew(dataset, "Er is niets nieuws: het is hetzelfde als versie " + version.number() + ".");
            case Imports.Decided.NotAllGood() ->
                leaveToAPerson(
                        dataset,
                        (of.rowsGood() == 1 ? "1 rij is goed, " : of.rowsGood() + " rijen zijn goed, ")
                                + of.rowsRefused()
                                + " geweigerd. Daarom is er niets vanzelf opgeslagen: besluit zelf.");
            case Imports.Decided.Overtaken(Version by) ->
                leaveToAPerson(
                        dataset,
                        "Intussen heeft " + by.storedBy() + " versie " + by.number()
                                + " opgeslagen. Besluit zelf of deze gegevens daarna komen.");
            case Imports.Decided.NotReady() ->
                leaveToAPerson(
                        dataset, "Geen enkele rij is goed. Kijk waarom, en herstel de rijen of gooi het bestand weg.");
        }
    }

    private void leaveToAPerson(Dataset dataset, String message) {
        supplies.waiting(
                dataset.id(), message, SupplyRhythm.afterNothing(dataset.about().refresh(), clock.instant()));
    }

    private void decidedByAPerson(Supply supply, Dataset dataset) {
        Optional<Version> stored = datasets.versions(dataset.id()).stream()
                .filter(version -> version.fileHash().equals(supply.fileHash()))
                .findFirst();
        if (stored.isPresent()) {
            Instant due = SupplyRhythm.afterNews(dataset.about().refresh(), clock.instant());
            supplies.succeeded(
                    dataset.id(),
                    due == null ? State.DONE : State.PLANNED,
                    "Opgeslagen als versie " + stored.get().number() + " door "
                            + stored.get().storedBy() + ".",
                    due);
        } else {
            nothingNew(
                    dataset,
                    "Het opgehaalde bestand is weggegooid, door iemand of omdat er zeven dagen lang niet over is besloten."
                            + " Kies Nu ophalen om het opnieuw te krijgen.");
        }
    }
}
