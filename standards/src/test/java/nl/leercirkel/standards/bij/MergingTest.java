package nl.leercirkel.standards.bij;

import static nl.leercirkel.standards.bij.BijData.ANNA;
import static nl.leercirkel.standards.bij.BijData.help;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.leercirkel.standards.table.Finding;
import nl.leercirkel.standards.table.Findings;
import nl.leercirkel.standards.table.Place;
import org.junit.jupiter.api.Test;

class MergingTest {

    @Test
    void firstStartAndLastEnd() {
        List<BijRecord.YouthHelp> merged = Merging.merge(List.of(
                help(ANNA, HelpForm.AT_PROVIDER, "2025-02-01", "2025-04-01", EndReason.EARLY_BY_CLIENT),
                help(ANNA, HelpForm.AT_PROVIDER, "2025-01-01", "2025-02-01", EndReason.AS_PLANNED),
                help(ANNA, HelpForm.DAY_HELP, "2025-01-01", "2025-02-01", EndReason.AS_PLANNED)));
        assertThat(merged)
                .containsExactly(
                        help(ANNA, HelpForm.AT_PROVIDER, "2025-01-01", "2025-04-01", EndReason.EARLY_BY_CLIENT),
                        help(ANNA, HelpForm.DAY_HELP, "2025-01-01", "2025-02-01", EndReason.AS_PLANNED));
    }

    /** Found by the property below: a stay that ended on the day it began, and another that began on that day. */
    @Test
    void oneStartIsOneRecordAlsoOfAStay() {
        assertThat(Merging.merge(List.of(
                        help(ANNA, HelpForm.FOSTER_CARE, "2025-01-01", "2025-01-01", EndReason.AS_PLANNED),
                        help(ANNA, HelpForm.FOSTER_CARE, "2025-01-01", null, null))))
                .containsExactly(help(ANNA, HelpForm.FOSTER_CARE, "2025-01-01", null, null));
    }

    @Test
    void twinsAreNotMerged() {
        BijRecord.YouthHelp one = help(Bsn.UNKNOWN, HelpForm.AT_PROVIDER, "2025-01-01", null, null);
        assertThat(Merging.merge(List.of(one, one))).containsExactly(one, one);
    }

    @Provide
    Arbitrary<List<BijRecord.YouthHelp>> fewPeople() {
        return BijData.youthHelp()
                .map(help -> new BijRecord.YouthHelp(
                        new Person(
                                help.start().getDayOfMonth() % 2 == 0 ? ANNA : BijData.BRAM,
                                help.person().birth(),
                                help.person().sex(),
                                help.person().residence()),
                        help.referrer(),
                        help.form().isStay() ? HelpForm.FOSTER_CARE : HelpForm.AT_PROVIDER,
                        help.crisis(),
                        help.start(),
                        help.end(),
                        help.reason(),
                        help.measurements()))
                .list()
                .ofMaxSize(12);
    }

    @Property(tries = 200)
    void theOrderDoesNotMatterAndNothingOverlapsAfterwards(
            @ForAll("fewPeople") List<BijRecord.YouthHelp> records, @ForAll long seed) {
        List<BijRecord.YouthHelp> merged = Merging.merge(records);
        List<BijRecord.YouthHelp> shuffled = new ArrayList<>(records);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(Merging.merge(shuffled)).containsExactlyInAnyOrderElementsOf(merged);
        assertThat(Merging.merge(merged)).isEqualTo(merged);
        Findings findings = new Findings();
        BijCheck check = new BijCheck(BijData.FIRST_HALF, findings);
        merged.forEach(record -> check.accept(record, Place.FILE));
        assertThat(findings.kept()).extracting(Finding::code).doesNotContain("BIJ-OVERLAP", "BIJ-SLEUTEL");
        // nobody loses a day of help
        for (BijRecord.YouthHelp record : records) {
            assertThat(merged)
                    .anyMatch(
                            whole -> whole.person().bsn().equals(record.person().bsn())
                                    && whole.form() == record.form()
                                    && !whole.start().isAfter(record.start())
                                    && (whole.end() == null
                                            || record.end() != null
                                                    && !record.end().isAfter(whole.end())));
        }
    }
}
