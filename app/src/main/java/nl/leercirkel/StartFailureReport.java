package nl.leercirkel;

import nl.leercirkel.database.DatabaseStartException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;

/** Says in Dutch why Leercirkel does not start when somebody can mend it; other faults keep their full report. */
class StartFailureReport implements SpringBootExceptionReporter {

    @Override
    public boolean reportException(Throwable failure) {
        String message = messageFor(failure);
        if (message == null) {
            return false;
        }
        System.err.println();
        System.err.println("Leercirkel start niet: " + message);
        return true;
    }

    private static @Nullable String messageFor(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DatabaseStartException start) {
                return start.getMessage();
            }
            if (cause instanceof PortInUseException port) {
                return "poort " + port.getPort() + " is al in gebruik, misschien door een andere Leercirkel."
                        + " Stop die, of kies een andere poort met LEERCIRKEL_PORT.";
            }
        }
        return null;
    }
}
