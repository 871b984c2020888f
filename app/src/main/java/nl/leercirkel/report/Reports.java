package nl.leercirkel.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.leercirkel.organisation.Authorities;
import nl.leercirkel.portfolio.DutchMoments;
import nl.leercirkel.portfolio.Portfolios;
import nl.leercirkel.portfolio.Portfolios.RegisteredDecision;
import nl.leercirkel.portfolio.ProgrammeSummary;
import nl.leercirkel.report.document.Document;
import nl.leercirkel.report.document.Language;
import org.springframework.stereotype.Service;

/** The reports of the authority, written anew from the portfolio each time they are asked for. */
@Service
public class Reports {
    private final Portfolios portfolios;
    private final Authorities authorities;
    private final Clock clock;

    Reports(Portfolios portfolios, Authorities authorities, Clock clock) {
        this.portfolios = portfolios;
        this.authorities = authorities;
        this.clock = clock;
    }

    /** A report that can be made: of which programme, and what kind it would be now. */
    public record Available(ProgrammeSummary programme, ReportKind kind) {
        public String path() {
            return "/rapporten/" + programme.id();
        }

        public String planPath() {
            return path() + "/plan";
        }

        public String councilPath() {
            return path() + "/raad";
        }

        /** Whether its files are made in the background. */
        public boolean isLarge() {
            return programme.projects() >= ReportJob.LARGE;
        }
    }

    /** One for each programme that the acting person sees. */
    public List<Available> available() {
        Map<String, Long> decided = portfolios.decisions().stream()
                .collect(Collectors.groupingBy(
                        RegisteredDecision::programmeName,
                        Collectors.mapping(
                                RegisteredDecision::projectId,
                                Collectors.collectingAndThen(Collectors.toSet(), ids -> (long) ids.size()))));
        return portfolios.programmes().stream()
                .map(programme -> new Available(
                        programme,
                        ReportKind.of(
                                programme.projects(),
                                decided.getOrDefault(programme.name(), 0L).intValue())))
                .toList();
    }

    /** A report of a programme; empty when there is none for the acting person. */
    public Optional<Document> of(ReportOfProgramme report, UUID programmeId, Language language) {
        return portfolios.programme(programmeId).map(programme -> switch (report) {
            case EVALUATION -> EvaluationReport.of(programme, authorities.current(), language, today());
            case PLAN -> PlanReport.of(programme, authorities.current(), language, today());
            case COUNCIL -> CouncilPages.all(programme, authorities.current(), language, today());
        });
    }

    /** The page of one project; empty when the acting person does not see the whole programme. */
    public Optional<Document> councilPage(UUID projectId, Language language) {
        return portfolios
                .project(projectId)
                .flatMap(found -> portfolios
                        .programmeAlone(found.programmeId())
                        .map(programme -> CouncilPages.of(programme, found, authorities.current(), language, today())));
    }

    /** The name of a programme of which the acting person can have reports. */
    Optional<String> nameOf(UUID programmeId) {
        return portfolios.programmeName(programmeId);
    }

    /** Whether the files of a programme are made in the background. */
    boolean isLarge(UUID programmeId) {
        return portfolios.programmes().stream()
                .anyMatch(programme -> programme.id().equals(programmeId) && programme.projects() >= ReportJob.LARGE);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), DutchMoments.ZONE);
    }
}
