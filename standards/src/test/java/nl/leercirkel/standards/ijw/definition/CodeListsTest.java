package nl.leercirkel.standards.ijw.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.leercirkel.standards.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeListsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "COD032", "COD043", "COD046", "COD170", "COD260", "COD327", "COD467", "COD472", "COD700", "COD747",
                "COD757", "JZ002", "JZ020", "JZ588", "NUM061", "WJ001", "WJ003", "WJ232", "WJ756", "WJ758", "WJ759",
                "WJ760", "WMO757", "WMO020", "WMO588"
            })
    void codesAndDatesAreThoseOfTheStandard(String name) {
        CodeList list = CodeLists.release32().get(name);
        String folder = name.equals("WMO020") || name.equals("WMO588") ? "iwmo-3.2" : "ijw-3.2";
        List<Map<String, String>> rows = Shared.rows(folder + "/codelijsten/" + name + ".csv");
        assertThat(list.entries().stream().map(entry -> entry.code() + " " + entry.validFrom()))
                .containsExactlyElementsOf(rows.stream()
                        .map(row -> row.get("code") + " "
                                + (row.get("geldig_van").isEmpty() ? null : row.get("geldig_van")))
                        .toList());
        assertThat(list.entries())
                .allSatisfy(entry -> assertThat(entry.meaning()).isNotBlank());
    }

    @Test
    void everyCodeIsFoundByItsCharacters() {
        for (CodeList list : CodeLists.release32().all()) {
            for (CodeList.Entry entry : list.entries()) {
                char[] padded = ("x" + entry.code() + "y").toCharArray();
                assertThat(list.match(padded, 1, padded.length - 1)).isSameAs(entry.code());
                assertThat(list.match(padded, 0, padded.length)).isNull();
            }
        }
    }

    @Test
    void theSameEndReasonMeansSomethingElseUnderTheOtherLaw() {
        CodeLists lists = CodeLists.release32();
        assertThat(lists.endReasons(Law.YOUTH).find("31").orElseThrow().meaning())
                .contains("volgens plan");
        assertThat(lists.endReasons(Law.SOCIAL_SUPPORT).find("31").orElseThrow().meaning())
                .contains("Verhuizing");
    }
}
