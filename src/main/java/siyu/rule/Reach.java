package siyu.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import siyu.fact.Type;
import siyu.fact.Vocabulary;
import siyu.rule.Expression.BinaryOperator;

/**
 * Which segments can take nobody, as far as the form of the rules shows it: a rule that is always false, or whose every
 * alternative contains all conditions of an alternative of an earlier segment. Bounds count: {@code x >= 20} contains {@code x >=
 * 10}. Pins are left out of account. What is reported is certain; not everything that is certain is found.
 */
final class Reach {
    /** More alternatives than this are not compared, which would take too long. */
    private static final int MOST = 200;

    private final Vocabulary vocabulary;
    private final List<Alternative> earlier = new ArrayList<>();

    /** Conditions that must all hold, as canonical texts; bounds apart. */
    private record Alternative(String segment, Set<String> conditions, List<Bound> bounds) {
        /** Whether two of its bounds leave nothing between them. */
        boolean isEmpty() {
            for (Bound lower : bounds.subList(0, Math.min(MOST, bounds.size()))) {
                for (Bound upper : bounds.subList(0, Math.min(MOST, bounds.size()))) {
                    if (lower.excludes(upper)) {
                        return true;
                    }
                }
            }
            return false;
        }

        boolean containsAll(Alternative other) {
            if (!conditions.containsAll(other.conditions)) {
                return false;
            }
            for (Bound needed : other.bounds) {
                boolean kept = false;
                for (Bound bound : bounds) {
                    kept |= bound.within(needed);
                }
                if (!kept) {
                    return false;
                }
            }
            return true;
        }
    }

    /** {@code operand operator constant}, the constant comparable. */
    private record Bound(String operand, BinaryOperator operator, Comparable<?> constant) {
        boolean comparable(Bound other) {
            return operand.equals(other.operand) && constant.getClass() == other.constant.getClass();
        }

        @SuppressWarnings("unchecked")
        int order(Bound other) {
            return ((Comparable<Object>) constant).compareTo(other.constant);
        }

        /** Whether this as the lower and the other as the upper bound leave nothing between. */
        boolean excludes(Bound upper) {
            if (!comparable(upper) || !isLower(operator) || !isUpper(upper.operator)) {
                return false;
            }
            boolean open = operator == BinaryOperator.GREATER || upper.operator == BinaryOperator.LESS;
            return order(upper) > 0 || open && order(upper) == 0;
        }

        boolean within(Bound wider) {
            if (!comparable(wider)) {
                return false;
            }
            int order = order(wider);
            return switch (wider.operator) {
                case GREATER ->
                    operator == BinaryOperator.GREATER && order >= 0
                            || (operator == BinaryOperator.GREATER_OR_EQUAL || operator == BinaryOperator.EQUAL)
                                    && order > 0;
                case GREATER_OR_EQUAL -> isLower(operator) && order >= 0;
                case LESS ->
                    operator == BinaryOperator.LESS && order <= 0
                            || (operator == BinaryOperator.LESS_OR_EQUAL || operator == BinaryOperator.EQUAL)
                                    && order < 0;
                case LESS_OR_EQUAL -> isUpper(operator) && order <= 0;
                default -> operator == wider.operator && order == 0;
            };
        }

        private static boolean isLower(BinaryOperator operator) {
            return operator == BinaryOperator.GREATER
                    || operator == BinaryOperator.GREATER_OR_EQUAL
                    || operator == BinaryOperator.EQUAL;
        }

        private static boolean isUpper(BinaryOperator operator) {
            return operator == BinaryOperator.LESS
                    || operator == BinaryOperator.LESS_OR_EQUAL
                    || operator == BinaryOperator.EQUAL;
        }
    }

