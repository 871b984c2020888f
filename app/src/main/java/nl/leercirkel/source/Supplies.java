package nl.leercirkel.source;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.leercirkel.job.JobId;
import nl.leercirkel.job.Jobs;
import nl.leercirkel.security.Actor;
import nl.leercirkel.shell.NotFoundException;
import nl.leercirkel.source.Supply.State;
import nl.leercirkel.source.open.Wanted;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which datasets get their rows by themselves: setting it, starting and stopping it, and what is to be done now. */
@Service
class Supplies {
    /** Work that says nothing for so long was broken off with the whole program. */
    private static final Duration LONGEST = Duration.ofHours(6);

    private final SupplyStore supplies;
    private final SupplyIntake intake;
    private final SupplyFetch fetch;
    private final DatasetStore datasets;
    private final Jobs jobs;
    private final Clock clock;

    Supplies(
            SupplyStore supplies,
            SupplyIntake intake,
            SupplyFetch fetch,
            DatasetStore datasets,
            Jobs jobs,
            Clock clock) {
        this.supplies = supplies;
        this.intake = intake;
        this.fetch = fetch;
        this.datasets = datasets;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<Supply> find(UUID datasetId) {
        return supplies.find(datasetId);
    }

    /** From now on it is fetched on behalf of the acting person, the first time at once. */
    @Transactional
    public JobId set(UUID datasetId, Wanted wanted) {
        Actor actor = Imports.requireRight();
        Dataset dataset = dataset(datasetId);
        supplies.lock(datasetId);
        supplies.put(actor, datasetId, wanted, clock.instant());
        return start(dataset, true);
    }

    /** Empty where it is being fetched already. Whoever begins again what had stopped has it from then on. */
    @Transactional
    public Optional<JobId> now(UUID datasetId) {
        Actor actor = Imports.requireRight();
        Dataset dataset = dataset(datasetId);
        Supply supply = supplies.lock(datasetId).orElseThrow(() -> new NotFoundException("supply of " + datasetId));
        if (supply.stopped()) {
            supplies.takeOver(actor, datasetId);
        }
        return supply.busy() ? Optional.empty() : Optional.of(start(dataset, true));
    }

    @Transactional
    public void stop(UUID datasetId) {
        Actor actor = Imports.requireRight();
        if (supplies.lock(datasetId).isEmpty()) {
            throw new NotFoundException("supply of " + datasetId);
        }
        supplies.stopped(datasetId, "Gestopt door " + actor.name() + ".", 0);
    }

    private JobId start(Dataset dataset, boolean asked) {
        JobId job = jobs.start(fetch, "Ophalen: " + dataset.name(), new SupplyFetch.Work(dataset.id(), asked));
        supplies.fetching(dataset.id(), job);
        return job;
    }

    private Dataset dataset(UUID id) {
        return datasets.find(id).orElseThrow(() -> new NotFoundException("dataset " + id));
    }

    /** Does what is to be done now, as the person on whose behalf it is fetched. */
    @Transactional
    public void advance(UUID datasetId) {
        Imports.requireRight();
        Optional<Supply> locked = supplies.lock(datasetId);
        if (locked.isEmpty()) {
            return;
        }
        Supply found = locked.get();
        if (found.state() == State.FETCHING && isLost(found)) {
            intake.fail(datasetId, "Het ophalen is afgebroken voordat het klaar was.");
        }
        if (found.state() == State.CHECKING || found.state() == State.WAITING) {
            intake.settle(found);
        }
        Supply now = supplies.find(datasetId).orElseThrow();
        Instant due = now.dueAt();
        if (!now.busy() && !now.stopped() && due != null && !due.isAfter(clock.instant())) {
            JobId before = now.job();
            if (before != null) {
                jobs.seen(before);
            }
            start(dataset(datasetId), false);
        }
    }

    /** Whether the job ended without saying what came of it. A job of somebody else may be hidden: then time tells. */
    private boolean isLost(Supply supply) {
        JobId job = supply.job();
        Instant begun = supply.triedAt();
        boolean late = begun == null || begun.isBefore(clock.instant().minus(LONGEST));
        return job == null
                ? late
                : jobs.find(job).map(found -> found.status().isFinal()).orElse(late);
    }
}
