package nl.leercirkel.source.open;

import java.util.List;
import java.util.stream.Collectors;
import nl.leercirkel.standards.cbs.CbsVersion;

/**
 * What is to be fetched for a dataset, as somebody chose it.
 *
 * @param tables codes of CBS; of key figures with the year behind it where it is not known ("85984NED 2024")
 * @param topics by title or column; all where empty
 * @param filters lines such as "Perioden: *JJ00"
 * @param areas of key figures: districts and neighbourhoods too
 * @param year of amounts or key figures that do not say it; 0 where they do
 * @param folder below the authority's folder; empty for that folder itself
 * @param files which of the files there, as a pattern such as "85098*.csv"
 */
public record Wanted(
        Kind kind,
        Place place,
        CbsVersion version,
        List<String> tables,
        List<String> topics,
        List<String> filters,
        boolean areas,
        int year,
        String folder,
        String files) {

    /** What sort of table. */
    public enum Kind {
        CBS("tabel van het CBS (StatLine)"),
        KWB("kerncijfers wijken en buurten"),
        IV3("Iv3: lasten en baten per taakveld"),
        AS_IS("bestand zoals het is (CSV, Excel, LibreOffice of JSON)");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        public String value() {
            return name();
        }
    }

    /** Where it comes from. */
    public enum Place {
        SERVICE("van de open data van het CBS"),
        FOLDER("uit een map op de server");

        private final String label;

        Place(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        public String value() {
            return name();
        }
    }

    public Wanted {
        tables = List.copyOf(tables);
        topics = List.copyOf(topics);
        filters = List.copyOf(filters);
    }

    /** "tabel van het CBS (StatLine) 85098NED". */
    public String description() {
        return kind.label() + ", "
                + switch (place) {
                    case SERVICE -> tables.stream().collect(Collectors.joining(", "));
                    case FOLDER ->
                        "het nieuwste bestand " + files + (folder.isEmpty() ? "" : " in map " + folder)
                                + " op de server";
                };
    }
}
