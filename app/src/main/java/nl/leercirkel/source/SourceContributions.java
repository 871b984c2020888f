package nl.leercirkel.source;

import java.util.List;
import nl.leercirkel.security.Right;
import nl.leercirkel.shell.CircleStep;
import nl.leercirkel.shell.NavigationContribution;
import nl.leercirkel.shell.NavigationEntry;
import nl.leercirkel.shell.SearchContribution;
import nl.leercirkel.shell.SearchHit;
import org.springframework.stereotype.Component;

/** Datasets in the navigation and among the results of searching. */
@Component
class SourceContributions implements NavigationContribution, SearchContribution {
    private final DatasetAdministration datasets;

    SourceContributions(DatasetAdministration datasets) {
        this.datasets = datasets;
    }

    @Override
    public List<NavigationEntry> entries() {
        return List.of(
                new NavigationEntry(CircleStep.OBSERVE, "source.navigation", "/bronnen", Right.DATASET_READ, 40));
    }

    @Override
    public Right right() {
        return Right.DATASET_READ;
    }

    @Override
    public List<SearchHit> search(String query, int limit) {
        String text = Typed.line(query);
        return text.isEmpty()
                ? List.of()
                : datasets.list(text).stream()
                        .limit(limit)
                        .map(line -> new SearchHit("source.kind.dataset", line.name(), line.supplier(), line.path()))
                        .toList();
    }
}
