package nl.leercirkel.organisation;

import java.util.List;

/**
 * The municipalities and youth regions of the country, from which an authority is chosen. Without a bean of this type,
 * or with an empty list, code and name are typed in.
 */
public interface AuthorityCatalogue {
    List<Entry> entries();

    /** One municipality or youth region. */
    record Entry(AuthorityKind kind, String code, String name) {}
}
