import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import nl.leercirkel.Application;
import nl.leercirkel.job.JobProgress;
import nl.leercirkel.privacy.SealedFiles;
import nl.leercirkel.privacy.SealedUpload;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.security.Role;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads declarations of 100,000 lines, one after the other, into an empty installation with its own PostgreSQL (fsync on), and prints
 * the lines per second of each stretch: from the encrypted file that waits to facts that are committed. First and last a small one of
 * 10,000 lines, to see whether it matters how much there is. Numbers of citizens are those of the official test range.
 *
 * <p>Use: java -cp ... ImportSpeed.java millionsOfLines, with LEERCIRKEL_DATA on an empty folder.
 */
public class ImportSpeed {
    private static final int LINES_PER_CLIENT = 11;
    private static final int LARGE = 9_090 * LINES_PER_CLIENT;
    private static final int SMALL = 909 * LINES_PER_CLIENT;
    private static final List<String> NUMBERS = numbers();

    public static void main(String[] arguments) throws Exception {
        double millions = arguments.length == 0 ? 1 : Double.parseDouble(arguments[0]);
        try (ConfigurableApplicationContext application = SpringApplication.run(Application.class, "--server.port=0")) {
            ImportSpeed speed = new ImportSpeed(application);
            speed.read("warm", SMALL, 3);
            speed.read("klein, leeg", SMALL, 3);
            long wanted = (long) (millions * 1_000_000);
            long stretch = 5L * LARGE;
            for (long done = 0; done < wanted; done += stretch) {
                speed.read("groot", LARGE, 5);
            }
            speed.read("klein, vol", SMALL, 3);
            System.out.println("regels in de tabel: " + speed.count());
        }
    }

    private final SealedFiles files;
    private final Object messages;
    private final Method read;
    private final TransactionTemplate transactions;
    private final DataSource database;
    private final Actor analyst = new Actor(UUID.randomUUID(), "Meting", UUID.randomUUID(), Set.of(Role.ANALYST), null, false);
    private int number;

    private ImportSpeed(ConfigurableApplicationContext application) throws Exception {
        files = application.getBean(SealedFiles.class);
        transactions = new TransactionTemplate(application.getBean(PlatformTransactionManager.class));
        database = application.getBean(DataSource.class);
        // The way in is the page; what is measured is what the page starts in the background.
        Class<?> type = Class.forName("nl.leercirkel.care.MessageImport");
        messages = application.getBean(type);
        read = type.getDeclaredMethod("read", UUID.class, JobProgress.class, String.class);
        read.setAccessible(true);
    }

