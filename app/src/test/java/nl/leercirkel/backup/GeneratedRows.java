package nl.leercirkel.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Rows for every table that there is, from the catalog alone: references point at existing rows, and values are drawn
 * anew until the checks of the table accept them.
 */
final class GeneratedRows {

    private static final int ATTEMPTS = 2000;
    private static final Pattern LITERAL = Pattern.compile("'((?:[^']|'')*)'::");

    private record Column(String name, String type, boolean nullable, int length, int scale, String domain) {}

    private record Reference(List<String> columns, String parent, List<String> parentColumns) {}

    private record Check(String name, Set<String> columns, String definition) {}

    private record Table(String name, List<Column> columns, List<Reference> references, List<Check> checks) {}

    private final Connection connection;
    private final SampleValues values;
    private final Random random;
    private final List<Table> tables = new ArrayList<>();
    private final Map<String, String> domainChecks = new HashMap<>();
    private final Set<String> typesWithValue = new TreeSet<>();

    /** For a connection as superuser, in autocommit. */
    GeneratedRows(Connection connection, long seed) throws SQLException {
        this.connection = connection;
        this.random = new Random(seed);
        this.values = new SampleValues(random);
        readCatalog();
        // The parents of rows are drawn by PostgreSQL.
        query("select setseed(" + 1.0 / (seed + 1) + ")", row -> {});
    }

    /** Adds rows to each table but Flyway's own. */
    void fill(int rowsPerTable) throws SQLException {
        for (Table table : tables) {
            for (int i = 0; i < rowsPerTable; i++) {
                insert(table, i == 0);
            }
        }
    }

    /** Types of columns that got at least one value, not only null. */
    Set<String> typesWithValue() {
        return typesWithValue;
    }

    Set<String> types() {
        return tables.stream()
                .flatMap(table -> table.columns().stream())
                .map(Column::type)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * @param firstParents whether it points at the first row of each table it refers to: two of those go together, where
     *     each hangs below a third
     */
    private void insert(Table table, boolean firstParents) throws SQLException {
        Map<String, String> row = new LinkedHashMap<>();
        Set<String> bound = new TreeSet<>();
        Collection<String> draw = null;
        SQLException last = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (draw == null) {
                row.clear();
                bound.clear();
                for (Reference reference : table.references()) {
                    follow(reference, table, row, bound, firstParents && attempt < ATTEMPTS / 10);
                }
            }
            for (Column column : table.columns()) {
                if (!bound.contains(column.name()) && (draw == null || draw.contains(column.name()))) {
                    row.put(column.name(), value(table, column));
                }
            }
            try {
                execute(table, row);
                table.columns().stream()
                        .filter(column -> row.get(column.name()) != null)
                        .forEach(column -> typesWithValue.add(column.type()));
                return;
            } catch (PSQLException refused) {
                last = refused;
                draw = columnsToDrawAgain(table, bound, refused);
            }
        }
        if (last != null && List.of("23503", "23505").contains(last.getSQLState()) && !isEmpty(table)) {
            return; // every combination of the few rows it refers to is there
        }
        throw new AssertionError(
                "No generated row of " + table.name() + " is accepted; give SampleValues a value that fits", last);
    }

    private boolean isEmpty(Table table) throws SQLException {
        boolean[] found = {false};
        query("select 1 from " + table.name() + " limit 1", row -> found[0] = true);
        return !found[0];
    }

    // A check on some columns is answered with other values for those; everything else with another row.
    private static Collection<String> columnsToDrawAgain(Table table, Set<String> bound, PSQLException refused) {
        ServerErrorMessage error = refused.getServerErrorMessage();
        if (error == null || !"23514".equals(refused.getSQLState())) {
            return null;
        }
        Set<String> columns = new TreeSet<>();
        if (error.getDatatype() != null) {
            table.columns().stream()
                    .filter(column -> column.domain().equals(error.getSchema() + "." + error.getDatatype()))
                    .forEach(column -> columns.add(column.name()));
        } else {
            table.checks().stream()
                    .filter(check -> check.name().equals(error.getConstraint()))
                    .forEach(check -> columns.addAll(check.columns()));
        }
        columns.removeAll(bound);
        return columns.isEmpty() ? null : columns;
    }

    private String value(Table table, Column column) {
        if (column.nullable() && random.nextInt(100) < 30) {
            return null;
        }
        if (column.domain().endsWith(".date_part")) {
            // A table has many of these, and PostgreSQL does not tell which one it refused.
            return values.period();
        }
        List<String> literals = new ArrayList<>();
        boolean checked = !column.domain().isEmpty();
        if (checked) {
            literals.addAll(literals(domainChecks.getOrDefault(column.domain(), "")));
        }
        for (Check check : table.checks()) {
            if (check.columns().contains(column.name())) {
                checked = true;
                literals.addAll(literals(check.definition()));
            }
        }
        return values.next(column.type(), column.length(), column.scale(), checked, literals);
    }

    private static List<String> literals(String definition) {
        return LITERAL.matcher(definition)
                .results()
                .map(match -> match.group(1).replace("''", "'"))
                .toList();
    }

