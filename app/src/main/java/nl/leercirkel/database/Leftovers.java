package nl.leercirkel.database;

import static nl.leercirkel.database.DatabaseStartException.Reason.SERVER_FAILED;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Clears what an application that was killed has left running on its data folder. Called with the folder's lock held, so
 * whatever runs from its programs folder has lost its master.
 */
final class Leftovers {

    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);

    private final DataFolder folder;
    private final Programs programs;

    Leftovers(DataFolder folder, Programs programs) {
        this.folder = folder;
        this.programs = programs;
    }

    void clear() throws IOException {
        Optional<Long> recorded = recordedPostmaster();
        if (recorded.isPresent() && running().stream().anyMatch(process -> process.pid() == recorded.get())) {
            LOG.warn("Stopping the database server {} that a killed Leercirkel left behind", recorded.get());
            if (!Postmaster.stop(programs, folder.database())) {
                LOG.warn("The database server {} does not stop; killing it", recorded.get());
            }
        }
        killAll();
        // A dead process's file is left to PostgreSQL, which checks more (its shared memory). But when the number now
        // belongs to another program, say after a reboot, PostgreSQL would take that for a running server.
        if (recorded.isPresent() && Files.exists(Path.of("/proc", recorded.get().toString()))) {
            Files.deleteIfExists(postmasterFile());
        }
    }

    /** The processes that run a program of this data folder: also an initdb, or workers whose server was killed. */
    private List<ProcessHandle> running() {
        return ProcessHandle.allProcesses().filter(this::isOurs).toList();
    }

    private boolean isOurs(ProcessHandle process) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "exe"))
                    .startsWith(folder.programs());
        } catch (IOException goneOrForeign) {
            return false;
        }
    }

    private void killAll() {
        running().forEach(ProcessHandle::destroyForcibly);
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        for (List<ProcessHandle> left = running(); !left.isEmpty(); left = running()) {
            if (System.nanoTime() > deadline) {
                long stuck = left.getFirst().pid();
                throw new DatabaseStartException(
                        SERVER_FAILED,
                        "Een oud proces van de database (%d) op %s stopt niet. Stop het met: kill -9 %d"
                                .formatted(stuck, folder.root(), stuck));
            }
            Programs.pause(Duration.ofMillis(20));
        }
    }

    private Optional<Long> recordedPostmaster() throws IOException {
        if (!Files.exists(postmasterFile())) {
            return Optional.empty();
        }
        String first = Files.readString(postmasterFile())
                .lines()
                .findFirst()
                .orElse("")
                .strip();
        try {
            return Optional.of(Long.parseLong(first));
        } catch (NumberFormatException cutOff) {
            // Written partly when the power failed; PostgreSQL refuses to start on such a file.
            Files.delete(postmasterFile());
            return Optional.empty();
        }
    }

    private Path postmasterFile() {
        return folder.database().resolve("postmaster.pid");
    }
}
