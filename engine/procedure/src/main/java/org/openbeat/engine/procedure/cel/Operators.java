package org.openbeat.engine.procedure.cel;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.IntPredicate;
import org.openbeat.engine.procedure.cel.Node.Typed;

/** The operators with two sides, each with the meaning that the CEL specification gives it. */
final class Operators {
    private Operators() {}

    static <S> Typed<S> of(String sign, Typed<S> left, Typed<S> right, int offset) throws CelSyntaxException {
        var made = switch (sign) {
            case "&&", "||" -> logical(sign, left, right);
            case "==", "!=" -> equality(sign, left, right);
            case "<", "<=", ">", ">=" -> order(sign, left, right);
            case "in" -> membership(left, right);
            default -> arithmetic(sign, left, right);
        };
        if (made == null) {
            throw new CelSyntaxException(
                    offset,
                    sign + " can't stand between a " + left.type().text() + " and a "
                            + right.type().text());
        }
        return made;
    }

    @SuppressWarnings("NullAway") // null: not for these types, told by the one caller above.
    private static <S> Typed<S> logical(String sign, Typed<S> left, Typed<S> right) {
        if (left.type() != CelType.BOOL || right.type() != CelType.BOOL) {
            return null;
        }
        // The side that decides alone absorbs an error of the other, whichever stands first.
        var decides = Boolean.valueOf(sign.equals("||"));
        var first = left.node();
        var second = right.node();
        return new Typed<>(
                scope -> {
                    var one = first.on(scope);
                    if (decides.equals(one)) {
                        return decides;
                    }
                    var other = second.on(scope);
                    return decides.equals(other) || one instanceof Boolean ? other : one;
                },
                CelType.BOOL);
    }

    @SuppressWarnings("NullAway")
    private static <S> Typed<S> equality(String sign, Typed<S> left, Typed<S> right) {
        if (left.type() != right.type()) {
            return null;
        }
        var wanted = sign.equals("==");
        return both(left, right, CelType.BOOL, (one, other) -> one.equals(other) == wanted);
    }

    @SuppressWarnings("NullAway")
    private static <S> Typed<S> order(String sign, Typed<S> left, Typed<S> right) {
        if (left.type() != right.type() || !left.type().isOrdered()) {
            return null;
        }
        IntPredicate holds = switch (sign) {
            case "<" -> order -> order < 0;
            case "<=" -> order -> order <= 0;
            case ">" -> order -> order > 0;
            default -> order -> order >= 0;
        };
        return both(left, right, CelType.BOOL, (one, other) -> holds.test(compare(one, other)));
    }

    @SuppressWarnings("unchecked") // The compiler has seen that both have one ordered type.
    private static int compare(Object one, Object other) {
        return ((Comparable<Object>) one).compareTo(other);
    }

    @SuppressWarnings("NullAway")
    private static <S> Typed<S> membership(Typed<S> left, Typed<S> right) {
        if (!right.type().isList() || right.type().element() != left.type()) {
            return null;
        }
        return both(left, right, CelType.BOOL, (one, list) -> ((List<?>) list).contains(one));
    }

    @SuppressWarnings("NullAway")
    private static <S> Typed<S> arithmetic(String sign, Typed<S> left, Typed<S> right) {
        if (left.type() == CelType.INT && right.type() == CelType.INT) {
            return both(left, right, CelType.INT, (one, other) -> whole(sign, (Long) one, (Long) other));
        }
        if (left.type() == CelType.DOUBLE && right.type() == CelType.DOUBLE && !sign.equals("%")) {
            return both(left, right, CelType.DOUBLE, (one, other) -> broken(sign, (Double) one, (Double) other));
        }
        if (left.type() == CelType.STRING && right.type() == CelType.STRING && sign.equals("+")) {
            return both(left, right, CelType.STRING, (one, other) -> (String) one + other);
        }
        return time(sign, left, right);
    }

    private static Object whole(String sign, long one, long other) {
        try {
            return switch (sign) {
                case "+" -> Math.addExact(one, other);
                case "-" -> Math.subtractExact(one, other);
                case "*" -> Math.multiplyExact(one, other);
                case "/" -> Math.divideExact(one, other);
                default -> one % other;
            };
        } catch (ArithmeticException e) {
            return new CelError(one + " " + sign + " " + other + " can't be computed");
        }
    }

    private static Object broken(String sign, double one, double other) {
        return switch (sign) {
            case "+" -> one + other;
            case "-" -> one - other;
            case "*" -> one * other;
            default -> one / other;
        };
    }

    @SuppressWarnings("NullAway")
    private static <S> Typed<S> time(String sign, Typed<S> left, Typed<S> right) {
        var plus = sign.equals("+");
        if (!plus && !sign.equals("-")) {
            return null;
        }
        var types = left.type() + sign + right.type();
        return switch (types) {
            case "TIMESTAMP-TIMESTAMP" ->
                both(left, right, CelType.DURATION, (one, other) -> Duration.between((Instant) other, (Instant) one));
            case "TIMESTAMP+DURATION", "TIMESTAMP-DURATION" ->
                both(
                        left,
                        right,
                        CelType.TIMESTAMP,
                        (one, other) -> plus
                                ? ((Instant) one).plus((Duration) other)
                                : ((Instant) one).minus((Duration) other));
            case "DURATION+DURATION", "DURATION-DURATION" ->
                both(
                        left,
                        right,
                        CelType.DURATION,
                        (one, other) -> plus
                                ? ((Duration) one).plus((Duration) other)
                                : ((Duration) one).minus((Duration) other));
            default -> null;
        };
    }

    private static <S> Typed<S> both(Typed<S> left, Typed<S> right, CelType result, BinaryOperator<Object> made) {
        var first = left.node();
        var second = right.node();
        return new Typed<>(
                scope -> {
                    var one = first.on(scope);
                    if (one instanceof CelError) {
                        return one;
                    }
                    var other = second.on(scope);
                    return other instanceof CelError ? other : made.apply(one, other);
                },
                result);
    }
}
