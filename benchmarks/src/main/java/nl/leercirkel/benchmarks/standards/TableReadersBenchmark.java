package nl.leercirkel.benchmarks.standards;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import nl.leercirkel.standards.bij.BijLayout;
import nl.leercirkel.standards.bij.BijReader;
import nl.leercirkel.standards.cbs.CbsFiles;
import nl.leercirkel.standards.iv3.Iv3Tables;
import nl.leercirkel.standards.kwb.KwbReader;
import nl.leercirkel.standards.table.Findings;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Reading tables of ten thousand and of a million rows that are made while they are read, in a heap of 48 MB: a reader that kept
 * rows would not come to the end. Times are per table; divide by the rows for the cost of one.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 3)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx48m", "-XX:+UseSerialGC"})
public class TableReadersBenchmark {

    @Param({"10000", "1000000"})
    long rows;

    private final AtomicLong read = new AtomicLong();

    /** A delivery of youth help to CBS in columns. */
    @Benchmark
    public long bijColumns() {
        return bij(
                BijLayout.ownColumns(),
                "bsn;geboortedatum;geslacht;postcode_of_gemeente;verwijzer;hulpvorm;gestart_met_crisis;aanvang_jeugdhulp;"
                        + "einde_jeugdhulp;reden_einde_jeugdhulp;nut_1;zonder_hulp_1;informant_1\n",
                row -> "999990019;20120503;V;5911AA;01;02;02;20240101;20250301;01;8;04;ouder\n");
    }

    /** The same on positions. */
    @Benchmark
    public long bijPositions() {
        String line = "JH 99999001920120503V5911AA0102022024010120250301018 04ouder   " + " ".repeat(12) + "\n";
        return bij(BijLayout.ownPositions(), "", row -> line);
    }

    private long bij(BijLayout layout, String header, LongFunction<String> row) {
        Findings findings = new Findings();
        read.set(0);
        new BijReader(layout).read(table(header, row, ""), (record, place) -> read.incrementAndGet(), findings);
        return checked(findings);
    }

    /** Observations of key figures of the new service of CBS. */
    @Benchmark
    public long kwbObservations() {
        Findings findings = new Findings();
        read.set(0);
        KwbReader.readObservations(
                table(
                        "\"Id\";\"Measure\";\"ValueAttribute\";\"Value\";\"StringValue\";\"WijkenEnBuurten\"\n",
                        row -> row + ";\"T001036\";\"None\";" + row % 5000 + ";\"\";\"BU00140001\"\n",
                        ""),
                cell -> read.incrementAndGet(),
                findings);
        return checked(findings);
    }

    /** Amounts of municipalities as CBS exports them. */
    @Benchmark
    public long iv3Table() {
        Findings findings = new Findings();
        read.set(0);
        Iv3Tables.read(
                table(
                        "ID;TaakveldBalanspost;Categorie;Verslagsoort;Gemeenten;k_1ePlaatsing_1;k_2ePlaatsing_2\n",
                        row -> row + ";6.72a   ;L3.4.1  ;2024X005;GM0983   ;1200;" + row % 3000 + "\n",
                        ""),
                2024,
                row -> read.incrementAndGet(),
                findings);
        return checked(findings);
    }

    /** An answer of CBS in JSON, one row with five topics after another. */
    @Benchmark
    public long cbsAnswer() {
        Findings findings = new Findings();
        read.set(0);
        CbsFiles.read(
                table(
                        "{\"odata.metadata\":\"x\",\"value\":[{}",
                        row -> ",{\"ID\":" + row
                                + ",\"RegioS\":\"GM0014    \",\"Perioden\":\"2022JJ00\",\"A_1\":15.4,\"B_2\":9.5,"
                                + "\"C_3\":1.4,\"D_4\":null,\"E_5\":0.4}\n",
                        "]}"),
                row -> read.incrementAndGet(),
                findings);
        return checked(findings);
    }

    private long checked(Findings findings) {
        if (!findings.kept().isEmpty() || read.get() < rows) {
            throw new IllegalStateException(read + " rows, " + findings.kept());
        }
        return read.get();
    }

    private InputStream table(String header, LongFunction<String> row, String end) {
        return new Made(header, row, rows, end);
    }

    /** A table that exists only while it is read. */
    private static final class Made extends InputStream {
        private final LongFunction<String> row;
        private final long rows;
        private final String end;
        private byte[] part;
        private int at;
        private long next;

        Made(String header, LongFunction<String> row, long rows, String end) {
            this.row = row;
            this.rows = rows;
            this.end = end;
            this.part = header.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            while (at == part.length) {
                if (next > rows) {
                    return -1;
                }
                part = (next == rows ? end : row.apply(next)).getBytes(StandardCharsets.UTF_8);
                next++;
                at = 0;
            }
            int given = Math.min(length, part.length - at);
            System.arraycopy(part, at, target, offset, given);
            at += given;
            return given;
        }
    }
}
