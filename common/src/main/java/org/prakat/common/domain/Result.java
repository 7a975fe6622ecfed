package org.prakat.common.domain;

import java.util.List;
import java.util.function.Function;

/**
 * The answer to something asked of the system: done, with a value, or refused by a rule. A business "no" is a value of
 * this type; exceptions are for bugs and outages.
 *
 * @param <T> what is there when it was done
 */
public sealed interface Result<T> {

    /** It was done. */
    record Ok<T>(T value) implements Result<T> {}

    /** A rule said no, and nothing changed. */
    record Refused<T>(Refusal refusal) implements Result<T> {}

    static <T> Result<T> ok(T value) {
        return new Ok<>(value);
    }

    static <T> Result<T> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }

    static <T> Result<T> refused(Refusal.Reason reason, String code) {
        return new Refused<>(new Refusal(reason, code, List.of()));
    }

    default boolean isOk() {
        return this instanceof Ok<T>;
    }

    default <R> Result<R> map(Function<? super T, ? extends R> function) {
        return flatMap(value -> new Ok<>(function.apply(value)));
    }

    default <R> Result<R> flatMap(Function<? super T, Result<R>> function) {
        if (this instanceof Ok<T> ok) {
            return function.apply(ok.value());
        }
        return new Refused<>(((Refused<T>) this).refusal());
    }

    /**
     * The value, where a refusal can only be a bug of the caller.
     *
     * @throws IllegalStateException when it was refused
     */
    default T orElseThrow() {
        if (this instanceof Ok<T> ok) {
            return ok.value();
        }
        throw new IllegalStateException("refused: " + ((Refused<T>) this).refusal());
    }
}
