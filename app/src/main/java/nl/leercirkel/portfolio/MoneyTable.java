package nl.leercirkel.portfolio;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The money of a project as a table: a row per source and year, a column per measure that occurs.
 *
 * @param totals per column, of the amounts that are known; empty when there is nothing to add up
 */
record MoneyTable(List<FundingMeasure> measures, List<Row> rows, List<String> totals) {

    /**
     * The money of one source in one year.
     *
     * @param cells per measure; empty where nothing is said
     * @param stated whether it is a total that the source states, which does not count in the sum
     */
    record Row(
            String source,
            String kind,
            boolean fromProgramme,
            boolean stated,
            String period,
            List<String> cells,
            List<String> notes) {}

    private record Key(
            String source,
            FundingKind kind,
            boolean fromProgramme,
            @Nullable Period period) {
        static Key of(Funding money) {
            return new Key(money.sourceName(), money.kind(), money.fromProgrammeBudget(), money.period());
        }

        LocalDate start() {
            return period == null || period.start() == null
                    ? LocalDate.MIN
                    : period.start().first();
        }
    }

    static MoneyTable of(List<Funding> funding) {
        List<FundingMeasure> measures = Arrays.stream(FundingMeasure.values())
                .filter(measure -> funding.stream().anyMatch(money -> money.measure() == measure))
                .toList();
        Map<Key, List<Funding>> groups = new LinkedHashMap<>();
        List<String> sources = new ArrayList<>();
        for (Funding money : funding) {
            groups.computeIfAbsent(Key.of(money), key -> new ArrayList<>()).add(money);
            if (!sources.contains(money.sourceName())) {
                sources.add(money.sourceName());
            }
        }
        List<Row> rows = groups.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<Key, List<Funding>> entry) ->
                                sources.indexOf(entry.getKey().source()))
                        .thenComparing(entry -> entry.getKey().start()))
                .map(entry -> row(entry.getKey(), entry.getValue(), measures))
                .toList();
        long added = rows.stream().filter(row -> !row.stated).count();
        return new MoneyTable(
                measures,
                rows,
                added < 2
                        ? List.of()
                        : measures.stream()
                                .map(measure -> total(funding, measure))
                                .toList());
    }

    private static Row row(Key key, List<Funding> money, List<FundingMeasure> measures) {
        return new Row(
                key.source,
                key.kind.title(),
                key.fromProgramme,
                key.kind == FundingKind.TOTAL,
                key.period == null ? "" : key.period.format(),
                measures.stream()
                        .map(measure -> money.stream()
                                .filter(part -> part.measure() == measure)
                                .map(part -> part.amount().format())
                                .collect(Collectors.joining(" + ")))
                        .toList(),
                money.stream()
                        .map(MoneyTable::note)
                        .filter(note -> !note.isEmpty())
                        .toList());
    }

    private static String note(Funding money) {
        Funding.Basis basis = money.basis();
        String words = basis == null ? "" : basis.format();
        return words.isEmpty() || money.note().isEmpty() ? words + money.note() : words + ". " + money.note();
    }

    private static String total(List<Funding> funding, FundingMeasure measure) {
        return funding.stream()
                .filter(money -> money.measure() == measure && money.kind() != FundingKind.TOTAL)
                .map(money -> money.amount().inEuro())
                .flatMap(Optional::stream)
                .reduce(BigDecimal::add)
                .map(DutchNumbers::euro)
                .orElse("");
    }
}
