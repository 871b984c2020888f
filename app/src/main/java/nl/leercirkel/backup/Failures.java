package nl.leercirkel.backup;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import nl.leercirkel.database.DatabaseStartException;

/** Runs a command and says in Dutch why it did not succeed; gives its exit code. */
final class Failures {

    private static final String DISK_FULL = "53100";
    private static final String NO_SPACE = "No space left";

    private Failures() {}

    static int report(PrintStream err, Callable<Void> command) {
        try {
            command.call();
            return 0;
        } catch (Refusal refusal) {
            return say(err, refusal.exitCode(), String.valueOf(refusal.getMessage()));
        } catch (DatabaseStartException refusal) {
            boolean settings = refusal.reason() == DatabaseStartException.Reason.SETTINGS;
            return say(err, settings ? Refusal.USAGE : Refusal.FAILED, String.valueOf(refusal.getMessage()));
        } catch (IOException failure) {
            return say(err, Refusal.FAILED, explain(failure));
        } catch (SQLException failure) {
            return say(err, Refusal.FAILED, explain(failure));
        } catch (Exception unexpected) {
            failureOfOurs(err, unexpected);
            return Refusal.FAILED;
        }
    }

    private static int say(PrintStream err, int exitCode, String message) {
        err.println("Leercirkel: " + message);
        return exitCode;
    }

    private static void failureOfOurs(PrintStream err, Exception unexpected) {
        say(err, Refusal.FAILED, "er ging iets mis wat Leercirkel niet verwachtte. Meld dit met de regels hieronder.");
        unexpected.printStackTrace(err);
    }

    private static String explain(IOException failure) {
        String message = String.valueOf(failure.getMessage());
        return switch (failure) {
            case AccessDeniedException denied ->
                "geen toegang tot %s. Controleer de rechten, of kies een andere plek.".formatted(denied.getFile());
            case NoSuchFileException missing -> "%s bestaat niet.".formatted(missing.getFile());
            case IOException full
            when message.contains(NO_SPACE) ->
                "de schijf is vol. Maak ruimte vrij of kies een andere plek. Er is niets veranderd.";
            case IOException other -> "lezen of schrijven lukt niet (%s). Er is niets veranderd.".formatted(other);
        };
    }

    private static String explain(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        if (state.equals(DISK_FULL)) {
            return "de schijf met de gegevensmap is vol. Maak ruimte vrij en probeer het opnieuw. Er is niets veranderd.";
        }
        // Lost connections: class 08, and the server's own words for stopping.
        if (state.startsWith("08") || state.startsWith("57P")) {
            return "de verbinding met de database is weg. Is Leercirkel intussen gestopt? Probeer het opnieuw. Er is niets veranderd.";
        }
        return "de database meldt een fout (%s). Er is niets veranderd.".formatted(failure.getMessage());
    }
}
