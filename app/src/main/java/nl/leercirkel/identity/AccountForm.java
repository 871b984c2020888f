package nl.leercirkel.identity;

import java.util.Map;
import java.util.regex.Pattern;

/** The name and e-mail address of somebody, as typed. */
record AccountForm(String name, String email) {
    // Only what would certainly fail: the address is proved by signing in, not by a pattern.
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");

    static AccountForm read(Map<String, String> form) {
        return new AccountForm(
                form.getOrDefault("name", "").strip(), Accounts.normalise(form.getOrDefault("email", "")));
    }

    void check(Texts texts, Map<String, String> errors) {
        if (name.isEmpty() || name.length() > 100) {
            errors.put("name", texts.text("identity.name.missing"));
        }
        if (email.length() > 254 || !EMAIL.matcher(email).matches()) {
            errors.put("email", texts.text("identity.email.missing"));
        }
    }
}
