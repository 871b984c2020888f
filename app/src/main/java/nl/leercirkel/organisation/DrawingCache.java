package nl.leercirkel.organisation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Maps that were drawn, until there are too many characters of them; then those go that were not asked for longest. A
 * drawing belongs to one version of a border file, so it never has to be thrown away for being old.
 */
final class DrawingCache {

    /** What was drawn: of which file, in which language, and which part. */
    record Key(UUID boundaryId, String language, String part) {}

    private final long mostCharacters;
    private final LinkedHashMap<Key, String> drawings = new LinkedHashMap<>(16, 0.75f, true);
    private final Object drawing = new Object();
    private long characters;

    DrawingCache(long mostCharacters) {
        this.mostCharacters = mostCharacters;
    }

    String get(Key key, Supplier<String> draw) {
        Optional<String> earlier = find(key);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        // One at a time: many readers of a new map would otherwise all draw it. What is drawn already need not wait.
        synchronized (drawing) {
            return find(key).orElseGet(() -> keep(key, draw.get()));
        }
    }

    synchronized int size() {
        return drawings.size();
    }

    private synchronized Optional<String> find(Key key) {
        return Optional.ofNullable(drawings.get(key));
    }

    private synchronized String keep(Key key, String drawn) {
        drawings.put(key, drawn);
        characters += drawn.length();
        var oldest = drawings.entrySet().iterator();
        while (characters > mostCharacters && oldest.hasNext()) {
            Map.Entry<Key, String> entry = oldest.next();
            characters -= entry.getValue().length();
            oldest.remove();
        }
        return drawn;
    }
}
