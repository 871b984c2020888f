package nl.leercirkel.care;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.leercirkel.standards.ijw.definition.Law;
import nl.leercirkel.standards.ijw.episode.Episode;
import nl.leercirkel.standards.ijw.episode.EpisodeBuilder;
import nl.leercirkel.standards.ijw.episode.EpisodeRules;
import nl.leercirkel.standards.ijw.episode.HelpForms;
import nl.leercirkel.standards.ijw.episode.HelpForms.StandardProduct;
import nl.leercirkel.standards.ijw.message.Product;
import nl.leercirkel.standards.ijw.rule.Parties;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The episodes of persons, made anew from all their facts. They are kept without a day of looking, since that goes on: an
 * episode that is allocated or runs while its allocation is over is told by its dates when somebody looks.
 */
final class EpisodeStore {
    private static final int BATCH = 2_000;
    private static final EpisodeBuilder BUILDER = new EpisodeBuilder(EpisodeRules.asOf(LocalDate.MIN));
    private static final String EPISODE = """
            insert into care.episode (authority_id, person_id, law, municipality, provider, ordinal, allocations, category, code,
              help_record, help_form, state, requested_on, decided_on, allocated_from, allocated_until, begin_on, end_on,
              end_reason, restart, referrer_type, birth_year, area)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String PAUSE = """
            insert into care.pause (authority_id, person_id, law, municipality, provider, ordinal, pause_from, pause_until)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final DSLContext sql;
    private final UUID authority;

    EpisodeStore(DSLContext sql, UUID authority) {
        this.sql = sql;
        this.authority = authority;
    }

    void renew(Collection<UUID> persons) {
        List<UUID> all = new ArrayList<>(persons);
        for (int from = 0; from < all.size(); from += BATCH) {
            List<UUID> batch = all.subList(from, Math.min(all.size(), from + BATCH));
            sql.connection(connection -> renew(connection, batch));
        }
    }

    private void renew(Connection connection, List<UUID> persons) throws SQLException {
        StoredFacts stored = StoredFacts.of(connection, authority, persons);
        try (PreparedStatement delete = connection.prepareStatement(
                "delete from care.episode where authority_id = ? and person_id = any (?)")) {
            delete.setObject(1, authority);
            delete.setArray(2, connection.createArrayOf("uuid", persons.toArray()));
            delete.executeUpdate();
        }
        Map<Dossier, Integer> ordinals = new HashMap<>();
        try (PreparedStatement episodes = connection.prepareStatement(EPISODE);
                PreparedStatement pauses = connection.prepareStatement(PAUSE)) {
            for (Episode episode : BUILDER.episodes(stored.facts())) {
                int ordinal = ordinals.merge(new Dossier(episode.parties(), episode.client()), 1, Integer::sum);
                add(episodes, episode, ordinal, stored);
                for (Episode.Pause pause : episode.pauses()) {
                    Row row = new Row(pauses);
                    key(row, episode, ordinal);
                    row.add(pause.from()).add(pause.until()).end();
                }
            }
            episodes.executeBatch();
            pauses.executeBatch();
        }
    }

    private record Dossier(Parties parties, String client) {}

    private void add(PreparedStatement statement, Episode episode, int ordinal, StoredFacts stored)
            throws SQLException {
        Row row = new Row(statement);
        key(row, episode, ordinal);
        Product product = episode.product();
        String code = product == null ? null : product.code();
        Optional<StandardProduct> standard = standard(episode.parties().law(), code);
        String referrer = episode.allocations().isEmpty()
                ? null
                : stored.referrer(
                        episode.parties(),
                        episode.client(),
                        episode.allocations().getFirst());
        row.add(statement
                        .getConnection()
                        .createArrayOf("bigint", episode.allocations().toArray()))
                .add(product == null ? null : product.category())
                .add(code)
                .add(standard.map(StandardProduct::record).orElse(null))
                .add(standard.map(StandardProduct::form).orElse(null))
                .add(state(episode.state()))
                .add(episode.requested())
                .add(episode.decided())
                .add(episode.allocatedFrom())
                .add(episode.allocatedUntil())
                .add(episode.begin())
                .add(episode.end())
                .add(episode.endReason())
                .add(episode.restart())
                .add(referrer)
                .add(stored.birthYear(episode.client()))
                .add(stored.area(episode.client()))
                .end();
    }

    /** The standard product behind a code; the list is of youth care only. */
    static Optional<StandardProduct> standard(Law law, @Nullable String code) {
        return law == Law.YOUTH && code != null ? HelpForms.jz21().find(code) : Optional.empty();
    }

    private static String state(Episode.State state) {
        return switch (state) {
            case ALLOCATED, RUNNING, PAUSED, ENDED -> state.name();
            case NEVER_BEGUN, UNKNOWN_END ->
                throw new IllegalStateException("nothing is over before the first day there is");
        };
    }

    private void key(Row row, Episode episode, int ordinal) throws SQLException {
        row.add(authority)
                .add(UUID.fromString(episode.client()))
                .add(episode.parties().law().name())
                .add(episode.parties().municipality())
                .add(episode.parties().provider())
                .add(ordinal);
    }

    /** The values of a row, in the order of the statement. */
    private static final class Row {
        private final PreparedStatement statement;
        private int place = 1;

        private Row(PreparedStatement statement) {
            this.statement = statement;
        }

        Row add(@Nullable Object value) throws SQLException {
            statement.setObject(place++, value);
            return this;
        }

        void end() throws SQLException {
            statement.addBatch();
        }
    }
}
