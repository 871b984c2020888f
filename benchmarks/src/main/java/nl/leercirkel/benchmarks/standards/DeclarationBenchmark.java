package nl.leercirkel.benchmarks.standards;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import nl.leercirkel.standards.ijw.rule.Judgement;
import nl.leercirkel.standards.ijw.rule.MessageJudge;
import nl.leercirkel.standards.ijw.stream.MessageReader;
import nl.leercirkel.standards.ijw.stream.ReadResult;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.xml.sax.SAXException;

/**
 * A JW323 of 100 MB in a heap of 256 MB: a bare pass of the parser, reading with structure and mapping, and judging as well;
 * beside it what the JDK takes for structure alone, by the official definition in the folder "shared" beside the project.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx256m")
public class DeclarationBenchmark {
    private static final int SIZE = 100_000_000;

    private byte[] file = {};
    private @Nullable Schema official;

    @Setup
    public void make() throws IOException, SAXException {
        try (DeclarationFile stream = DeclarationFile.ofSize(SIZE)) {
            byte[] buffer = new byte[SIZE + SIZE / 100];
            int length = stream.readNBytes(buffer, 0, buffer.length);
            file = buffer.length == length ? buffer : java.util.Arrays.copyOf(buffer, length);
        }
        Path definition =
                Path.of(System.getProperty("leercirkel.shared", "../shared"), "standards/ijw-3.2/xsd/JW323.xsd");
        if (Files.exists(definition)) {
            official = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(definition.toFile());
        }
    }

    /** The other bound: the JDK's schema validation, structure only. */
    @Benchmark
    public boolean jdkSchema() throws IOException, SAXException {
        if (official == null) {
            throw new IllegalStateException(
                    "no official definition: set -Dleercirkel.shared to the folder that has it");
        }
        official.newValidator().validate(new StreamSource(new ByteArrayInputStream(file)));
        return true;
    }

    /** The bound: only going from event to event. */
    @Benchmark
    public int barePass() throws XMLStreamException {
        InputFactoryImpl factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(file));
        int events = 0;
        while (reader.hasNext()) {
            events += reader.next();
        }
        return events;
    }

    /** Structure checked and parts made. */
    @Benchmark
    public boolean read(Blackhole parts) throws IOException {
        ReadResult result =
                new MessageReader().read(new ByteArrayInputStream(file), (part, place) -> parts.consume(part));
        if (!result.valid()) {
            throw new IllegalStateException(result.violations().toString());
        }
        return result.valid();
    }

    /** Structure, all rules within the message, and parts made. */
    @Benchmark
    public boolean judge(Blackhole parts) throws IOException {
        Judgement judgement = MessageJudge.ofContent()
                .judge(new ByteArrayInputStream(file), null, (part, place) -> parts.consume(part));
        if (!judgement.faultless()) {
            throw new IllegalStateException(judgement.findings().toString());
        }
        return judgement.faultless();
    }
}
