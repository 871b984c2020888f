package nl.leercirkel.job;

import org.jspecify.annotations.Nullable;

/** What came of the work. */
public sealed interface JobResult {
    /**
     * The work was done.
     *
     * @param message what was done, as a Dutch sentence
     * @param path the page with the result, within this application
     * @param file a file to download, kept for a week
     */
    record Done(
            String message, @Nullable String path, @Nullable ResultFile file) implements JobResult {
        public Done {
            if (path != null && !path.matches("/(?![/\\\\])\\S*")) {
                throw new IllegalArgumentException("Not a path within the application: " + path);
            }
        }

        public Done(String message) {
            this(message, null, null);
        }
    }

    /**
     * The work could not be done.
     *
     * @param dutchMessage what is wrong and how to mend it
     */
    record Failed(String dutchMessage) implements JobResult {
        public Failed {
            if (dutchMessage.isBlank()) {
                throw new IllegalArgumentException("A failure says what is wrong");
            }
        }
    }
}