    Reach(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Takes the next segment of a segmentation and says why nobody can reach it, or null. */
    @Nullable
    String next(String segment, Expression rule) {
        List<Alternative> own = new ArrayList<>();
        alternatives(segment, rule, own);
        if (own.isEmpty()) {
            return "its rule is never true";
        }
        String before = null;
        boolean taken = own.size() <= MOST;
        for (int i = 0; i < own.size() && taken; i++) {
            Alternative alternative = own.get(i);
            Alternative wider = null;
            for (int j = 0; j < earlier.size() && wider == null; j++) {
                wider = alternative.containsAll(earlier.get(j)) ? earlier.get(j) : null;
            }
            taken = wider != null;
            before = wider != null && before == null ? wider.segment : before;
        }
        if (!taken && earlier.size() <= MOST) {
            earlier.addAll(own);
        }
        return taken ? "'" + Objects.requireNonNull(before) + "' takes everybody first" : null;
    }

    private void alternatives(String segment, Expression rule, List<Alternative> into) {
        if (rule instanceof Expression.Binary binary && binary.operator() == BinaryOperator.OR) {
            alternatives(segment, binary.left(), into);
            alternatives(segment, binary.right(), into);
        } else {
            Truth truth = Truth.of(rule);
            if (truth != Truth.FALSE && truth != Truth.UNKNOWN) {
                Alternative alternative = new Alternative(segment, new HashSet<>(), new ArrayList<>());
                conditions(rule, alternative);
                if (!alternative.isEmpty()) {
                    into.add(alternative);
                }
            }
        }
    }

    private void conditions(Expression rule, Alternative into) {
        if (rule instanceof Expression.Binary binary && binary.operator() == BinaryOperator.AND) {
            conditions(binary.left(), into);
            conditions(binary.right(), into);
        } else if (rule instanceof Expression.Binary binary && bound(binary) != null) {
            into.bounds.add(Objects.requireNonNull(bound(binary)));
        } else if (rule instanceof Expression.Between between
                && constant(between.low()) != null
                && constant(between.high()) != null) {
            String operand = Printer.text(vocabulary, between.operand());
            Comparable<?> low = Objects.requireNonNull(constant(between.low()));
            Comparable<?> high = Objects.requireNonNull(constant(between.high()));
            into.bounds.add(new Bound(operand, BinaryOperator.GREATER_OR_EQUAL, low));
            into.bounds.add(new Bound(operand, BinaryOperator.LESS_OR_EQUAL, high));
        } else if (Truth.of(rule) != Truth.TRUE) {
            into.conditions.add(Printer.text(vocabulary, rule));
        }
    }

    private @Nullable Bound bound(Expression.Binary binary) {
        Comparable<?> right = constant(binary.right());
        if (right != null && constant(binary.left()) == null) {
            return isComparison(binary.operator())
                    ? new Bound(Printer.text(vocabulary, binary.left()), binary.operator(), right)
                    : null;
        }
        Comparable<?> left = constant(binary.left());
        if (left == null || right != null || !isComparison(binary.operator())) {
            return null;
        }
        return new Bound(Printer.text(vocabulary, binary.right()), turned(binary.operator()), left);
    }

    private static boolean isComparison(BinaryOperator operator) {
        return switch (operator) {
            case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> true;
            default -> false;
        };
    }

    private static BinaryOperator turned(BinaryOperator operator) {
        return switch (operator) {
            case LESS -> BinaryOperator.GREATER;
            case LESS_OR_EQUAL -> BinaryOperator.GREATER_OR_EQUAL;
            case GREATER -> BinaryOperator.LESS;
            case GREATER_OR_EQUAL -> BinaryOperator.LESS_OR_EQUAL;
            default -> operator;
        };
    }

    private static @Nullable Comparable<?> constant(Expression expression) {
        if (expression instanceof Expression.Literal literal && literal.type().kind() != Type.Kind.TEXT) {
            return (Comparable<?>) literal.value();
        }
        // Texts are compared as whole conditions: the order of String is not that of code points.
        return null;
    }
}
