package nl.leercirkel.privacy;

import java.util.List;

/** Purposes that come and go with what an authority does, beside those that are declared as beans. */
@FunctionalInterface
public interface PurposeSource {

    /** Of the authority at work. */
    List<Purpose> purposes();
}
