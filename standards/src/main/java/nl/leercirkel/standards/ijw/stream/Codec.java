package nl.leercirkel.standards.ijw.stream;

/** Turns the values of one message class into its record, and back. */
interface Codec<T> {
    T read(Segment segment);

    void write(T value, Segment segment);
}
