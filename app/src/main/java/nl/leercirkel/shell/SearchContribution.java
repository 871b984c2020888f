package nl.leercirkel.shell;

import java.util.List;
import nl.leercirkel.security.Right;

/** What of a module can be found by the search field at the top of each page; implement it as a bean. */
public interface SearchContribution {
    /** Only asked for people who have this right. */
    Right right();

    List<SearchHit> search(String query, int limit);
}
