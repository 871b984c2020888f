package nl.leercirkel.organisation;

import java.util.List;

/** What a search for a name can find: a municipality or a youth region. */
public sealed interface Place permits Municipality, YouthRegion {

    String code();

    String name();

    /** Other names people search by: Frisian, Dutch, colloquial, or the main town. */
    List<String> aliases();
}
