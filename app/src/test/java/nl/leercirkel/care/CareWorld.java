package nl.leercirkel.care;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import nl.leercirkel.job.JobProgress;
import nl.leercirkel.privacy.Pseudonyms;
import nl.leercirkel.privacy.SealedFiles;
import nl.leercirkel.privacy.SealedUpload;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.security.Role;
import org.jooq.DSLContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An authority of its own, that reads messages. */
final class CareWorld {
    /** Every column but those that are random or tell when: what must be the same whatever the order of arrival. */
    private static final List<String> DERIVED = List.of(
            "select law, municipality, provider, ordinal, allocations, category, code, help_record, help_form, state, requested_on,"
                    + " decided_on, allocated_from, allocated_until, begin_on, end_on, end_reason, restart, referrer_type, birth_year, area"
                    + " from care.episode",
            "select law, municipality, provider, ordinal, pause_from, pause_until from care.pause",
            "select law, municipality, provider, category, code, help_record, help_form, month, state, sum(lines), sum(cents)"
                    + " from care.spending group by 1, 2, 3, 4, 5, 6, 7, 8, 9");

    static final JobProgress SILENT = new JobProgress() {
        @Override
        public void update(long done, long total, String text) {}

        @Override
        public void check() {}
    };

    final Actor analyst;
    private final DSLContext sql;
    private final SealedFiles files;
    private final MessageImport messages;
    private final TransactionTemplate transactions;

    CareWorld(
            DSLContext sql, SealedFiles files, MessageImport messages, PlatformTransactionManager transactionManager) {
        this(
                new Actor(UUID.randomUUID(), "Ada Analist", UUID.randomUUID(), Set.of(Role.ANALYST), null, false),
                sql,
                files,
                messages,
                transactionManager);
    }

    /** Of somebody who can also open pages. */
    CareWorld(
            Actor analyst,
            DSLContext sql,
            SealedFiles files,
            MessageImport messages,
            PlatformTransactionManager transactionManager) {
        this.analyst = analyst;
        this.sql = sql;
        this.files = files;
        this.messages = messages;
        this.transactions = new TransactionTemplate(transactionManager);
    }

    <T> T as(Supplier<T> work) {
        return ActorContext.<T, RuntimeException>callAs(analyst, () -> transactions.execute(status -> work.get()));
    }

    UUID keep(String name, byte[] content) {
        return as(() -> {
            try (SealedUpload upload = SealedUpload.of(name, new ByteArrayInputStream(content))) {
                return files.keep(upload, Duration.ofDays(1));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        });
    }

    Imported read(UUID file) {
        return ActorContext.<Imported, RuntimeException>callAs(
                analyst, () -> messages.read(file, SILENT, "Het bestand wordt gelezen"));
    }

    Imported read(byte[] content) {
        return read(keep("bericht.xml", content));
    }

    Imported.Read accepted(byte[] content) {
        Imported imported = read(content);
        if (imported instanceof Imported.Read read && read.verdict() == Verdict.ACCEPTED) {
            return read;
        }
        throw new AssertionError(imported + " " + findings(imported));
    }

    List<String> findings(Imported imported) {
        UUID message = imported instanceof Imported.Read read ? read.messageId() : new UUID(0, 0);
        return rows("select rule || ' ' || path || ' ' || explanation from care.finding where message_id = '" + message
                + "' order by number");
    }

    List<String> rows(String query) {
        return as(() -> sql.fetch(query)
                .map(row -> String.join(
                        "|",
                        java.util.Arrays.stream(row.intoArray())
                                .map(CareWorld::text)
                                .toList())));
    }

    private static String text(Object value) {
        return value instanceof Object[] array ? java.util.Arrays.toString(array) : String.valueOf(value);
    }

    long count(String table) {
        return Long.parseLong(rows("select count(*) from " + table).getFirst());
    }

    /** What follows from all facts, in an order that does not depend on random numbers. */
    List<List<String>> derived() {
        return DERIVED.stream()
                .map(query -> rows(query).stream().sorted().toList())
                .toList();
    }

    List<SpendingStore.Booked> booked() {
        return as(() -> new SpendingStore(sql, analyst.authorityId()).booked());
    }

    Map<String, UUID> persons(Pseudonyms pseudonyms, List<String> numbers) {
        return as(() -> {
            Pseudonyms.Reading reading = pseudonyms.open(CareConfiguration.YOUTH);
            Map<String, UUID> persons = new java.util.HashMap<>();
            for (String number : numbers) {
                String code = reading.code(number, "");
                persons.put(number, reading.persons().get(code));
            }
            return persons;
        });
    }
}
