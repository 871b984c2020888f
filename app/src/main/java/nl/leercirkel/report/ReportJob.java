package nl.leercirkel.report;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.leercirkel.job.JobKind;
import nl.leercirkel.job.JobProgress;
import nl.leercirkel.job.JobResult;
import nl.leercirkel.job.ResultFile;
import nl.leercirkel.report.document.Document;
import nl.leercirkel.report.document.Language;
import nl.leercirkel.security.Right;
import org.springframework.stereotype.Component;

/** Makes the file of a large report in the background: a document of hundreds of projects takes longer than a page may. */
@Component
class ReportJob implements JobKind<ReportJob.Wanted> {
    /** From so many projects on a file is made in the background. */
    static final int LARGE = 50;

    private static final int STEPS = 3;

    private final Reports reports;

    ReportJob(Reports reports) {
        this.reports = reports;
    }

    /** What is to be made. */
    record Wanted(UUID programmeId, ReportOfProgramme report, ReportFormat format, Language language) {}

    @Override
    public String name() {
        return "report";
    }

    @Override
    public Class<Wanted> parameterType() {
        return Wanted.class;
    }

    @Override
    public Right right() {
        return Right.REPORT_EXPORT;
    }

    @Override
    public boolean restartable() {
        return true;
    }

    @Override
    public JobResult run(Wanted wanted, JobProgress progress) {
        progress.update(0, STEPS, "De gegevens worden gelezen");
        Optional<Document> report = reports.of(wanted.report(), wanted.programmeId(), wanted.language());
        if (report.isEmpty()) {
            return new JobResult.Failed("Dit programma is er niet meer. Kies een ander programma bij Evaluaties.");
        }
        progress.update(
                1,
                STEPS,
                "Het bestand wordt opgemaakt als " + wanted.format().name().toUpperCase(Locale.ROOT)
                        + "; dat duurt het langst");
        ReportFile file = ReportFile.of(report.get(), wanted.format());
        progress.update(2, STEPS, "Het bestand wordt bewaard");
        return new JobResult.Done(
                "Het bestand staat klaar.",
                ReportController.pathOf(wanted.programmeId(), wanted.report()),
                ResultFile.of(file.name(), file.format().mediaType().toString(), file.bytes()));
    }
}
