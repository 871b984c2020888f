package nl.leercirkel.care;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.leercirkel.standards.ijw.definition.Law;
import nl.leercirkel.standards.ijw.definition.MessageKind;
import nl.leercirkel.standards.ijw.definition.MessageType;
import nl.leercirkel.standards.ijw.episode.Fact;
import nl.leercirkel.standards.ijw.message.AllocatedProduct;
import nl.leercirkel.standards.ijw.message.Product;
import nl.leercirkel.standards.ijw.message.Volume;
import nl.leercirkel.standards.ijw.rule.Parties;
import org.jspecify.annotations.Nullable;

/**
 * All facts on the care of some persons, read back for making their episodes, with what is known of the persons beside them. Of
 * what messages say differently about a person the one that was written last holds, so the order of arrival changes nothing.
 */
final class StoredFacts {
    private static final String SOURCE =
            "m.law, m.kind, m.sender, m.identification, m.message_date, m.municipality, m.provider";
    private static final String FROM =
            " join care.message m on m.authority_id = f.authority_id and m.message_id = f.message_id"
                    + " where f.authority_id = ? and f.person_id = any (?)";

    private final List<Fact> facts = new ArrayList<>();
    private final Map<String, Told<Integer>> birthYears = new HashMap<>();
    private final Map<String, Told<String>> areas = new HashMap<>();
    private final Map<Reference, Told<String>> referrers = new HashMap<>();
    private final Map<Allocation, String> references = new HashMap<>();

    private record Reference(Parties parties, String client, String reference) {}

    private record Allocation(Parties parties, String client, long number) {}

    /** Something a message tells, and when; of two of one day the order of texts decides, so that it is always the same one. */
    private record Told<T extends Comparable<T>>(T value, Fact.Source source) {
        static <T extends Comparable<T>> Told<T> later(Told<T> one, Told<T> other) {
            int order = Comparator.comparing((Told<T> told) -> told.source.date())
                    .thenComparing(told -> told.source.identification())
                    .thenComparing(told -> told.source.type())
                    .thenComparing(Told::value)
                    .compare(one, other);
            return order >= 0 ? one : other;
        }
    }

    static StoredFacts of(Connection connection, UUID authority, Collection<UUID> persons) throws SQLException {
        StoredFacts stored = new StoredFacts();
        stored.read(
                connection,
                authority,
                persons,
                "select " + SOURCE
                        + ", f.person_id, f.birth_year, f.area, f.allocation_number, f.provider_reference, f.category,"
                        + " f.code, f.decided_on, f.decided_at, f.valid_from, f.valid_until, f.change_reason, f.volume, f.volume_unit,"
                        + " f.volume_frequency, f.budget_cents from care.allocation f" + FROM,
                stored::allocation);
        stored.read(
                connection,
                authority,
                persons,
                "select " + SOURCE
                        + ", f.person_id, f.birth_year, f.allocation_number, f.category, f.code, f.begin_on, f.end_on,"
                        + " f.end_reason, f.removal from care.delivery f" + FROM,
                stored::delivery);
        stored.read(
                connection,
                authority,
                persons,
                "select " + SOURCE + ", f.person_id, f.birth_year, f.reference, f.referrer_type from care.request f"
                        + FROM,
                stored::request);
        return stored;
    }

    List<Fact> facts() {
        return facts;
    }

    @Nullable
    Integer birthYear(String client) {
        Told<Integer> told = birthYears.get(client);
        return told == null ? null : told.value;
    }

    @Nullable
    String area(String client) {
        Told<String> told = areas.get(client);
        return told == null ? null : told.value;
    }

    /** The sort of referrer of the request that led to an allocation. */
    @Nullable
    String referrer(Parties parties, String client, long allocation) {
        String reference = references.get(new Allocation(parties, client, allocation));
        Told<String> told = reference == null ? null : referrers.get(new Reference(parties, client, reference));
        return told == null ? null : told.value;
    }

    @FunctionalInterface
    private interface RowReader {
        void read(ResultSet row, Fact.Source source, Parties parties, String client) throws SQLException;
    }

    private void read(Connection connection, UUID authority, Collection<UUID> persons, String query, RowReader reader)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setObject(1, authority);
            statement.setArray(2, connection.createArrayOf("uuid", persons.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Law law = Law.valueOf(row.getString("law"));
                    MessageType type = new MessageType(law, MessageKind.valueOf(row.getString("kind")));
                    Fact.Source source = new Fact.Source(
                            type.name(),
                            row.getString("sender"),
                            row.getString("identification"),
                            day(row, "message_date"));
                    Parties parties = new Parties(law, row.getString("municipality"), row.getString("provider"));
                    String client = row.getString("person_id");
                    int birthYear = row.getInt("birth_year");
                    if (!row.wasNull()) {
                        birthYears.merge(client, new Told<>(birthYear, source), Told::later);
                    }
                    reader.read(row, source, parties, client);
                }
            }
        }
    }

    private void allocation(ResultSet row, Fact.Source source, Parties parties, String client) throws SQLException {
        long number = row.getLong("allocation_number");
        String reference = row.getString("provider_reference");
        String area = row.getString("area");
        if (area != null) {
            areas.merge(client, new Told<>(area, source), Told::later);
        }
        if (reference != null) {
            references.merge(
                    new Allocation(parties, client, number),
                    reference,
                    (one, other) -> one.compareTo(other) <= 0 ? one : other);
        }
        String unit = row.getString("volume_unit");
        facts.add(new Fact.Allocated(
                source,
                parties,
                client,
                new AllocatedProduct(
                        number,
                        reference,
                        product(row),
                        day(row, "decided_on"),
                        row.getObject("decided_at", LocalTime.class),
                        day(row, "valid_from"),
                        optionalDay(row, "valid_until"),
                        row.getString("change_reason"),
                        unit == null
                                ? null
                                : new Volume(row.getLong("volume"), unit, row.getString("volume_frequency")),
                        number(row, "budget_cents"),
                        null,
                        List.of())));
    }

    private void delivery(ResultSet row, Fact.Source source, Parties parties, String client) throws SQLException {
        LocalDate end = optionalDay(row, "end_on");
        Long allocation = number(row, "allocation_number");
        Product product = product(row);
        LocalDate begin = day(row, "begin_on");
        boolean removal = row.getBoolean("removal");
        facts.add(
                end == null
                        ? new Fact.Started(source, parties, client, allocation, product, begin, removal)
                        : new Fact.Stopped(
                                source,
                                parties,
                                client,
                                allocation,
                                product,
                                begin,
                                end,
                                row.getString("end_reason"),
                                removal));
    }

    private void request(ResultSet row, Fact.Source source, Parties parties, String client) throws SQLException {
        String reference = row.getString("reference");
        String referrer = row.getString("referrer_type");
        if (referrer != null) {
            referrers.merge(new Reference(parties, client, reference), new Told<>(referrer, source), Told::later);
        }
        facts.add(new Fact.Requested(source, parties, client, reference));
    }

    private static @Nullable Product product(ResultSet row) throws SQLException {
        String category = row.getString("category");
        return category == null ? null : new Product(category, row.getString("code"));
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static @Nullable LocalDate optionalDay(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }
}
