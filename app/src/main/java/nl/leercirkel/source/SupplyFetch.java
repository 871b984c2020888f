package nl.leercirkel.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import nl.leercirkel.job.JobKind;
import nl.leercirkel.job.JobProgress;
import nl.leercirkel.job.JobResult;
import nl.leercirkel.organisation.Authorities;
import nl.leercirkel.security.Right;
import nl.leercirkel.source.open.FileFolder;
import nl.leercirkel.source.open.OpenStatistics;
import nl.leercirkel.source.open.Taken;
import nl.leercirkel.source.open.Wanted;
import nl.leercirkel.spreadsheet.RefusedFileException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Fetches what a dataset wants and brings it in. May begin again: until the file is brought nothing is kept. */
@Component
class SupplyFetch implements JobKind<SupplyFetch.Work> {
    private static final Logger LOG = LoggerFactory.getLogger(SupplyFetch.class);
    /** Also what {@link ImportFiles} looks for when it removes what was left behind. */
    private final SupplyIntake intake;

    private final OpenSources sources;
    private final Authorities authorities;
    private final Clock clock;

    SupplyFetch(SupplyIntake intake, OpenSources sources, Authorities authorities, Clock clock) {
        this.intake = intake;
        this.sources = sources;
        this.authorities = authorities;
        this.clock = clock;
    }

    /** @param asked whether a person asked for it now */
    record Work(UUID datasetId, boolean asked) {}

    @Override
    public String name() {
        return "source-supply-fetch";
    }

    @Override
    public Class<Work> parameterType() {
        return Work.class;
    }

    @Override
    public Right right() {
        return Right.DATASET_MANAGE;
    }

    @Override
    public boolean restartable() {
        return true;
    }

    @Override
    public JobResult run(Work work, JobProgress progress) throws IOException {
        Optional<Supply> supply = intake.begin(work.datasetId());
        if (supply.isEmpty()) {
            return new JobResult.Failed("Het ophalen is intussen gestopt of gewijzigd.");
        }
        Path target = Files.createTempFile(OpenStatistics.TEMPORARY, ".tmp");
        try {
            progress.update(0, 0, "De gegevens worden opgehaald");
            Taken taken = take(supply.get().wanted(), target, progress);
            progress.update(0, 0, "De gegevens worden klaargezet");
            return intake.bring(supply.get(), taken, target, work.asked());
        } catch (RefusedFileException refused) {
            return new JobResult.Failed(intake.fail(work.datasetId(), refused.reason()));
        } catch (IOException broken) {
            LOG.warn("Fetching for dataset {} broke off", work.datasetId(), broken);
            return new JobResult.Failed(intake.fail(
                    work.datasetId(), "Het lezen of schrijven is afgebroken. Is de schijf van de server vol?"));
        } finally {
            Files.deleteIfExists(target);
        }
    }

    private Taken take(Wanted wanted, Path target, JobProgress progress) throws IOException, RefusedFileException {
        return switch (wanted.place()) {
            case SERVICE ->
                OpenStatistics.fromService(
                        wanted,
                        sources.transport(wanted.kind()),
                        target,
                        rows -> progress.update(rows, 0, rows + " rijen opgehaald"));
            case FOLDER -> fromFolder(wanted, target, progress);
        };
    }

    private Taken fromFolder(Wanted wanted, Path target, JobProgress progress)
            throws IOException, RefusedFileException {
        Path root = sources.folder()
                .orElseThrow(() -> new RefusedFileException(
                        "Op deze server is geen map voor bronnen ingesteld. Vraag de beheerder van de server."));
        // each authority reads its own folder and no other
        FileFolder folder = new FileFolder(root.resolve(authorities.current().code()));
        Path copy = Files.createTempFile(OpenStatistics.TEMPORARY, ".tmp");
        try {
            String name = folder.takeNewest(wanted.folder(), wanted.files(), clock.instant(), copy);
            return OpenStatistics.fromFile(
                    wanted, copy, name, target, rows -> progress.update(rows, 0, rows + " rijen gelezen"));
        } finally {
            Files.deleteIfExists(copy);
        }
    }
}
