package nl.leercirkel.standards.bij;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.leercirkel.standards.Shared;
import nl.leercirkel.standards.ijw.message.Product;
import nl.leercirkel.standards.table.Findings;
import org.junit.jupiter.api.Test;

class HelpFormTableTest {

    @Test
    void everyProductOfTheListHasItsFormOrAReasonWhyNot() {
        HelpFormTable own = HelpFormTable.own();
        List<Map<String, String>> list = Shared.rows("ijw-3.2/product-hulpvorm-jz21.csv");
        assertThat(own.entries()).hasSameSizeAs(list);
        for (Map<String, String> row : list) {
            HelpFormTable.Entry entry =
                    own.entry(new Product("45", row.get("productcode"))).orElseThrow();
            HelpForm form = entry.form();
            assertThat(entry.reasoning()).isNotBlank();
            if (row.get("cbs_record").equals("JH")) {
                assertThat(form == null ? "" : form.code()).as("%s", row).isEqualTo(row.get("cbs_hulpvorm"));
            } else {
                assertThat(form).as("%s", row).isNull();
                boolean none =
                        !row.get("cbs_record").isEmpty() || row.get("categorie").equals("42");
                assertThat(entry.effect() == HelpFormTable.Effect.NO_HELP)
                        .as("%s", row)
                        .isEqualTo(none);
            }
        }
    }

    @Test
    void whatIsWrittenIsReadAndAWrongRowIsRefused() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        HelpFormTable.own().write(out);
        String table = out.toString(StandardCharsets.UTF_8);
        assertThat(load(table, new Findings()).orElseThrow().entries())
                .isEqualTo(HelpFormTable.own().entries());
        for (String wrong : List.of(
                "45A01,hulpvorm,05,x",
                "45A01,hulpvorm,,x",
                "45A01,geen,02,x",
                "45A01,soms,,x",
                "45A012,vraag,,x",
                "45A01,vraag,,x\n45A01,geen,,x")) {
            Findings findings = new Findings();
            assertThat(load("product,uitkomst,hulpvorm,motivering\n" + wrong + "\n", findings))
                    .as(wrong)
                    .isEmpty();
            assertThat(findings.usable()).isFalse();
        }
        assertThat(load("product,uitkomst,hulpvorm,motivering\n", new Findings()))
                .isEmpty();
    }

    private static Optional<HelpFormTable> load(String table, Findings findings) {
        return HelpFormTable.load(new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)), findings);
    }
}
