package org.openbeat.engine.procedure.cel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What guards may name: attributes such as {@code facts.suspect_age} and functions of one literal such as
 * {@code done("notice")}. An expression is compiled once against it and then evaluated as often as one likes.
 *
 * <p>The language is a part of <a href="https://github.com/google/cel-spec">CEL</a>: its operators, {@code has},
 * {@code size}, {@code duration} and {@code timestamp} with their meaning there, strictly typed. What is left out is
 * refused, never read otherwise.
 *
 * @param <S> what the values are read from
 */
public final class CelEnvironment<S> {

    /** A name that has a value, or none yet. */
    record Attribute<S>(CelType type, Function<S, @Nullable Object> value) {}

    /** A function of one literal, which {@code bind} looks up once; null: there is no such thing. */
    record Named<S>(CelType result, Function<String, @Nullable Function<S, Object>> bind) {}

    private final Map<String, Attribute<S>> attributes = new LinkedHashMap<>();
    private final Map<String, Named<S>> functions = new LinkedHashMap<>();

    /** Declares a name; {@code value} gives null while it has none, which makes every use of it an error. */
    public CelEnvironment<S> attribute(String path, CelType type, Function<S, @Nullable Object> value) {
        attributes.put(path, new Attribute<>(type, value));
        return this;
    }

    /** Declares a function of one string literal; {@code bind} gives null for a literal that names nothing. */
    public CelEnvironment<S> function(
            String name, CelType result, Function<String, @Nullable Function<S, Object>> bind) {
        functions.put(name, new Named<>(result, bind));
        return this;
    }

    /** Compiles a guard, an expression that is true or false. */
    public CelProgram<S> compile(String text) throws CelSyntaxException {
        var typed = new Compiler<>(this).compile(Parser.parse(text));
        if (typed.type() != CelType.BOOL) {
            throw new CelSyntaxException(
                    0, "a guard is true or false, and this is a " + typed.type().text());
        }
        return new CelProgram<>(text, typed.node());
    }

    @Nullable
    Attribute<S> attribute(String path) {
        return attributes.get(path);
    }

    @Nullable
    Named<S> function(String name) {
        return functions.get(name);
    }
}
