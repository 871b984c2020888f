package nl.leercirkel.organisation;

import static nl.leercirkeldb.organisation.Tables.AUTHORITY;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.leercirkel.database.InstallationTransactions;
import nl.leercirkel.security.ActorContext;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The authorities that use this installation. */
@Service
public class Authorities {
    private final DSLContext database;
    private final NamedAuthorities named;
    private final InstallationTransactions installation;

    Authorities(DSLContext database, NamedAuthorities named, InstallationTransactions installation) {
        this.database = database;
        this.named = named;
        this.installation = installation;
    }

    /** The authority on whose behalf the acting person works. */
    @Transactional(readOnly = true)
    public Authority current() {
        UUID id = ActorContext.required().authorityId();
        return database.selectFrom(AUTHORITY)
                .where(AUTHORITY.AUTHORITY_ID.eq(id))
                .fetchOptional(Authorities::authority)
                .orElseThrow(() -> new IllegalStateException("The acting person's authority is gone: " + id));
    }

    /** Any authority by its id; for the installation's own work and for naming the choices of a person. */
    public Optional<Authority> find(UUID authorityId) {
        return find(List.of(authorityId)).stream().findFirst();
    }

    /** In order of name. Asked for each request; what they are called is at most some seconds old. */
    public List<Authority> find(Collection<UUID> authorityIds) {
        return named.of(Set.copyOf(authorityIds));
    }

    /** By national code, such as GM0505. */
    public Optional<Authority> findByCode(String code) {
        return installation.call(
                "find an authority by code",
                () -> database.selectFrom(AUTHORITY)
                        .where(AUTHORITY.CODE.eq(code))
                        .fetchOptional(Authorities::authority));
    }

    public List<Authority> all() {
        return installation.call(
                "list authorities",
                () -> database.selectFrom(AUTHORITY).orderBy(AUTHORITY.NAME).fetch(Authorities::authority));
    }

    /** Whether this installation is still empty. */
    public boolean none() {
        return installation.call(
                "see whether this installation is empty",
                () -> !database.fetchExists(DSL.selectOne().from(AUTHORITY)));
    }

    /**
     * Adds an authority.
     *
     * @throws org.springframework.dao.DuplicateKeyException when there is one of this kind and code already
     */
    public Authority create(AuthorityKind kind, String code, String name) {
        return installation.call(
                "add an authority",
                () -> database.insertInto(AUTHORITY)
                        .set(AUTHORITY.KIND, kind.name())
                        .set(AUTHORITY.CODE, code)
                        .set(AUTHORITY.NAME, name)
                        .returning()
                        .fetchSingle(Authorities::authority));
    }

    static Authority authority(Record row) {
        return new Authority(
                row.get(AUTHORITY.AUTHORITY_ID),
                AuthorityKind.valueOf(row.get(AUTHORITY.KIND)),
                row.get(AUTHORITY.CODE),
                row.get(AUTHORITY.NAME),
                row.get(AUTHORITY.COLOUR));
    }
}
