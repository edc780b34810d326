package org.openbeat.engine.procedure.cel;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.openbeat.engine.procedure.cel.Node.Typed;

/** Checks types and names, and turns an expression into nested functions: no tree is walked when it runs. */
final class Compiler<S> {
    private final CelEnvironment<S> environment;

    Compiler(CelEnvironment<S> environment) {
        this.environment = environment;
    }

    Typed<S> compile(Expression expression) throws CelSyntaxException {
        return switch (expression) {
            case Expression.Literal literal -> constant(literal.value(), literal.type());
            case Expression.Name name -> name(name);
            case Expression.Call call -> call(call);
            case Expression.Unary unary -> unary(unary);
            case Expression.Binary binary -> binary(binary);
            case Expression.Choice choice -> choice(choice);
            case Expression.Items items -> items(items);
        };
    }

    private Typed<S> constant(Object value, CelType type) {
        return new Typed<>(scope -> value, type);
    }

    private CelEnvironment.Attribute<S> attribute(Expression.Name name) throws CelSyntaxException {
        var attribute = environment.attribute(name.path());
        if (attribute == null) {
            throw new CelSyntaxException(name.offset(), name.path() + " is not declared");
        }
        return attribute;
    }

    private Typed<S> name(Expression.Name name) throws CelSyntaxException {
        var attribute = attribute(name);
        var read = attribute.value();
        var missing = new CelError(name.path() + " is not stated");
        return new Typed<>(
                scope -> {
                    var value = read.apply(scope);
                    return value == null ? missing : value;
                },
                attribute.type());
    }

    private Typed<S> call(Expression.Call call) throws CelSyntaxException {
        if (call.arguments().size() != 1) {
            throw new CelSyntaxException(call.offset(), call.function() + " takes one argument");
        }
        var argument = call.arguments().get(0);
        return switch (call.function()) {
            case "has" -> has(call, argument);
            case "size" -> size(call, argument);
            case "duration" -> constant(Literals.duration(literal(call, argument), call.offset()), CelType.DURATION);
            case "timestamp" -> constant(timestamp(literal(call, argument), call.offset()), CelType.TIMESTAMP);
            default -> named(call, argument);
        };
    }

    private Typed<S> has(Expression.Call call, Expression argument) throws CelSyntaxException {
        if (!(argument instanceof Expression.Name name) || !name.path().contains(".")) {
            throw new CelSyntaxException(call.offset(), "has takes a name such as facts.identity_known");
        }
        var read = attribute(name).value();
        return new Typed<>(scope -> read.apply(scope) != null, CelType.BOOL);
    }

    private Typed<S> size(Expression.Call call, Expression argument) throws CelSyntaxException {
        var of = compile(argument);
        if (of.type() == CelType.STRING) {
            return new Typed<>(
                    scope -> {
                        var value = of.node().on(scope);
                        return value instanceof String text
                                ? (Object) (long) text.codePointCount(0, text.length())
                                : value;
                    },
                    CelType.INT);
        }
        if (!of.type().isList()) {
            throw new CelSyntaxException(call.offset(), "size is of a list or a string");
        }
        return new Typed<>(
                scope -> {
                    var value = of.node().on(scope);
                    return value instanceof List<?> list ? (Object) (long) list.size() : value;
                },
                CelType.INT);
    }

    private Typed<S> named(Expression.Call call, Expression argument) throws CelSyntaxException {
        var function = environment.function(call.function());
        if (function == null) {
            throw new CelSyntaxException(call.offset(), "there is no function " + call.function());
        }
        var name = literal(call, argument);
        var bound = function.bind().apply(name);
        if (bound == null) {
            throw new CelSyntaxException(argument.offset(), call.function() + " finds no \"" + name + "\"");
        }
        return new Typed<>(bound::apply, function.result());
    }

    private static String literal(Expression.Call call, Expression argument) throws CelSyntaxException {
        if (argument instanceof Expression.Literal literal && literal.value() instanceof String text) {
            return text;
        }
        throw new CelSyntaxException(argument.offset(), call.function() + " takes a text in quotes");
    }

    private static Instant timestamp(String text, int offset) throws CelSyntaxException {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new CelSyntaxException(offset, "a time is written as 2026-01-01T00:00:00Z");
        }
    }

    private Typed<S> unary(Expression.Unary unary) throws CelSyntaxException {
        var of = compile(unary.of());
        if (unary.sign().equals("!") && of.type() == CelType.BOOL) {
            return new Typed<>(
                    scope -> {
                        var value = of.node().on(scope);
                        return value instanceof Boolean flag ? (Object) !flag : value;
                    },
                    CelType.BOOL);
        }
        if (unary.sign().equals("-") && of.type() == CelType.INT) {
            return Operators.of("-", constant(0L, CelType.INT), of, unary.offset());
        }
        throw new CelSyntaxException(
                unary.offset(),
                unary.sign() + " can't stand before a " + of.type().text());
    }

    private Typed<S> binary(Expression.Binary binary) throws CelSyntaxException {
        var left = compile(binary.left());
        var right = compile(binary.right());
        return Operators.of(binary.sign(), left, right, binary.offset());
    }

    private Typed<S> choice(Expression.Choice choice) throws CelSyntaxException {
        var condition = compile(choice.condition());
        var then = compile(choice.then());
        var otherwise = compile(choice.otherwise());
        if (condition.type() != CelType.BOOL) {
            throw new CelSyntaxException(choice.offset(), "what stands before ? is true or false");
        }
        if (then.type() != otherwise.type()) {
            throw new CelSyntaxException(choice.offset(), "both sides of : have one type");
        }
        return new Typed<>(
                scope -> {
                    var value = condition.node().on(scope);
                    if (value instanceof Boolean flag) {
                        return flag ? then.node().on(scope) : otherwise.node().on(scope);
                    }
                    return value;
                },
                then.type());
    }

    private Typed<S> items(Expression.Items items) throws CelSyntaxException {
        var values = new ArrayList<Object>();
        var type = CelType.STRING;
        for (var item : items.items()) {
            if (!(item instanceof Expression.Literal literal)
                    || (literal.type() != CelType.STRING && literal.type() != CelType.INT)) {
                throw new CelSyntaxException(item.offset(), "a list holds texts or whole numbers, written out");
            }
            if (!values.isEmpty() && literal.type() != type) {
                throw new CelSyntaxException(item.offset(), "a list holds values of one type");
            }
            type = literal.type();
            values.add(literal.value());
        }
        return constant(List.copyOf(values), type == CelType.INT ? CelType.INTS : CelType.STRINGS);
    }
}
