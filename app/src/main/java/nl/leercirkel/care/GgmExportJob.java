package nl.leercirkel.care;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import nl.leercirkel.care.ggm.About;
import nl.leercirkel.care.ggm.GgmExport;
import nl.leercirkel.care.ggm.GgmFormat;
import nl.leercirkel.care.ggm.GgmModel;
import nl.leercirkel.job.JobKind;
import nl.leercirkel.job.JobProgress;
import nl.leercirkel.job.JobResult;
import nl.leercirkel.job.ResultFile;
import nl.leercirkel.privacy.Purpose;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.security.Right;
import nl.leercirkel.standards.ijw.definition.Law;
import org.jooq.DSLContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Makes the file with the facts of one law in the terms of the municipal data model. One law at a time, since each is a purpose of
 * its own: somebody is another person under the other one, and a file with both would put the two side by side.
 */
@Component
class GgmExportJob implements JobKind<GgmExportJob.Wanted> {
    private static final ZoneId HERE = ZoneId.of("Europe/Amsterdam");
    private static final Locale DUTCH = Locale.of("nl");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM uuuu HH:mm", DUTCH);

    private final DSLContext sql;
    private final CareLineage lineage;
    private final CareTexts texts;
    private final Clock clock;

    GgmExportJob(DSLContext sql, CareLineage lineage, CareTexts texts, Clock clock) {
        this.sql = sql;
        this.lineage = lineage;
        this.texts = texts;
        this.clock = clock;
    }

    /** What is to be made. */
    record Wanted(Law law, GgmFormat format) {}

    @Override
    public String name() {
        return "care-ggm-export";
    }

    @Override
    public Class<Wanted> parameterType() {
        return Wanted.class;
    }

    /** Who reads messages in handles data of single persons already; totals alone are for more people. */
    @Override
    public Right right() {
        return Right.MESSAGE_IMPORT;
    }

    @Override
    public boolean restartable() {
        return true;
    }

    @Override
    public JobResult run(Wanted wanted, JobProgress progress) {
        progress.update(0, 0, "De gegevens worden geteld");
        ResultFile file =
                new ResultFile(fileName(wanted), "application/zip", output -> write(wanted, output, progress));
        return new JobResult.Done(
                "Het bestand staat klaar. Het bevat gegevens per mens, onder pseudoniem.", GgmController.PATH, file);
    }

    private String fileName(Wanted wanted) {
        return "ggm-" + GgmExport.nameOf(wanted.law()).toLowerCase(Locale.ROOT) + "-"
                + LocalDate.ofInstant(clock.instant(), HERE) + "-"
                + wanted.format().key() + ".zip";
    }

    /** Needs a transaction; whoever keeps the file has one. */
    void write(Wanted wanted, OutputStream output, JobProgress progress) throws IOException {
        String holding = SpendingStore.holding(ActorContext.required().authorityId(), wanted.law());
        new GgmExport(sql, wanted.law(), holding)
                .write(
                        wanted.format(),
                        output,
                        about(wanted.law()),
                        (entity, entities, name, rows) -> progress.update(
                                entity,
                                entities,
                                "Het bestand wordt geschreven: " + name + (rows == 0 ? "" : ", rij " + rows)));
    }

    private About about(Law law) {
        Purpose purpose = CareConfiguration.purpose(law);
        return new About(
                purpose.key() + " (" + purpose.name() + ")",
                purpose.legalBasis(),
                GgmExport.nameOf(law),
                source(law),
                MOMENT.format(clock.instant().atZone(HERE)),
                GgmModel.of(law));
    }

    /** In Dutch: the file is read elsewhere. */
    private String source(Law law) {
        Optional<Resting> resting = lineage.resting(law);
        LocaleContextHolder.setLocale(DUTCH);
        try {
            return texts.source(law, resting);
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }
}
