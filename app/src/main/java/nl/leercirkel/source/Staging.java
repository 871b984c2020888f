package nl.leercirkel.source;

import static nl.leercirkeldb.source.Tables.LINE;
import static nl.leercirkeldb.source.Tables.REFUSED;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import nl.leercirkel.database.CopyText;
import nl.leercirkel.source.check.CellError;
import nl.leercirkel.source.check.CheckedRow;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/** The rows of a version while it is being filled. Each method needs a transaction around it. */
@Component
class Staging {
    // PostgreSQL refuses COPY into a table with row-level security, so rows come in through a table of this
    // transaction.
    private static final String BATCH =
            "create temporary table source_batch (row_number bigint, row_key text, cells text[]) on commit drop";
    private static final String INTO = """
            insert into source.line (authority_id, version_id, row_number, row_key, cells)
            select ?, ?, row_number, row_key, cells from source_batch
            """;
    private static final int MOST_PLACES = 10;
    /** In one pass over the rows: what a join would cost depends on statistics that rows of a minute ago do not have. */
    private static final String FIRST_PLACES = IntStream.rangeClosed(1, MOST_PLACES)
            .mapToObj("nth_value(row_number, %d) over same_key"::formatted)
            .collect(Collectors.joining(", "));

    private final DSLContext sql;
    private final DataSource dataSource;

    Staging(DSLContext sql, DataSource dataSource) {
        this.sql = sql;
        this.dataSource = dataSource;
    }

    /** A refused row with what is wrong. */
    record Refusal(long number, List<String> written, List<CellError> errors) {}

    record Errors(List<CellError> errors) {}

