package nl.leercirkel.report;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.Right;
import nl.leercirkel.shell.CircleStep;
import nl.leercirkel.shell.NavigationContribution;
import nl.leercirkel.shell.NavigationEntry;
import nl.leercirkel.shell.RelatedContribution;
import nl.leercirkel.shell.RelatedLink;
import nl.leercirkel.shell.SearchContribution;
import nl.leercirkel.shell.SearchHit;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the shell shows of reports. They stand under interpreting: a report lays out what is to be talked about. */
@Component
class ReportShell implements NavigationContribution, SearchContribution, RelatedContribution {
    private final Reports reports;
    private final MessageSource messages;

    ReportShell(Reports reports, MessageSource messages) {
        this.reports = reports;
        this.messages = messages;
    }

    @Override
    public List<NavigationEntry> entries() {
        return List.of(new NavigationEntry(
                CircleStep.INTERPRET, "report.nav.reports", ReportController.LIST, Right.REPORT_READ, 10));
    }

    @Override
    public Right right() {
        return Right.REPORT_READ;
    }

    /** Finds a report by its title, which holds its kind and the name of the programme. */
    @Override
    public List<SearchHit> search(String query, int limit) {
        String wanted = query.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return List.of();
        }
        Locale locale = LocaleContextHolder.getLocale();
        return reports.available().stream()
                .map(report -> new SearchHit(
                        "report.kind.report",
                        messages.getMessage(report.kind().labelKey(), null, locale) + ": "
                                + report.programme().name(),
                        messages.getMessage(report.kind().labelKey() + ".is", null, locale),
                        report.path()))
                .filter(hit -> hit.title().toLowerCase(Locale.ROOT).contains(wanted))
                .limit(limit)
                .toList();
    }

    @Override
    public List<RelatedLink> related(String subject, UUID id, Actor actor, Locale locale) {
        return subject.equals("project") && actor.may(Right.REPORT_READ)
                ? List.of(new RelatedLink(
                        messages.getMessage("report.council.project", null, locale), ReportController.pathOf(id)))
                : List.of();
    }
}
