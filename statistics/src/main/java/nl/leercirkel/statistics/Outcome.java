package nl.leercirkel.statistics;

import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What an estimator answers: a value, or the reason why these data cannot give one. Never both, never NaN.
 *
 * @param <T> the value, immutable
 */
public sealed interface Outcome<T> {

    /** The data gave an answer. */
    record Answer<T>(T value) implements Outcome<T> {}

    /** The data gave no answer. */
    record NoAnswer<T>(Failure failure) implements Outcome<T> {}

    static <T> Outcome<T> of(T value) {
        return new Answer<>(value);
    }

    static <T> Outcome<T> failed(Reason reason, String detail) {
        return new NoAnswer<>(new Failure(reason, detail));
    }

    static <T> Outcome<T> failed(Failure failure) {
        return new NoAnswer<>(failure);
    }

    default boolean isAnswer() {
        return this instanceof Answer;
    }

    /** @throws NoSuchElementException with the failure, where there is no answer */
    default T get() {
        return switch (this) {
            case Answer<T>(T value) -> value;
            case NoAnswer<T>(Failure failure) -> throw new NoSuchElementException(failure.toString());
        };
    }

    /** @throws NoSuchElementException where there is an answer */
    default Failure failure() {
        return switch (this) {
            case Answer<T> answer -> throw new NoSuchElementException("there is an answer: " + answer.value());
            case NoAnswer<T>(Failure failure) -> failure;
        };
    }

    default <U> Outcome<U> map(Function<? super T, ? extends U> function) {
        return switch (this) {
            case Answer<T>(T value) -> new Answer<>(function.apply(value));
            case NoAnswer<T>(Failure failure) -> new NoAnswer<>(failure);
        };
    }

    default <U> Outcome<U> flatMap(Function<? super T, Outcome<U>> function) {
        return switch (this) {
            case Answer<T>(T value) -> function.apply(value);
            case NoAnswer<T>(Failure failure) -> new NoAnswer<>(failure);
        };
    }

    default void ifAnswer(Consumer<? super T> consumer) {
        if (this instanceof Answer<T>(T value)) {
            consumer.accept(value);
        }
    }
}
