package nl.leercirkel.identity;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.leercirkel.organisation.Authorities;
import nl.leercirkel.organisation.AuthorityCatalogue;
import nl.leercirkel.organisation.AuthorityKind;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The part of a form that says which municipality or youth region: its kind, code and name. */
@Component
class AuthorityForm {
    private static final List<String> FIELDS =
            List.of("setupCode", "kind", "authorityCode", "authorityName", "name", "email");

    private final ObjectProvider<AuthorityCatalogue> catalogue;
    private final Authorities authorities;
    private final Texts texts;

    AuthorityForm(ObjectProvider<AuthorityCatalogue> catalogue, Authorities authorities, Texts texts) {
        this.catalogue = catalogue;
        this.authorities = authorities;
        this.texts = texts;
    }

    /** A checked choice. */
    record Chosen(AuthorityKind kind, String code, String name) {}

    List<AuthorityCatalogue.Entry> catalogue() {
        AuthorityCatalogue known = catalogue.getIfAvailable();
        return known == null ? List.of() : known.entries();
    }

    List<Texts.Choice> kinds() {
        return Arrays.stream(AuthorityKind.values())
                .map(kind -> new Texts.Choice(kind.name(), texts.text(kind.labelKey())))
                .toList();
    }

    /** What was typed, without passwords, to show it again; every field is there. */
    static Map<String, String> values(Map<String, String> form) {
        Map<String, String> values = new LinkedHashMap<>();
        FIELDS.forEach(field -> values.put(field, form.getOrDefault(field, "")));
        return values;
    }

    /** With the list of the country only what is in it; its name is then the list's. */
    Optional<Chosen> read(Map<String, String> form, Map<String, String> errors) {
        String code = form.getOrDefault("authorityCode", "").strip().toUpperCase(Locale.ROOT);
        String name = form.getOrDefault("authorityName", "").strip();
        Optional<AuthorityKind> kind = Arrays.stream(AuthorityKind.values())
                .filter(known -> known.name().equals(form.get("kind")))
                .findFirst();
        if (kind.isEmpty()) {
            errors.put("kind", texts.text("identity.authority.kind.missing"));
            return Optional.empty();
        }
        List<AuthorityCatalogue.Entry> known = catalogue();
        Optional<Chosen> chosen = known.isEmpty()
                ? typed(kind.get(), code, name)
                : known.stream()
                        .filter(entry ->
                                entry.kind() == kind.get() && entry.code().equalsIgnoreCase(code))
                        .map(entry -> new Chosen(entry.kind(), entry.code(), entry.name()))
                        .findFirst();
        if (chosen.isEmpty()) {
            errors.put(
                    code.isEmpty() || !known.isEmpty() ? "authorityCode" : "authorityName",
                    texts.text(known.isEmpty() ? "identity.authority.missing" : "identity.authority.unknown"));
        } else if (authorities.findByCode(chosen.get().code()).isPresent()) {
            errors.put("authorityCode", texts.text("identity.authority.exists"));
            return Optional.empty();
        }
        return chosen;
    }

    private static Optional<Chosen> typed(AuthorityKind kind, String code, String name) {
        boolean complete = code.matches("[A-Z0-9]{2,12}") && !name.isEmpty() && name.length() <= 100;
        return complete ? Optional.of(new Chosen(kind, code, name)) : Optional.empty();
    }
}
