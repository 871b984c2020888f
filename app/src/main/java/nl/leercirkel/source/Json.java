package nl.leercirkel.source;

import org.jooq.JSONB;
import tools.jackson.databind.json.JsonMapper;

/** Records in the database as JSON. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static JSONB of(Object value) {
        return JSONB.valueOf(MAPPER.writeValueAsString(value));
    }

    static <T> T read(JSONB json, Class<T> type) {
        return MAPPER.readValue(json.data(), type);
    }

    static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }
}
