package nl.leercirkel.portfolio;

import static nl.leercirkeldb.portfolio.Tables.PROJECT;

import java.util.List;
import nl.leercirkel.database.InstallationTransactions;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * How many checks each project fails is kept with the project, so that overviews can count and filter in the database. A
 * saved project is counted anew; after a release that checks other things all are, at the start.
 */
@Component
class StoredChecks implements ApplicationRunner {
    private static final int BATCH = 200;

    private final DSLContext database;
    private final ProjectReader projects;
    private final InstallationTransactions installation;

    StoredChecks(DSLContext database, ProjectReader projects, InstallationTransactions installation) {
        this.database = database;
        this.projects = projects;
        this.installation = installation;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        while (installation.call("count the checks of projects anew", this::batch) == BATCH) {
            // each batch is a transaction of its own
        }
    }

    private Integer batch() {
        var stale = database.select(PROJECT.PROJECT_ID)
                .from(PROJECT)
                .where(PROJECT.CHECKS_VERSION.ne(ProjectChecks.VERSION))
                .limit(BATCH)
                .fetch(PROJECT.PROJECT_ID);
        if (!stale.isEmpty()) {
            for (ProjectDossier project : projects.find(PROJECT.PROJECT_ID.in(stale), DSL.noCondition())) {
                write(project);
            }
        }
        return stale.size();
    }

    private void write(ProjectDossier project) {
        List<Check> checks = project.checks();
        int contradictions =
                (int) checks.stream().filter(Check::isContradiction).count();
        database.update(PROJECT)
                .set(PROJECT.CONTRADICTIONS, contradictions)
                .set(PROJECT.GAPS, checks.size() - contradictions)
                .set(PROJECT.CHECKS_VERSION, ProjectChecks.VERSION)
                .where(PROJECT.PROJECT_ID.eq(project.id()))
                .execute();
    }
}
