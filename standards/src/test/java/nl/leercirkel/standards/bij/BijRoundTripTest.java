package nl.leercirkel.standards.bij;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.leercirkel.standards.table.Finding;
import nl.leercirkel.standards.table.Findings;
import org.junit.jupiter.api.Test;

class BijRoundTripTest {

    @Provide
    Arbitrary<List<? extends BijRecord>> sameType() {
        return Arbitraries.oneOf(List.of(
                BijData.youthHelp().list().ofMaxSize(20).map(list -> list),
                BijData.protection().list().ofMaxSize(20).map(list -> list),
                BijData.probation().list().ofMaxSize(20).map(list -> list),
                BijData.preventive().list().ofMaxSize(20).map(list -> list)));
    }

    @Property(tries = 150)
    void whatIsWrittenIsReadBack(@ForAll("sameType") List<? extends BijRecord> records) throws IOException {
        RecordType type = records.isEmpty() ? RecordType.JH : records.getFirst().type();
        for (BijLayout layout : List.of(BijLayout.ownColumns(), BijLayout.ownPositions())) {
            String text = write(layout, type, records);
            BijData.Read read = BijData.read(layout, text);
            assertThat(read.findings().count(Finding.Level.ERROR)).isZero();
            assertThat(read.records()).isEqualTo(records);
            assertThat(write(layout, type, read.records())).isEqualTo(text);
        }
    }

    private static String write(BijLayout layout, RecordType type, List<? extends BijRecord> records)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Findings findings = new Findings();
        new BijWriter(layout).write(type, records, out, findings);
        assertThat(findings.kept()).isEmpty();
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void anOrganisation() throws IOException {
        BijRecord organisation = new BijRecord.Organisation(Map.of(
                BijField.ORG_NAME, "Stichting \"De Brug\", Súd",
                BijField.ORG_PO_BOX, "12",
                BijField.ORG_POSTCODE, "5900AA",
                BijField.ORG_PLACE, "Venlo",
                BijField.ORG_CHAMBER, "01234567",
                BijField.CONTACT_NAME, "A. Voorbeeld"));
        for (BijLayout layout : List.of(BijLayout.ownColumns(), BijLayout.ownPositions())) {
            assertThat(BijData.read(layout, write(layout, RecordType.ORG, List.of(organisation)))
                            .records())
                    .containsExactly(organisation);
        }
    }

    @Test
    void whatDoesNotFitIsNotCutOff() throws IOException {
        BijRecord organisation = new BijRecord.Organisation(Map.of(BijField.ORG_NAME, "x".repeat(61)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Findings findings = new Findings();
        new BijWriter(BijLayout.ownPositions()).write(RecordType.ORG, List.of(organisation), out, findings);
        assertThat(out.size()).isZero();
        assertThat(findings.kept()).extracting(finding -> finding.code()).containsExactly("BIJ-TE-LANG");
    }
}
