package nl.leercirkel.standards.bij;

import java.util.Optional;

/** A value of a code list of the protocol. A code means something only within its list. */
public interface Coded {

    String code();

    /** In Dutch, after the protocol. */
    String label();

    static <E extends Enum<E> & Coded> Optional<E> of(Class<E> list, String code) {
        for (E value : list.getEnumConstants()) {
            if (value.code().equals(code)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }
}
