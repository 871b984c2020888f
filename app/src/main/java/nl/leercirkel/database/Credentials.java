package nl.leercirkel.database;

/** A database role and its password; the password never shows in a log or message. */
public record Credentials(String user, String password) {

    @Override
    public String toString() {
        return "Credentials[user=" + user + ", password=***]";
    }
}
