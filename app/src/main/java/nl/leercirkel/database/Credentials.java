package nl.leercirkel.database;

/** A database user with its password. */
public record Credentials(String user, String password) {
    /** Never shows the password. */
    @Override
    public String toString() {
        return "Credentials[user=" + user + "]";
    }
}
