package nl.leercirkel.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.leercirkel.demo.DemoDossiers;
import nl.leercirkel.security.ActorContext;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

/** The rows of an overview, read with little, say what the whole projects say. */
@PortfolioTest
class ProjectRowsTest {
    @Autowired
    Overviews overviews;

    @Autowired
    Portfolios portfolios;

    @Autowired
    ProgrammeEditor programmes;

    @Autowired
    PortfolioEditor editor;

    @Autowired
    DSLContext database;

    @Autowired
    PlatformTransactionManager transactions;

    static List<ProgrammeDossier> demo() {
        return List.of(DemoDossiers.dordrecht(), DemoDossiers.venlo(), DemoDossiers.middenLimburgOost());
    }

    private UUID store(TestWorld world, ProgrammeDossier programme) {
        return ActorContext.callAs(world.manager, () -> {
            UUID id = TestWorld.saved(programmes.addProgramme(new ProgrammeForm.Draft(
                    programme.data(),
                    programme.lines().stream()
                            .map(line -> new ProgrammeForm.LineDraft(null, line.name(), line.budget()))
                            .toList())));
            editor.addProjects(
                    id, programme.projects().stream().map(ProjectDossier::data).toList(), "");
            return id;
        });
    }

    @ParameterizedTest
    @MethodSource("demo")
    void aRowSaysWhatTheProjectSays(ProgrammeDossier programme) {
        TestWorld world = new TestWorld(database, transactions);
        UUID id = store(world, programme);
        List<ProjectDossier> whole = ActorContext.callAs(
                world.manager, () -> portfolios.programme(id).orElseThrow().projects());
        Map<String, ProjectRow> rows = ActorContext.callAs(world.manager, overviews::visible).stream()
                .collect(Collectors.toMap(ProjectRow::path, Function.identity()));
        assertThat(rows).hasSize(programme.projects().size());
        for (ProjectDossier project : whole) {
            ProjectRow row = rows.get(project.path());
            ProjectData data = project.data();
            assertThat(row.name()).isEqualTo(project.name());
            assertThat(row.line()).isEqualTo(data.line());
            assertThat(row.essence()).isEqualTo(Prose.shortened(data.essence(), 160));
            assertThat(row.result())
                    .isEqualTo(data.mainResult().map(Result::summary).orElse(""));
            assertThat(row.amount()).isEqualTo(data.plannedFromProgramme().format());
            assertThat(row.decision())
                    .isEqualTo(data.currentDecision()
                            .map(decision -> decision.kind().title())
                            .orElse(""));
            assertThat(row.contradictions())
                    .isEqualTo(project.checks().stream()
                            .filter(Check::isContradiction)
                            .count());
            assertThat(row.contradictions() + row.gaps())
                    .isEqualTo(project.checks().size());
        }
    }

    @Test
    void rowsStandInTheOrderOfTheProgramme() {
        TestWorld world = new TestWorld(database, transactions);
        UUID id = store(world, DemoDossiers.venlo());
        List<String> order = ActorContext.callAs(
                world.manager,
                () -> portfolios.programme(id).orElseThrow().projects().stream()
                        .map(ProjectDossier::path)
                        .toList());
        assertThat(ActorContext.callAs(world.manager, overviews::visible))
                .extracting(ProjectRow::path)
                .containsExactlyElementsOf(order);
    }
}
