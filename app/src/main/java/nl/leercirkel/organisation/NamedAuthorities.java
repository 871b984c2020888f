package nl.leercirkel.organisation;

import static nl.leercirkeldb.organisation.Tables.AUTHORITY;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * What the authorities of a person are called, for the frame of each page. Kept for some seconds: a name changes once in years,
 * and who may work where is not decided by it.
 */
@Repository
class NamedAuthorities {
    private static final String NAMED = "select * from organisation.authorities_named(cast(? as uuid[]))";
    private static final Duration KEPT_FOR = Duration.ofSeconds(10);
    private static final int KEPT = 1_000;

    private record Known(List<Authority> authorities, Instant until) {}

    private final DSLContext database;
    private final Clock clock;
    private final Map<Set<UUID>, Known> known = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Set<UUID>, Known> eldest) {
            return size() > KEPT;
        }
    };

    NamedAuthorities(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** In order of name. */
    List<Authority> of(Set<UUID> ids) {
        Instant now = clock.instant();
        Known kept = known(ids);
        if (kept != null && now.isBefore(kept.until())) {
            return kept.authorities();
        }
        List<Authority> read = read(ids);
        if (read.size() == ids.size()) { // one that is being made is asked for again
            keep(ids, new Known(read, now.plus(KEPT_FOR)));
        }
        return read;
    }

    private synchronized @Nullable Known known(Set<UUID> ids) {
        return known.get(ids);
    }

    private synchronized void keep(Set<UUID> ids, Known found) {
        known.remove(ids);
        known.put(ids, found);
    }

    private List<Authority> read(Set<UUID> ids) {
        return List.copyOf(database.resultQuery(NAMED, (Object) ids.toArray(UUID[]::new))
                .coerce(AUTHORITY.AUTHORITY_ID, AUTHORITY.KIND, AUTHORITY.CODE, AUTHORITY.NAME, AUTHORITY.COLOUR)
                .fetch(Authorities::authority));
    }
}
