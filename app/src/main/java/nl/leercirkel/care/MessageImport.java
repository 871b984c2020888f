package nl.leercirkel.care;

import static nl.leercirkeldb.care.Tables.MESSAGE;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.leercirkel.job.JobProgress;
import nl.leercirkel.privacy.Pseudonyms;
import nl.leercirkel.privacy.SealedFiles;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.standards.ijw.episode.Fact;
import nl.leercirkel.standards.ijw.message.Header;
import nl.leercirkel.standards.ijw.message.Message;
import nl.leercirkel.standards.ijw.message.SchemaVersions;
import nl.leercirkel.standards.ijw.rule.AnswerIdentity;
import nl.leercirkel.standards.ijw.rule.Judgement;
import nl.leercirkel.standards.ijw.rule.MessageJudge;
import nl.leercirkel.standards.ijw.rule.Parties;
import nl.leercirkel.standards.ijw.stream.MessageWriter;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads one file: judges it, stores its facts and what follows from them, and takes the file away, all in one transaction. So at
 * any moment, also when the application dies, either nothing of the file counts or all of it; and the same file counts once.
 *
 * <p>A message is judged by what it shows itself and never against earlier ones: messages arrive late and out of order, and the
 * facts may not depend on that.
 */
@Service
class MessageImport {
    private static final long AUTHORITY_LOCK = 0x1EE4C142L;
    private static final Duration WAIT = Duration.ofMillis(200);
    private static final Duration ANSWER_KEPT = Duration.ofDays(7);
    private static final int MUNICIPALITY_CODE = 4;
    private static final int BASE = 36;
    private static final SchemaVersions VERSIONS = new SchemaVersions("1.0.0", "1.0.0");
    private static final ZoneId HERE = ZoneId.of("Europe/Amsterdam");

    private final DSLContext sql;
    private final Pseudonyms pseudonyms;
    private final SealedFiles files;
    private final TransactionTemplate transactions;
    private final Clock clock;

    MessageImport(
            DSLContext sql,
            Pseudonyms pseudonyms,
            SealedFiles files,
            PlatformTransactionManager transactionManager,
            Clock clock) {
        this.sql = sql;
        this.pseudonyms = pseudonyms;
        this.files = files;
        this.transactions = new TransactionTemplate(transactionManager);
        this.clock = clock;
    }

    /** Reads a file that waits; {@code text} says in Dutch which one, for the progress. */
    Imported read(UUID fileId, JobProgress progress, String text) {
        return transactions.execute(status -> {
            Actor reader = ActorContext.required();
            waitForTurn(reader, progress, text);
            Optional<SealedFiles.Waiting> file = files.find(fileId);
            if (file.isEmpty()) {
                return new Imported.Gone();
            }
            Imported imported = known(file.get())
                    .<Imported>map(Imported.Known::new)
                    .orElseGet(() -> read(status, reader, file.get(), progress, text));
            files.remove(fileId);
            return imported;
        });
    }

    /** One file at a time per authority: episodes follow from all facts of a person, also those of another file. */
    private void waitForTurn(Actor reader, JobProgress progress, String text) {
        while (!sql.fetchSingle(
                        "select pg_try_advisory_xact_lock(?, hashtext(?))",
                        (int) AUTHORITY_LOCK,
                        reader.authorityId().toString())
                .get(0, Boolean.class)) {
            progress.update(0, 0, text + ": wacht tot een ander bestand is ingelezen");
            try {
                Thread.sleep(WAIT);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                progress.check();
            }
        }
    }

    private Optional<UUID> known(SealedFiles.Waiting file) {
        return sql.select(MESSAGE.MESSAGE_ID)
                .from(MESSAGE)
                .where(MESSAGE.FILE_CODE.eq(file.fingerprint()))
                .fetchOptional(MESSAGE.MESSAGE_ID);
    }

    private Imported read(
            TransactionStatus status, Actor reader, SealedFiles.Waiting file, JobProgress progress, String text) {
        MessageFile message = new MessageFile(UUID.randomUUID(), reader, file, clock.instant());
        Object before = status.createSavepoint();
        FactWriter facts = new FactWriter(sql, message, pseudonyms::open);
        Judgement judgement = judge(file, facts, progress, text);
        Verdict verdict;
        if (judgement.faultless()) {
            verdict = Verdict.ACCEPTED;
            facts.finish();
            status.releaseSavepoint(before);
            progress.update(file.size(), file.size(), text + ": trajecten en uitgaven worden bijgewerkt");
            follow(reader.authorityId(), message.id(), facts);
        } else {
            verdict = judgement.structure().valid() ? Verdict.REFUSED : Verdict.NO_MESSAGE;
            // Of a refused message nothing stays, not even that its persons were seen.
            status.rollbackToSavepoint(before);
            message.refused(sql, judgement, facts.header().orElse(null));
        }
        judgement
                .answer()
                .filter(answer ->
                        facts.header().filter(MessageImport::isOfProvider).isPresent())
                .ifPresent(answer -> keep(message.id(), answer));
        return new Imported.Read(message.id(), verdict, verdict == Verdict.ACCEPTED ? facts.facts() : 0);
    }

    private Judgement judge(SealedFiles.Waiting file, FactWriter facts, JobProgress progress, String text) {
        try (InputStream content = new Watched(files.open(file.id()), file.size(), progress, text)) {
            return MessageJudge.ofContent().judge(content, identity(), facts);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private AnswerIdentity identity() {
        long number = sql.fetchSingle("select nextval('care.answer_number')").get(0, Long.class);
        return new AnswerIdentity(
                "LC" + Long.toString(number, BASE).toUpperCase(Locale.ROOT),
                LocalDate.ofInstant(clock.instant(), HERE),
                VERSIONS);
    }

    /** Only who received a message answers it; what the municipality sent, the provider answers. */
    private static boolean isOfProvider(Header header) {
        return header.sender().length() != MUNICIPALITY_CODE;
    }

    private void follow(UUID authority, UUID messageId, FactWriter facts) {
        new EpisodeStore(sql, authority).renew(facts.persons());
        SpendingStore spending = new SpendingStore(sql, authority);
        if (facts.isDeclaration()) {
            Parties parties = Parties.of(facts.header().orElseThrow());
            spending.declared(messageId, parties.law().name(), parties.provider(), facts.repeated());
        }
        facts.answered().ifPresent(answer -> answered(spending, answer));
    }

    private static void answered(SpendingStore spending, Fact.Answered answer) {
        spending.answered(answer.parties().law().name(), answer.parties().provider(), answer.message());
    }

    /** It holds what the message held, so it waits encrypted and goes after a week. */
    private void keep(UUID messageId, Message answer) {
        try {
            UUID file = files.write(
                    answer.header().type().name() + ".xml", ANSWER_KEPT, output -> MessageWriter.write(answer, output));
            sql.update(MESSAGE)
                    .set(MESSAGE.ANSWER_FILE_ID, file)
                    .where(MESSAGE.MESSAGE_ID.eq(messageId))
                    .execute();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Tells how much of the file was read, and is where the work can be stopped. */
    private static final class Watched extends FilterInputStream {
        private final long size;
        private final JobProgress progress;
        private final String text;
        private long read;

        private Watched(InputStream content, long size, JobProgress progress, String text) {
            super(content);
            this.size = size;
            this.progress = progress;
            this.text = text;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            if (count > 0) {
                read += count;
                progress.update(read, size, text);
            }
            return count;
        }
    }
}
