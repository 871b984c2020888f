package nl.leercirkel.care;

import java.util.List;
import java.util.UUID;
import nl.leercirkel.job.JobKind;
import nl.leercirkel.job.JobProgress;
import nl.leercirkel.job.JobResult;
import nl.leercirkel.privacy.KeysUnavailableException;
import nl.leercirkel.security.Right;
import org.springframework.stereotype.Component;

/**
 * Reads the files of one upload, one after the other. Each is a transaction of its own: when the work is broken off, what was read
 * is read, and the next run goes on with the rest.
 */
@Component
class MessageImportJob implements JobKind<MessageImportJob.Files> {
    private final MessageImport messages;

    MessageImportJob(MessageImport messages) {
        this.messages = messages;
    }

    /** The files that wait. */
    record Files(List<UUID> files) {
        Files {
            files = List.copyOf(files);
        }
    }

    @Override
    public String name() {
        return "message-import";
    }

    @Override
    public Class<Files> parameterType() {
        return Files.class;
    }

    @Override
    public Right right() {
        return Right.MESSAGE_IMPORT;
    }

    @Override
    public boolean restartable() {
        return true;
    }

    @Override
    public JobResult run(Files wanted, JobProgress progress) {
        Tally tally = new Tally();
        int number = 0;
        for (UUID file : wanted.files()) {
            number++;
            String text = wanted.files().size() == 1
                    ? "Het bestand wordt gelezen"
                    : "Bestand %d van %d wordt gelezen"
                            .formatted(number, wanted.files().size());
            try {
                tally.add(messages.read(file, progress, text));
            } catch (KeysUnavailableException unavailable) {
                return new JobResult.Failed(unavailable.dutchMessage());
            }
        }
        return new JobResult.Done(tally.sentence(), tally.path(), null);
    }

    /** What came of all files together. */
    private static final class Tally {
        private int accepted;
        private int refused;
        private int known;
        private int gone;
        private UUID last = new UUID(0, 0);

        void add(Imported imported) {
            switch (imported) {
                case Imported.Read(UUID messageId, Verdict verdict, long facts) -> {
                    last = messageId;
                    if (verdict == Verdict.ACCEPTED) {
                        accepted++;
                    } else {
                        refused++;
                    }
                }
                case Imported.Known(UUID messageId) -> {
                    last = messageId;
                    known++;
                }
                case Imported.Gone() -> gone++;
            }
        }

        String sentence() {
            StringBuilder sentence =
                    new StringBuilder("Ingelezen: ").append(accepted).append(accepted == 1 ? " bericht" : " berichten");
            if (refused > 0) {
                sentence.append("; niet goed: ").append(refused);
            }
            if (known > 0) {
                sentence.append("; al eerder ingelezen: ").append(known);
            }
            if (gone > 0) {
                sentence.append("; al verwerkt of verlopen: ").append(gone);
            }
            return sentence.append('.').toString();
        }

        String path() {
            return accepted + refused + known == 1 && gone == 0
                    ? MessageController.PATH + "/" + last
                    : MessageController.PATH;
        }
    }
}
