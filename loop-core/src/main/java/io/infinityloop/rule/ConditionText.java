package io.infinityloop.rule;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes conditions, and keeps them within what {@link ConditionParser} reads. */
final class ConditionText {
    /** The most characters of a text. */
    static final int CHARACTERS = 10_000;

    /** How deep conditions and brackets may be nested. */
    static final int DEPTH = 64;

    /** The words that a name must be quoted to be. */
    static final Set<String> KEYWORDS = Set.of("and", "or", "not", "for", "over", "within");

    private ConditionText() {}

    static List<Condition> atLeastTwo(String word, List<Condition> conditions) {
        List<Condition> copy = List.copyOf(requireNonNull(conditions, "conditions"));
        if (copy.size() < 2) {
            throw new IllegalArgumentException(
                    "'" + word + "' joins at least two conditions, " + copy.size() + " given");
        }
        return copy;
    }

    /**
     * Holds that a condition made of others can be read back. Each part was checked when it was made, so this is little
     * work, and a part that is used many times can not add up to more than fits.
     */
    static void check(List<Condition> parts, String text) {
        if (parts.stream().anyMatch(part -> depth(part) >= DEPTH)) {
            throw new IllegalArgumentException(
                    "conditions are at most " + DEPTH + " deep: one around this one would make it deeper");
        }
        if (text.length() > CHARACTERS) {
            throw new IllegalArgumentException("the condition would have " + text.length() + " characters: at most "
                    + CHARACTERS + " are accepted");
        }
    }

    private static int depth(Condition condition) {
        int deepest = 0;
        for (Condition part : parts(condition)) {
            deepest = Math.max(deepest, depth(part));
        }
        return deepest + 1;
    }

    /** {@return the conditions that a condition is directly made of} */
    static List<Condition> parts(Condition condition) {
        if (condition instanceof Condition.AllOf all) {
            return all.conditions();
        }
        if (condition instanceof Condition.AnyOf any) {
            return any.conditions();
        }
        if (condition instanceof Condition.Not not) {
            return List.of(not.condition());
        }
        return condition instanceof Condition.Held held ? List.of(held.condition()) : List.of();
    }

    static String of(Condition condition) {
        StringBuilder text = new StringBuilder();
        write(condition, text);
        return text.toString();
    }

    static String of(Operand operand) {
        StringBuilder text = new StringBuilder();
        write(operand, text);
        return text.toString();
    }

    private static void write(Condition condition, StringBuilder text) {
        if (condition instanceof Condition.Comparison comparison) {
            write(comparison.operand(), text);
            text.append(' ').append(comparison.comparator().symbol()).append(' ');
            text.append(comparison.threshold().toPlainString());
        } else if (condition instanceof Condition.Due due) {
            writeName(due.measure(), text);
            text.append(" within ").append(DurationText.of(due.within()));
        } else if (condition instanceof Condition.Not not) {
            text.append(negated(not.condition()));
        } else if (condition instanceof Condition.Held held) {
            text.append(held(held.condition(), held.span()));
        } else {
            text.append(joined(condition instanceof Condition.AllOf, parts(condition)));
        }
    }

    static String negated(Condition condition) {
        return "not " + part(condition, isJoined(condition));
    }

    static String held(Condition condition, Duration span) {
        boolean isOpen = isJoined(condition) || condition instanceof Condition.Not;
        return part(condition, isOpen) + " for " + DurationText.of(span);
    }

    static String joined(boolean isAll, List<Condition> conditions) {
        return conditions.stream()
                .map(part -> part(part, isJoined(part) && (isAll || part instanceof Condition.AnyOf)))
                .collect(Collectors.joining(isAll ? " and " : " or "));
    }

    private static boolean isJoined(Condition condition) {
        return condition instanceof Condition.AllOf || condition instanceof Condition.AnyOf;
    }

    private static String part(Condition part, boolean inBrackets) {
        return inBrackets ? "(" + of(part) + ")" : of(part);
    }

    private static void write(Operand operand, StringBuilder text) {
        if (operand instanceof Operand.Percentile percentile) {
            writeCall("p" + percentile.rank().toPlainString(), percentile.measure(), percentile.window(), text);
        } else if (operand instanceof Operand.Aggregate aggregate) {
            String function = aggregate.function().name().toLowerCase(Locale.ROOT);
            writeCall(function, aggregate.measure(), aggregate.window(), text);
        } else if (operand instanceof Operand.Latest latest) {
            Duration maximumAge = latest.maximumAge();
            if (maximumAge == null) {
                writeName(latest.measure(), text);
            } else {
                writeCall("latest", latest.measure(), maximumAge, text);
            }
        }
    }

    private static void writeCall(String function, String measure, Duration window, StringBuilder text) {
        text.append(function).append('(');
        writeName(measure, text);
        text.append(") over ").append(DurationText.of(window));
    }

    private static void writeName(String name, StringBuilder text) {
        text.append(Tokens.isWord(name) && !KEYWORDS.contains(name) ? name : quoted(name));
    }

    /** {@return the name in quotes, with what could not be seen, or would break a line, written as its number} */
    static String quoted(String name) {
        StringBuilder text = new StringBuilder("\"");
        name.codePoints().forEach(point -> {
            if (point == '"' || point == '\\') {
                text.append('\\').append((char) point);
            } else if (isHidden(point)) {
                for (char unit : Character.toChars(point)) {
                    text.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
                }
            } else {
                text.appendCodePoint(point);
            }
        });
        return text.append('"').toString();
    }

    private static boolean isHidden(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
