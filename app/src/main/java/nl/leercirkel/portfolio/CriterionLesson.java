package nl.leercirkel.portfolio;

/** What was learned on one of the criteria that the programme judges its projects on. */
public record CriterionLesson(String criterion, String lesson) {}
