package nl.leercirkel.standards.ijw.episode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The standard product codes of youth care (JZ21, February 2025) with the CBS form of help. Using them is advice: municipalities
 * may make codes of their own, which are not in here.
 */
public final class HelpForms {
    private static final HelpForms JZ21 = new HelpForms();
    private static final int CELLS = 6;

    private final Map<String, StandardProduct> products = new LinkedHashMap<>();

    /**
     * A standard product.
     *
     * @param category JZ020 category; null for the nine generic codes
     * @param contracting way of contracting, in Dutch, where given
     * @param record the CBS record the form is of: JH, JB, JR or PJK; the same number is something else in another record
     * @param form the form of help or measure; null where the list gives none
     */
    public record StandardProduct(
            String code,
            @Nullable String category,
            String description,
            @Nullable String contracting,
            @Nullable String record,
            @Nullable String form) {}

    private HelpForms() {
        try (InputStream stream = HelpForms.class.getResourceAsStream("jz21.txt")) {
            if (stream == null) {
                throw new IllegalStateException("missing resource jz21.txt");
            }
            new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(this::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static HelpForms jz21() {
        return JZ21;
    }

    public Optional<StandardProduct> find(String productCode) {
        return Optional.ofNullable(products.get(productCode));
    }

    public Collection<StandardProduct> all() {
        return List.copyOf(products.values());
    }

    private void add(String line) {
        String[] cells = line.split("\\|", CELLS);
        products.put(
                cells[0],
                new StandardProduct(
                        cells[0], orNull(cells[1]), cells[2], orNull(cells[3]), orNull(cells[4]), orNull(cells[5])));
    }

    private static @Nullable String orNull(String cell) {
        return cell.isEmpty() ? null : cell;
    }
}