    /** Takes the values of a random existing row that agrees with what other references have fixed. */
    private void follow(
            Reference reference, Table table, Map<String, String> row, Set<String> bound, boolean firstParents)
            throws SQLException {
        List<String> fixed =
                reference.columns().stream().filter(bound::contains).toList();
        List<String> free = reference.columns().stream()
                .filter(name -> !bound.contains(name))
                .toList();
        boolean mayBeNull = !free.isEmpty()
                && table.columns().stream()
                        .filter(column -> free.contains(column.name()))
                        .allMatch(Column::nullable);
        List<String> found = mayBeNull && random.nextInt(5) == 0 ? null : parent(reference, fixed, row, firstParents);
        if (found == null && !mayBeNull) {
            return;
        }
        for (String name : free) {
            row.put(name, found == null ? null : found.get(reference.columns().indexOf(name)));
            bound.add(name);
        }
    }

    private List<String> parent(Reference reference, List<String> fixed, Map<String, String> row, boolean firstParents)
            throws SQLException {
        String condition = fixed.stream()
                .map(name -> reference.parentColumns().get(reference.columns().indexOf(name)) + "::text = ?")
                .collect(Collectors.joining(" and "));
        String sql = "select %s from %s %s order by %s limit 1"
                .formatted(
                        reference.parentColumns().stream()
                                .map(name -> name + "::text")
                                .collect(Collectors.joining(", ")),
                        reference.parent(),
                        condition.isEmpty() ? "" : "where " + condition,
                        firstParents ? "ctid" : "random()");
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < fixed.size(); i++) {
                statement.setString(i + 1, row.get(fixed.get(i)));
            }
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    return null;
                }
                List<String> found = new ArrayList<>();
                for (int i = 1; i <= reference.parentColumns().size(); i++) {
                    found.add(rows.getString(i));
                }
                return found;
            }
        }
    }

    private void execute(Table table, Map<String, String> row) throws SQLException {
        List<Column> columns = table.columns();
        String sql = "insert into %s (%s) overriding system value values (%s)"
                .formatted(
                        table.name(),
                        columns.stream()
                                .map(column -> '"' + column.name() + '"')
                                .collect(Collectors.joining(", ")),
                        columns.stream()
                                .map(column -> "cast(? as " + column.type() + ")")
                                .collect(Collectors.joining(", ")));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < columns.size(); i++) {
                statement.setString(i + 1, row.get(columns.get(i).name()));
            }
            statement.executeUpdate();
        }
    }

    private void readCatalog() throws SQLException {
        Map<String, Table> unordered = new LinkedHashMap<>();
        query(
                """
                select quote_ident(c.table_schema) || '.' || quote_ident(c.table_name), c.column_name, c.udt_name,
                       c.is_nullable = 'YES', coalesce(c.character_maximum_length, c.numeric_precision, 0),
                       coalesce(c.numeric_scale, 0), coalesce(c.domain_schema || '.' || c.domain_name, '')
                from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
                where t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema')
                  and c.table_name <> 'flyway_schema_history' and c.is_generated = 'NEVER' and c.is_identity = 'NO'
                order by 1, c.ordinal_position
                """,
                row -> unordered
                        .computeIfAbsent(
                                row.getString(1),
                                name -> new Table(name, new ArrayList<>(), new ArrayList<>(), new ArrayList<>()))
                        .columns()
                        .add(new Column(
                                row.getString(2),
                                row.getString(3),
                                row.getBoolean(4),
                                row.getInt(5),
                                row.getInt(6),
                                row.getString(7))));
        query("""
                select c.conrelid::regclass::text, c.conname, c.contype::text, pg_get_constraintdef(c.oid),
                       array(select attname::text from unnest(c.conkey) with ordinality k (number, n)
                             join pg_attribute on attrelid = c.conrelid and attnum = number order by n),
                       c.confrelid::regclass::text,
                       array(select attname::text from unnest(c.confkey) with ordinality k (number, n)
                             join pg_attribute on attrelid = c.confrelid and attnum = number order by n)
                from pg_constraint c where c.contype in ('c', 'f') and c.conrelid <> 0
                order by cardinality(c.conkey) desc, c.conname
                """, row -> {
            Table table = unordered.get(row.getString(1));
            if (table == null) {
                return;
            }
            List<String> columns = List.of((String[]) row.getArray(5).getArray());
            if (row.getString(3).equals("c")) {
                table.checks().add(new Check(row.getString(2), Set.copyOf(columns), row.getString(4)));
            } else {
                table.references().add(new Reference(columns, row.getString(6), List.of((String[])
                        row.getArray(7).getArray())));
            }
        });
        query("""
                select n.nspname || '.' || t.typname, string_agg(pg_get_constraintdef(c.oid), ' ')
                from pg_constraint c join pg_type t on t.oid = c.contypid join pg_namespace n on n.oid = t.typnamespace
                group by 1
                """, row -> domainChecks.put(row.getString(1), row.getString(2)));
        // What a row must have decides its authority; what it may have follows, or is left out.
        unordered
                .values()
                .forEach(table ->
                        table.references().sort(Comparator.comparing(reference -> mayBeEmpty(table, reference))));
        placeParentsFirst(unordered);
    }

    private static boolean mayBeEmpty(Table table, Reference reference) {
        return table.columns().stream()
                .anyMatch(column -> column.nullable() && reference.columns().contains(column.name()));
    }

    private void placeParentsFirst(Map<String, Table> left) {
        while (!left.isEmpty()) {
            Table next = left.values().stream()
                    .filter(table -> table.references().stream()
                            .noneMatch(reference ->
                                    !reference.parent().equals(table.name()) && left.containsKey(reference.parent())))
                    .findFirst()
                    .orElseThrow(
                            () -> new AssertionError("tables that refer to each other in a circle: " + left.keySet()));
            tables.add(Objects.requireNonNull(left.remove(next.name())));
        }
    }

    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private void query(String sql, RowReader reader) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }
}
