package nl.leercirkel.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import nl.leercirkel.security.Actor;
import nl.leercirkel.shell.CircleStep;
import nl.leercirkel.shell.NavigationContribution;
import nl.leercirkel.shell.NavigationEntry;
import org.springframework.stereotype.Component;

/** The navigation for somebody: all five steps of the circle, with only what this person may open. */
@Component
class Navigation {
    private final List<NavigationEntry> entries;

    Navigation(List<NavigationContribution> contributions) {
        this.entries = contributions.stream()
                .flatMap(contribution -> contribution.entries().stream())
                .sorted(Comparator.comparing(NavigationEntry::step).thenComparing(NavigationEntry::order))
                .toList();
    }

    List<Shell.NavigationGroup> of(Actor actor, String path) {
        return Arrays.stream(CircleStep.values())
                .map(step -> group(step, actor, path))
                .filter(group -> !group.key().equals("administration")
                        || !group.entries().isEmpty())
                .toList();
    }

    private Shell.NavigationGroup group(CircleStep step, Actor actor, String path) {
        List<Shell.NavigationLink> links = entries.stream()
                .filter(entry -> entry.step() == step && actor.may(entry.right()))
                .map(entry -> new Shell.NavigationLink(entry.labelKey(), entry.path(), isCurrent(entry.path(), path)))
                .toList();
        return new Shell.NavigationGroup(step.name().toLowerCase(Locale.ROOT), step.labelKey(), links);
    }

    private static boolean isCurrent(String entryPath, String path) {
        return path.equals(entryPath) || path.startsWith(entryPath + "/");
    }
}
