package nl.leercirkel.care;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.leercirkel.audit.AuditedObject;
import nl.leercirkel.audit.ObjectHistory;
import nl.leercirkel.security.Action;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.security.Requires;
import nl.leercirkel.security.Right;
import nl.leercirkel.shell.Crumb;
import nl.leercirkel.shell.NotFoundException;
import nl.leercirkel.spreadsheet.CsvWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How much care there is and what it costs, in totals that tell of nobody. */
@Controller
class CareController {
    static final String PATH = "/zorggebruik";

    private static final String SUBJECT = "care use";
    private static final int CENTS = 2;
    private static final int MOST_LOOKS = 20;

    private final CareFigures figures;
    private final CareLineage lineage;
    private final ObjectHistory history;
    private final CareTexts texts;

    CareController(CareFigures figures, CareLineage lineage, ObjectHistory history, CareTexts texts) {
        this.figures = figures;
        this.lineage = lineage;
        this.history = history;
        this.texts = texts;
    }

    /** A table of the page. */
    public record TableShown(String id, String title, String head, String unit, List<RowShown> rows) {}

    /** A row; the value, as people and as programs read it, is null when it is left out. */
    public record RowShown(
            String label,
            int level,
            @Nullable String value,
            @Nullable String plain) {}

    /** A choice of the filter. */
    public record Option(String value, String label) {}

    /** Who looked, as the page shows it. */
    public record Look(String when, String who, String actionKey) {}

    @GetMapping(PATH)
    @Requires(value = Right.CARE_READ, subject = SUBJECT)
    String page(
            @RequestParam(name = "keuze", defaultValue = "") String wanted, HttpServletRequest request, Model model) {
        List<CareTotals.Choice> choices = figures.choices();
        model.addAttribute(
                "options",
                choices.stream()
                        .map(choice -> new Option(value(choice), texts.choice(choice)))
                        .toList());
        model.addAttribute("minimum", CareTables.MINIMUM);
        model.addAttribute("breadcrumbs", List.of(new Crumb(text("care.use.title"), PATH)));
        chosen(choices, wanted).or(() -> choices.stream().findFirst()).ifPresent(choice -> {
            AuditedObject.name(request, object(choice));
            show(choice, model);
        });
        return "care/use";
    }

    /** The same tables as a file; with what they rest on, since a file travels without its page. */
    @GetMapping(PATH + ".csv")
    @Requires(value = Right.CARE_READ, subject = SUBJECT, action = Action.EXPORT)
    void file(
            @RequestParam(name = "keuze", defaultValue = "") String wanted,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        CareTotals.Choice choice =
                chosen(figures.choices(), wanted).orElseThrow(() -> new NotFoundException("care use " + wanted));
        AuditedObject.name(request, object(choice));
        List<TableShown> tables = tables(figures.tables(choice.law(), choice.year()));
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("zorggebruik-" + value(choice) + ".csv")
                        .build()
                        .toString());
        CsvWriter csv = CsvWriter.forSpreadsheets(response.getOutputStream());
        csv.row(List.of(texts.choice(choice) + ". " + source(choice)));
        csv.row(List.of(
                text("care.use.file.table"),
                text("care.use.file.row"),
                text("care.use.file.value"),
                text("care.use.file.unit")));
        for (TableShown table : tables) {
            for (RowShown row : table.rows()) {
                csv.row(List.of(
                        table.title(),
                        row.label(),
                        row.plain() == null ? text("care.use.hidden") : row.plain(),
                        table.unit()));
            }
        }
        csv.flush();
    }

    private static Optional<CareTotals.Choice> chosen(List<CareTotals.Choice> choices, String wanted) {
        return choices.stream().filter(choice -> value(choice).equals(wanted)).findFirst();
    }

    private void show(CareTotals.Choice choice, Model model) {
        CareFigures.Tables tables = figures.tables(choice.law(), choice.year());
        boolean mayOpenMessages = ActorContext.required().may(Right.MESSAGE_IMPORT);
        model.addAttribute("chosen", value(choice));
        model.addAttribute("chosenLabel", texts.choice(choice));
        model.addAttribute("source", source(choice));
        model.addAttribute("messages", mayOpenMessages ? MessageController.PATH : null);
        model.addAttribute("looks", mayOpenMessages ? looks(choice) : List.of());
        model.addAttribute(
                "lead",
                text(
                        "care.use.lead",
                        total(tables.begunByProduct(), this::number),
                        total(tables.grantedByProvider(), this::euro),
                        texts.choice(choice)));
        model.addAttribute("tables", tables(tables));
    }

    private String source(CareTotals.Choice choice) {
        return texts.source(choice.law(), lineage.resting(choice.law()));
    }

    private List<Look> looks(CareTotals.Choice choice) {
        return history.latest(List.of(object(choice)), MOST_LOOKS).stream()
                .map(look -> new Look(texts.moment(look.when()), look.person(), look.actionKey()))
                .toList();
    }

    /** As the log names these figures. */
    static String object(CareTotals.Choice choice) {
        return "zorggebruik/" + value(choice);
    }

    /** The page of these figures. */
    static String path(CareTotals.Choice choice) {
        return PATH + "?keuze=" + value(choice);
    }

    private List<TableShown> tables(CareFigures.Tables tables) {
        return List.of(
                table("begun-product", "care.use.begun.product", "care.use.product", tables.begunByProduct(), false),
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
                        true));
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
                                row.value() == null ? null : money ? euro(row.value()) : number(row.value()),
                                row.value() == null
                                        ? null
                                        : money
                                                ? wholeEuros(row.value())
                                                : row.value().toPlainString()))
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

    private static String wholeEuros(BigDecimal cents) {
        return cents.movePointLeft(CENTS).setScale(0, RoundingMode.HALF_EVEN).toPlainString();
    }

    static String value(CareTotals.Choice choice) {
        return choice.law().key() + "-" + choice.year();
    }

    private static Locale language() {
        return LocaleContextHolder.getLocale();
    }

    private String text(String key, Object... arguments) {
        return texts.text(key, arguments);
    }
}
