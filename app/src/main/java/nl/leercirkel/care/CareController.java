package nl.leercirkel.care;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import nl.leercirkel.security.Requires;
import nl.leercirkel.security.Right;
import nl.leercirkel.shell.Crumb;
import nl.leercirkel.standards.ijw.definition.Law;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How much care there is and what it costs, in totals that tell of nobody. */
@Controller
class CareController {
    static final String PATH = "/zorggebruik";

    private static final int CENTS = 2;

    private final CareFigures figures;
    private final MessageSource texts;

    CareController(CareFigures figures, MessageSource texts) {
        this.figures = figures;
        this.texts = texts;
    }

    /** A table of the page. */
    public record TableShown(String id, String title, String head, String unit, List<RowShown> rows) {}

    /** A row; the value is null when it is left out. */
    public record RowShown(
            String label, int level, @Nullable String value) {}

    /** A choice of the filter. */
    public record Option(String value, String label) {}

    @GetMapping(PATH)
    @Requires(value = Right.CARE_READ, subject = "care use")
    String page(@RequestParam(name = "keuze", defaultValue = "") String wanted, Model model) {
        List<CareTotals.Choice> choices = figures.choices();
        model.addAttribute(
                "options",
                choices.stream()
                        .map(choice -> new Option(value(choice), label(choice)))
                        .toList());
        model.addAttribute("minimum", CareTables.MINIMUM);
        model.addAttribute("breadcrumbs", List.of(new Crumb(text("care.use.title"), PATH)));
        choices.stream()
                .filter(choice -> value(choice).equals(wanted))
                .findFirst()
                .or(() -> choices.stream().findFirst())
                .ifPresent(choice -> show(choice, model));
        return "care/use";
    }

    private void show(CareTotals.Choice choice, Model model) {
        CareFigures.Tables tables = figures.tables(choice.law(), choice.year());
        model.addAttribute("chosen", value(choice));
        model.addAttribute("chosenLabel", label(choice));
        model.addAttribute(
                "lead",
                text(
                        "care.use.lead",
                        total(tables.begunByProduct(), this::number),
                        total(tables.grantedByProvider(), this::euro),
                        label(choice)));
        model.addAttribute(
                "tables",
                List.of(
                        table(
                                "begun-product",
                                "care.use.begun.product",
                                "care.use.product",
                                tables.begunByProduct(),
                                false),
                        table("begun-month", "care.use.begun.month", "care.use.month", tables.begunByMonth(), false),
                        table(
                                "granted-provider",
                                "care.use.granted.provider",
                                "care.use.provider",
                                tables.grantedByProvider(),
                                true),
                        table(
                                "granted-product",
                                "care.use.granted.product",
                                "care.use.product",
                                tables.grantedByProduct(),
                                true)));
    }

    private TableShown table(String id, String title, String head, CareTables.Protected table, boolean money) {
        return new TableShown(
                id,
                text(title),
                text(head),
                text(money ? "care.use.euro" : "care.use.episodes"),
                table.rows().stream()
                        .map(row -> new RowShown(
                                row.level() == 0 ? text("care.use.total") : row.label(),
                                row.level(),
                                row.value() == null ? null : money ? euro(row.value()) : number(row.value())))
                        .toList());
    }

    private interface Shown {
        String of(BigDecimal value);
    }

    private String total(CareTables.Protected table, Shown shown) {
        return table.rows().stream()
                .filter(row -> row.level() == 0)
                .map(CareTables.Row::value)
                .filter(value -> value != null)
                .map(shown::of)
                .findFirst()
                .orElse(text("care.use.few"));
    }

    private String number(BigDecimal value) {
        return NumberFormat.getIntegerInstance(language()).format(value);
    }

    /** Whole euros: cents tell nothing in a total, and less of a person. */
    private String euro(BigDecimal cents) {
        return NumberFormat.getIntegerInstance(language()).format(cents.movePointLeft(CENTS));
    }

    private static String value(CareTotals.Choice choice) {
        return choice.law().key() + "-" + choice.year();
    }

    private String label(CareTotals.Choice choice) {
        return text(choice.law() == Law.YOUTH ? "care.law.youth" : "care.law.support") + " " + choice.year();
    }

    private static Locale language() {
        return LocaleContextHolder.getLocale();
    }

    private String text(String key, Object... arguments) {
        return texts.getMessage(key, arguments, language());
    }
}
