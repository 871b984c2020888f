package nl.leercirkel.standards.ijw.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nl.leercirkel.standards.ijw.message.Product;
import nl.leercirkel.standards.ijw.message.Volume;
import org.jspecify.annotations.Nullable;

/** Rules that products share, whether allocated, requested, changed or new: product, period, volume and budget. */
final class ProductRules {
    private static final LocalDate LAST_OF_OLD_RULES = LocalDate.of(2020, 12, 31);
    private static final Set<String> NOT_PER_DAY = Set.of("14", "16", "83", "84");
    private static final String PER_DAY = "1";
    private static final String PER_WEEK = "2";

    private final Findings findings;

    ProductRules(Findings findings) {
        this.findings = findings;
    }

    /**
     * A product as these rules see it.
     *
     * @param element name of the end date in this class
     */
    record View(
            String path,
            @Nullable Product product,
            LocalDate begin,
            @Nullable LocalDate end,
            @Nullable Volume volume,
            @Nullable Long budget,
            String element) {

        /** Whether it ends after 2020 or not at all. */
        boolean ofNewRules() {
            return end == null || end.isAfter(LAST_OF_OLD_RULES);
        }
    }

    /** What holds for every product with a period; also where the product is known by allocation number only. */
    void period(View view, String frequencyRule) {
        LocalDate end = view.end();
        Volume volume = view.volume();
        if (end != null && end.isBefore(view.begin())) {
            findings.add("CS003", view.path(), view.element(), end);
        }
        if (view.budget() != null && end == null) {
            findings.add("CD075", view.path(), view.element(), null);
        }
        if (volume != null && volume.frequency().equals(PER_WEEK) && end == null) {
            findings.add("CD076", view.path(), view.element(), null);
        }
        if (volume != null && view.budget() != null) {
            findings.add("CD077", view.path(), "Omvang", null);
            findings.add("CD078", view.path(), "Budget", view.budget());
        }
        if (volume != null
                && NOT_PER_DAY.contains(volume.unit())
                && view.ofNewRules()
                && volume.frequency().equals(PER_DAY)) {
            findings.add(frequencyRule, view.path(), "Omvang/Frequentie", volume.frequency());
        }
    }

    /** What holds where the product itself is given. */
    void product(View view, String volumeWithoutCodeRule) {
        Product product = view.product();
        boolean withCode = product != null && product.code() != null;
        if (withCode && view.volume() == null) {
            findings.add("CD041", view.path(), "Omvang", null);
        }
        if (product == null && view.budget() == null) {
            findings.add("CD079", view.path(), "Product", null);
        }
        if (!withCode && view.volume() != null && view.ofNewRules()) {
            findings.add(volumeWithoutCodeRule, view.path(), "Omvang", null);
        }
    }

    /** The same product more than once only in periods that do not overlap (TR302, TR386, TR410). */
    void overlap(List<View> views, String rule) {
        for (int i = 0; i < views.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (overlaps(views.get(j), views.get(i))
                        && same(views.get(j).product(), views.get(i).product())) {
                    findings.add(rule, views.get(i).path(), "", null);
                    break;
                }
            }
        }
    }

    static boolean overlaps(View one, View other) {
        return (one.end() == null || !one.end().isBefore(other.begin()))
                && (other.end() == null || !other.end().isBefore(one.begin()));
    }

    /** Whether two products are the same: by code; by category where a code is absent; without product always. */
    static boolean same(@Nullable Product one, @Nullable Product other) {
        if (one == null || other == null) {
            return true;
        }
        if (one.code() == null || other.code() == null) {
            return one.category().equals(other.category());
        }
        return one.code().equals(other.code()) && one.category().equals(other.category());
    }
}