    void add(UUID authority, UUID version, List<CheckedRow.Good> rows) {
        if (rows.isEmpty()) {
            return;
        }
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try (Statement statement = connection.createStatement()) {
            statement.execute(BATCH);
            CopyIn copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy source_batch from stdin (format text, encoding 'UTF8')");
            try {
                write(copy, rows);
                copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        } catch (SQLException failed) {
            throw new DataAccessResourceFailureException("Rows could not be copied", failed);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
        sql.execute(INTO, authority, version);
        sql.execute("drop table source_batch");
    }

    private static void write(CopyIn copy, List<CheckedRow.Good> rows) throws SQLException {
        CopyText lines = new CopyText();
        for (CheckedRow.Good row : rows) {
            lines.add(row.number()).add(row.key()).addArray(row.values()).end();
            if (lines.length() > 1 << 16) {
                send(copy, lines.take());
            }
        }
        send(copy, lines.take());
    }

    private static void send(CopyIn copy, byte[] bytes) throws SQLException {
        copy.writeToCopy(bytes, 0, bytes.length);
    }

    void refuse(UUID authority, UUID version, List<CheckedRow.Refused> rows) {
        if (rows.isEmpty()) {
            return;
        }
        sql.batch(rows.stream()
                        .map(row -> sql.insertInto(REFUSED)
                                .set(REFUSED.AUTHORITY_ID, authority)
                                .set(REFUSED.VERSION_ID, version)
                                .set(REFUSED.ROW_NUMBER, row.number())
                                .set(REFUSED.WRITTEN, row.written().toArray(String[]::new))
                                .set(REFUSED.ERRORS, Json.of(new Errors(row.errors()))))
                        .toList())
                .execute();
    }

    /**
     * Moves rows of which the key stands there more than once to the refused ones, all of them: nobody but the owner of the
     * file can say which one counts.
     *
     * @param keys the names of the fields of the key
     * @param place "blad Cijfers, rij %s"
     * @return how many
     */
    int refuseDuplicates(UUID version, String keys, String place) {
        int moved = sql.execute("""
                insert into source.refused (authority_id, version_id, row_number, written, errors)
                select authority_id, version_id, row_number,
                  array(select coalesce(cell, '') from unnest(cells) with ordinality as c(cell, at) order by at),
                  jsonb_build_object('errors', jsonb_build_array(jsonb_build_object('field', -1,
                    'place', replace(?, '%s', row_number::text),
                    'message', 'De sleutel (' || ? || ') moet bij één rij horen, maar staat op rij ' || same
                      || case when count > ? then ' en meer' else '' end || '. Houd één van deze rijen.')))
                from (
                  select authority_id, version_id, row_number, cells, count(*) over same_key as count,
                    concat_ws(', ', PLACES) as same
                  from source.line where version_id = ? and row_key is not null
                  window same_key as (partition by row_key order by row_number
                    rows between unbounded preceding and unbounded following)) l
                where count > 1
                """.replace("PLACES", FIRST_PLACES), place, keys, MOST_PLACES, version);
        if (moved > 0) {
            sql.execute("""
                    delete from source.line l using source.refused r
                    where l.version_id = ? and r.version_id = l.version_id and r.row_number = l.row_number
                    """, version);
        }
        return moved;
    }

    /** Takes the rows of a stored version over into a staged one. */
    long[] copyVersion(UUID from, UUID to) {
        int good = sql.execute("""
                insert into source.line (authority_id, version_id, row_number, row_key, cells)
                select authority_id, ?, row_number, row_key, cells from source.line where version_id = ?
                """, to, from);
        int refused = sql.execute("""
                insert into source.refused (authority_id, version_id, row_number, written, errors)
                select authority_id, ?, row_number, written, errors from source.refused where version_id = ?
                """, to, from);
        return new long[] {good, refused};
    }

    long countGood(UUID version) {
        return sql.fetchCount(LINE, LINE.VERSION_ID.eq(version));
    }

    long countRefused(UUID version) {
        return sql.fetchCount(REFUSED, REFUSED.VERSION_ID.eq(version));
    }

    List<Refusal> refusals(UUID version, int offset, int limit) {
        return sql.selectFrom(REFUSED)
                .where(REFUSED.VERSION_ID.eq(version))
                .orderBy(REFUSED.ROW_NUMBER)
                .offset(offset)
                .limit(limit)
                .fetch(row -> new Refusal(
                        row.getRowNumber(),
                        List.of(row.getWritten()),
                        Json.read(row.getErrors(), Errors.class).errors()));
    }

    Optional<Refusal> refusal(UUID version, long number) {
        return sql.fetchOptional(REFUSED, REFUSED.VERSION_ID.eq(version), REFUSED.ROW_NUMBER.eq(number))
                .map(row -> new Refusal(
                        row.getRowNumber(),
                        List.of(row.getWritten()),
                        Json.read(row.getErrors(), Errors.class).errors()));
    }

    /** The number of the row that has this key, other than the given one. */
    Optional<Long> withKey(UUID version, @Nullable String key) {
        return key == null
                ? Optional.empty()
                : sql.select(LINE.ROW_NUMBER)
                        .from(LINE)
                        .where(LINE.VERSION_ID.eq(version), LINE.ROW_KEY.eq(key))
                        .limit(1)
                        .fetchOptional(LINE.ROW_NUMBER);
    }

    void removeRefusal(UUID version, long number) {
        sql.deleteFrom(REFUSED)
                .where(REFUSED.VERSION_ID.eq(version), REFUSED.ROW_NUMBER.eq(number))
                .execute();
    }

    void updateRefusal(UUID version, CheckedRow.Refused row) {
        sql.update(REFUSED)
                .set(REFUSED.WRITTEN, row.written().toArray(String[]::new))
                .set(REFUSED.ERRORS, Json.of(new Errors(row.errors())))
                .where(REFUSED.VERSION_ID.eq(version), REFUSED.ROW_NUMBER.eq(row.number()))
                .execute();
    }

    /** A few rows as they are stored, by their number. */
    List<List<String>> sample(UUID version, int limit) {
        List<List<String>> rows = new ArrayList<>();
        sql.select(LINE.ROW_NUMBER, LINE.CELLS)
                .from(LINE)
                .where(LINE.VERSION_ID.eq(version))
                .orderBy(LINE.ROW_NUMBER)
                .limit(limit)
                .forEach(row -> {
                    List<String> cells = new ArrayList<>();
                    Arrays.stream(row.value2()).forEach(cell -> cells.add(cell == null ? "" : cell));
                    rows.add(cells);
                });
        return rows;
    }
}
