package nl.leercirkel.call;

import java.util.List;
import org.jooq.JSONB;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Questions and answers as the database keeps them: their shape is the call's own. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static JSONB of(Answers answers) {
        return JSONB.valueOf(MAPPER.writeValueAsString(answers));
    }

    static Answers answers(JSONB stored) {
        return MAPPER.readValue(stored.data(), Answers.class);
    }

    static JSONB of(CallForm form) {
        return JSONB.valueOf(MAPPER.writeValueAsString(form.fields()));
    }

    static CallForm form(JSONB stored) {
        return new CallForm(MAPPER.readValue(stored.data(), new TypeReference<List<FormField>>() {}));
    }
}
