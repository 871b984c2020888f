package nl.leercirkel.chart;

/**
 * What every chart says in words.
 *
 * @param title what is shown, of whom, when; never blank
 * @param description for people who do not see the picture; when blank it is made from the data
 * @param unit of every number on the chart: a chart has one value axis
 * @param source where the figures come from; shown with the chart, may be blank only in drafts
 */
public record Caption(String title, String description, Unit unit, String source) {

    public Caption {
        if (title.isBlank()) {
            throw new IllegalArgumentException("a chart needs a title");
        }
    }

    public static Caption of(String title, Unit unit, String source) {
        return new Caption(title, "", unit, source);
    }
}
