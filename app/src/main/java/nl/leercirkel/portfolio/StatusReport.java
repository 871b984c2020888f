package nl.leercirkel.portfolio;

import java.time.LocalDate;

/**
 * How a project went on a day. Reports are added, never changed.
 *
 * @param reason why; only a project on course may go without
 * @param state of the project when it was reported
 * @param reportedBy name of the person
 * @param origin where it came from, such as a progress round; empty when it was reported by itself
 */
public record StatusReport(
        LocalDate on, Light light, String reason, ProjectState state, String reportedBy, String origin) {}
