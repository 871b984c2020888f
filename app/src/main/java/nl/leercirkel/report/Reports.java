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

    /** The report of a programme; empty when there is none for the acting person. */
    public Optional<Document> of(UUID programmeId, Language language) {
        return portfolios
                .programme(programmeId)
                .map(programme -> EvaluationReport.of(programme, authorities.current(), language, today()));
    }

    /** The plan of a programme; empty when there is none for the acting person. */
    public Optional<Document> plan(UUID programmeId, Language language) {
        return portfolios
                .programme(programmeId)
                .map(programme -> PlanReport.of(programme, authorities.current(), language, today()));
    }

    /** One page for each project of a programme; empty when there is none for the acting person. */
    public Optional<Document> councilPages(UUID programmeId, Language language) {
        return portfolios
                .programme(programmeId)
                .map(programme -> CouncilPages.all(programme, authorities.current(), language, today()));
    }

    /** The page of one project; empty when the acting person does not see the whole programme. */
    public Optional<Document> councilPage(UUID projectId, Language language) {
        return portfolios
                .project(projectId)
                .flatMap(found -> portfolios
                        .programme(found.programmeId())
                        .map(programme -> CouncilPages.of(programme, found, authorities.current(), language, today())));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), DutchMoments.ZONE);
    }
}
