package nl.leercirkel.standards.json;

import java.io.Serial;
import nl.leercirkel.standards.table.Place;

/** The JSON is well formed and says something else than it should. Caught by {@link JsonReading}; users get a finding. */
public final class UnexpectedJson extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Place place;

    /** @param message in Dutch */
    public UnexpectedJson(Place place, String message) {
        super(message);
        this.place = place;
    }

    Place place() {
        return place;
    }
}
