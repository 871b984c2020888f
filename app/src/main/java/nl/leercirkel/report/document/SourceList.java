package nl.leercirkel.report.document;

import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The documents and datasets that the notes point at. */
public record SourceList(List<Source> sources) implements Block {

    /**
     * A source.
     *
     * @param key short name that notes use, such as D2021
     * @param address where it can be found
     */
    public record Source(
            String key, String description, @Nullable String address) {
        public Source {
            key = Plain.required(key, "De afkorting van een bron");
            description = Plain.required(description, "De beschrijving van bron " + key);
            address = address == null ? null : Inline.Link.checked(address);
        }
    }

    public SourceList {
        sources = List.copyOf(sources);
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("De bronnenlijst is leeg.");
        }
        var keys = new HashSet<String>();
        for (var source : sources) {
            if (!keys.add(source.key())) {
                throw new IllegalArgumentException("Bron '" + source.key() + "' staat twee keer in de lijst.");
            }
        }
    }
}