    private void read(String what, int lines, int times) throws Exception {
        long nanos = 0;
        long bytes = 0;
        for (int i = 0; i < times; i++) {
            byte[] file = declaration(lines / LINES_PER_CLIENT, ++number);
            bytes += file.length;
            UUID kept = as(() -> {
                try (SealedUpload upload = SealedUpload.of("declaratie.xml", new java.io.ByteArrayInputStream(file))) {
                    return files.keep(upload, Duration.ofDays(1));
                }
            });
            long begin = System.nanoTime();
            Object imported = ActorContext.<Object, Exception>callAs(analyst, () -> read.invoke(messages, kept, SILENT, "meting"));
            nanos += System.nanoTime() - begin;
            if (!imported.toString().contains("ACCEPTED")) {
                throw new IllegalStateException(imported.toString());
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%-12s %9d regels, %6.1f MB: %8.0f regels/s%n",
                what,
                (long) lines * times,
                bytes / 1e6,
                (double) lines * times / (nanos / 1e9));
    }

    private interface Work<T> {
        T done() throws Exception;
    }

    private <T> T as(Work<T> work) throws Exception {
        return ActorContext.<T, Exception>callAs(analyst, () -> transactions.execute(status -> {
            try {
                return work.done();
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        }));
    }

    private long count() throws Exception {
        return as(() -> {
            Connection connection = org.springframework.jdbc.datasource.DataSourceUtils.getConnection(database);
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select count(*) from care.line")) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    private static final JobProgress SILENT = new JobProgress() {
        @Override
        public void update(long done, long total, String text) {}

        @Override
        public void check() {}
    };

    private static List<String> numbers() {
        List<String> numbers = new ArrayList<>();
        for (int number = 999_900_000; number <= 999_999_999; number++) {
            String text = Integer.toString(number);
            int sum = 0;
            for (int i = 0; i < 9; i++) {
                sum += (text.charAt(i) - '0') * (i == 8 ? -1 : 9 - i);
            }
            if (sum % 11 == 0) {
                numbers.add(text);
            }
        }
        return numbers;
    }

    private static byte[] declaration(int clients, int file) {
        StringBuilder text = new StringBuilder(clients * LINES_PER_CLIENT * 560);
        text.append("""
                <?xml version="1.0" encoding="UTF-8"?>
                <d:Bericht xmlns:i="http://www.istandaarden.nl/ijw/3_2/basisschema/schema" xmlns:d="http://www.istandaarden.nl/ijw/3_2/jw323/schema">
                <d:Header><d:BerichtCode>490</d:BerichtCode><d:BerichtVersie>3</d:BerichtVersie><d:BerichtSubversie>2</d:BerichtSubversie><d:Afzender>12345678</d:Afzender><d:Ontvanger>0505</d:Ontvanger>
                <d:BerichtIdentificatie><i:Identificatie>D%1$d</i:Identificatie><i:Dagtekening>2026-05-04</i:Dagtekening></d:BerichtIdentificatie>
                <d:XsdVersie><i:BasisschemaXsdVersie>1.0.0</i:BasisschemaXsdVersie><i:BerichtXsdVersie>1.0.0</i:BerichtXsdVersie></d:XsdVersie></d:Header>
                <d:Declaratie><d:DeclaratieNummer>N%1$d</d:DeclaratieNummer>
                <d:DeclaratiePeriode><i:Begindatum>2026-04-01</i:Begindatum><i:Einddatum>2026-04-30</i:Einddatum></d:DeclaratiePeriode>
                <d:DeclaratieDagtekening>2026-05-04</d:DeclaratieDagtekening>
                <d:TotaalIngediendBedrag><i:TotaalBedrag>%2$d</i:TotaalBedrag><i:DebetCredit>D</i:DebetCredit></d:TotaalIngediendBedrag>
                <d:Clienten>
                """.formatted(file, (long) clients * LINES_PER_CLIENT * 76_000));
        for (int client = 0; client < clients; client++) {
            text.append("<d:Client>\n  <d:Bsn>").append(NUMBERS.get(client)).append("</d:Bsn>\n  <d:Prestaties>\n");
            for (int line = 0; line < LINES_PER_CLIENT; line++) {
                text.append("""
                            <d:Prestatie>
                              <d:ProductReferentie><i:ReferentieNummer>F%1$dC%2$dL%3$d</i:ReferentieNummer></d:ProductReferentie>
                              <d:ToewijzingNummer>%4$d</d:ToewijzingNummer>
                              <d:ProductCategorie>45</d:ProductCategorie>
                              <d:ProductCode>45A%5$02d</d:ProductCode>
                              <d:ProductPeriode><i:Begindatum>2026-04-01</i:Begindatum><i:Einddatum>2026-04-30</i:Einddatum></d:ProductPeriode>
                              <d:GeleverdVolume>8</d:GeleverdVolume>
                              <d:Eenheid>04</d:Eenheid>
                              <d:ProductTarief>9500</d:ProductTarief>
                              <d:IngediendBedrag><i:Bedrag>76000</i:Bedrag><i:DebetCredit>D</i:DebetCredit></d:IngediendBedrag>
                            </d:Prestatie>
                        """.formatted(file, client, line, 1_000_000 + client * 20L + line, 1 + line));
            }
            text.append("  </d:Prestaties>\n</d:Client>\n");
        }
        return text.append("</d:Clienten></d:Declaratie></d:Bericht>\n").toString().getBytes(StandardCharsets.UTF_8);
    }
}
