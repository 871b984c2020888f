package nl.leercirkel.source;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nl.leercirkel.source.check.BsnWatch;
import nl.leercirkel.source.check.CheckedRow;
import nl.leercirkel.source.check.Definition;
import nl.leercirkel.source.check.RowChecker;
import nl.leercirkel.source.table.TableHandler;
import nl.leercirkel.spreadsheet.RefusedFileException;
import nl.leercirkel.spreadsheet.SheetCell;
import org.jspecify.annotations.Nullable;

/** Checks the rows of a file and hands them on in batches, from the row after the mark of an earlier run. */
final class Intake implements TableHandler {
    static final int BATCH = 20_000;
    /** A file with more refused rows than this is another file than was meant. */
    static final int MOST_REFUSED = 100_000;

    private static final int MOST_NOTES = 20;

    private final Import from;
    private final Definition definition;
    private final LocalDate today;
    private final Consumer<Batch> batches;
    private final List<String> notes = new ArrayList<>();
    private List<CheckedRow.Good> good = new ArrayList<>();
    private List<CheckedRow.Refused> refused = new ArrayList<>();
    private @Nullable RowChecker checker;
    private @Nullable BsnWatch watch;
    private long reached;
    private long last;
    private long seen;
    private long refusedSoFar;
    private @Nullable String refusal;

    /**
     * @param from the mark before it
     * @param to the last row in it
     * @param seen rows of the whole file so far
     */
    record Batch(
            long from,
            long to,
            List<CheckedRow.Good> good,
            List<CheckedRow.Refused> refused,
            long seen,
            long refusedSoFar) {}

    Intake(Import from, Definition definition, LocalDate today, Consumer<Batch> batches) {
        this.from = from;
        this.definition = definition;
        this.today = today;
        this.batches = batches;
        this.reached = from.rowReached();
        this.last = reached;
        this.refusedSoFar = from.rowsRefused();
    }

    @Override
    public void header(List<String> columns) {
        List<String> wrong = from.mapping().errors(definition, columns);
        if (wrong.isEmpty()) {
            checker = new RowChecker(definition, from.mapping(), from.options(), columns, today);
            watch = new BsnWatch(definition, from.mapping(), columns);
        } else {
            refusal = String.join(" ", wrong);
        }
    }

    @Override
    public boolean row(long number, List<SheetCell> cells) {
        RowChecker ready = checker;
        if (ready == null) {
            return false;
        }
        if (watch != null && number > from.rowReached()) {
            watch.row(cells);
        }
        return take(number, () -> ready.check(number, cells));
    }

    @Override
    public boolean unreadable(long number, String message) {
        RowChecker ready = checker;
        if (ready == null) {
            return false;
        }
        return take(number, () -> ready.unreadable(number, message));
    }

    @Override
    public void note(String message) {
        if (notes.size() < MOST_NOTES) {
            notes.add(message);
        }
    }

    private interface Check {
        CheckedRow row();
    }

    private boolean take(long number, Check check) {
        seen++;
        if (number <= from.rowReached()) {
            return true;
        }
        if (number <= last) {
            refusal = "De rijen van het bestand zijn niet doorlopend genummerd (bij rij " + number
                    + "): het is beschadigd. Sla het opnieuw op.";
            return false;
        }
        last = number;
        switch (check.row()) {
            case CheckedRow.Good row -> good.add(row);
            case CheckedRow.Refused row -> {
                refused.add(row);
                if (++refusedSoFar > MOST_REFUSED) {
                    refusal = "Meer dan 100.000 rijen zijn geweigerd; de eerste van deze reeks is "
                            + row.errors().getFirst() + " Controleer de koppeling van de kolommen.";
                    return false;
                }
            }
        }
        if (good.size() + refused.size() >= BATCH) {
            return flush();
        }
        return true;
    }

    /** False where nothing may be kept. */
    private boolean flush() {
        Optional<String> numbers = watch == null ? Optional.empty() : watch.column();
        if (numbers.isPresent()) {
            refusal = BsnWatch.refusal(numbers.get());
            return false;
        }
        batches.accept(new Batch(reached, last, good, refused, seen, refusedSoFar));
        reached = last;
        good = new ArrayList<>();
        refused = new ArrayList<>();
        return true;
    }

    /** After the last row. */
    void end() throws RefusedFileException {
        if (refusal != null) {
            throw new RefusedFileException(refusal);
        }
        if (last > reached && !flush()) {
            throw new RefusedFileException(String.valueOf(refusal));
        }
        if (seen == 0) {
            throw new RefusedFileException("Er staan geen rijen onder de kopregel.");
        }
    }

    List<String> notes() {
        return List.copyOf(notes);
    }
}
