package nl.leercirkel.portfolio;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The funds of a programme in texts and back. The parts stand in a section of their own and name their fund; with one
 * fund the name may be left out.
 */
final class FundForm {
    private FundForm() {}

    private record Part(String fund, Fund.Share share) {}

    static List<Fund> funds(FieldReader reader, TextForm form) {
        List<Fund> bare = reader.rows(
                form,
                ProgrammeForm.FUNDS,
                row -> new Fund(
                        row.required("naam", "de naam van het fonds"),
                        row.amount("totaal"),
                        row.yes("in-budget"),
                        row.text("toelichting"),
                        List.of()));
        for (int i = 0; i < bare.size(); i++) {
            String name = bare.get(i).name();
            if (!name.isEmpty() && indexOf(bare.subList(0, i), name) >= 0) {
                reader.error(
                        ProgrammeForm.FUNDS + "." + i + ".naam",
                        "Dit fonds staat er al. Geef elk fonds een eigen naam.");
            }
        }
        List<Part> parts = reader.rows(
                form,
                ProgrammeForm.SHARES,
                row -> new Part(
                        row.line("fonds"),
                        new Fund.Share(row.period("jaar"), row.line("gever"), row.amount("bedrag"))));
        List<List<Fund.Share>> shares = new ArrayList<>();
        bare.forEach(fund -> shares.add(new ArrayList<>()));
        for (int i = 0; i < parts.size(); i++) {
            String name = parts.get(i).fund();
            int fund = name.isEmpty() && bare.size() == 1 ? 0 : indexOf(bare, name);
            if (fund < 0) {
                reader.error(
                        ProgrammeForm.SHARES + "." + i + ".fonds", "Vul de naam in van een fonds dat hierboven staat.");
            } else {
                shares.get(fund).add(parts.get(i).share());
            }
        }
        return IntStream.range(0, bare.size())
                .mapToObj(i -> {
                    Fund fund = bare.get(i);
                    return new Fund(fund.name(), fund.total(), fund.inBudget(), fund.note(), shares.get(i));
                })
                .toList();
    }

    private static int indexOf(List<Fund> funds, String name) {
        for (int i = 0; i < funds.size(); i++) {
            if (funds.get(i).name().equalsIgnoreCase(name)) {
                return i;
            }
        }
        return -1;
    }

    static List<Map<String, String>> rows(List<Fund> funds) {
        return funds.stream()
                .map(fund -> ProgrammeForm.row(
                        ProgrammeForm.FUNDS,
                        fund.name(),
                        fund.total().text(),
                        fund.inBudget() ? "ja" : "nee",
                        fund.note()))
                .toList();
    }

    static List<Map<String, String>> shares(List<Fund> funds) {
        return funds.stream()
                .flatMap(fund -> fund.shares().stream()
                        .map(share -> ProgrammeForm.row(
                                ProgrammeForm.SHARES,
                                fund.name(),
                                text(share.period()),
                                share.giver(),
                                share.amount().text())))
                .toList();
    }

    private static String text(@Nullable Period period) {
        return ProjectForm.text(period);
    }
}
