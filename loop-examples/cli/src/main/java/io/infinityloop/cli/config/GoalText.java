package io.infinityloop.cli.config;

import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.Target;
import io.infinityloop.metrics.Unit;
import io.infinityloop.rule.Comparator;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Targets as people write them: {@code < 1 day}, {@code at least 95 %}, {@code >= 1 / week}, {@code <= 3}. */
final class GoalText {
    private static final Map<String, Comparator> SIDES = Map.of(
            "<", Comparator.BELOW,
            "<=", Comparator.AT_MOST,
            ">", Comparator.ABOVE,
            ">=", Comparator.AT_LEAST,
            "=", Comparator.EQUAL,
            "below", Comparator.BELOW,
            "above", Comparator.ABOVE,
            "at most", Comparator.AT_MOST,
            "at least", Comparator.AT_LEAST);

    private static final Pattern GOAL =
            Pattern.compile("(<=|>=|<|>|=|below|above|at most|at least)\\s*([0-9][0-9.]{0,17})\\s*(.{0,40})");

    private static final Pattern MORE = Pattern.compile("([0-9][0-9.]{0,17})\\s*([a-z]{1,12})\\s*");

    private static final String EXAMPLES = "< 1 day, >= 95 %, >= 1 / week or <= 3";

    private final Matcher goal;
    private final MetricDefinition metric;

    private GoalText(Matcher goal, MetricDefinition metric) {
        this.goal = goal;
        this.metric = metric;
    }

    /**
     * Returns what a text says a metric is to reach.
     *
     * @throws IllegalArgumentException if the text is no target, or none for the metric
     */
    static Target parse(String text, MetricDefinition metric, String source) {
        Matcher goal = GOAL.matcher(text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " "));
        if (!goal.matches()) {
            throw new IllegalArgumentException("it is no target, expected one such as " + EXAMPLES);
        }
        Comparator side = SIDES.get(goal.group(1));
        Amount amount = new GoalText(goal, metric).amount();
        if (side == null || amount.unit().dimension() != metric.unit().dimension()) {
            throw new IllegalArgumentException(metric.id() + " is " + kind(metric.unit()));
        }
        return Target.of(side, amount, source);
    }

    private Amount amount() {
        BigDecimal number = number(goal.group(2));
        String unit = goal.group(3).strip();
        if (unit.isEmpty()) {
            return bare(number);
        }
        if (unit.equals("%")) {
            Unit part = metric.unit() == Unit.CHANGE ? Unit.CHANGE : Unit.RATIO;
            return new Amount(number.movePointLeft(2), part);
        }
        Unit rate = rate(unit);
        return rate != null ? new Amount(number, rate) : duration(goal.group(2) + unit);
    }

    private Amount bare(BigDecimal number) {
        Unit unit = metric.unit();
        boolean isPart = unit == Unit.RATIO && number.compareTo(BigDecimal.ONE) <= 0;
        boolean isNumber = unit == Unit.COUNT || unit == Unit.NUMBER || unit == Unit.CHANGE;
        if (!isPart && !isNumber) {
            throw new IllegalArgumentException("the unit is missing: " + metric.id() + " is " + kind(unit));
        }
        return new Amount(number, unit);
    }

    private static @Nullable Unit rate(String unit) {
        return switch (unit.replaceFirst("^(/|per )\\s*", "/").replaceFirst("s$", "")) {
            case "/", "/sec", "/second" -> Unit.PER_SECOND;
            case "/min", "/minute" -> Unit.PER_MINUTE;
            case "/h", "/hour" -> Unit.PER_HOUR;
            case "/d", "/day" -> Unit.PER_DAY;
            case "/w", "/week" -> Unit.PER_WEEK;
            default -> null;
        };
    }

    /** Numbers and units one after another: {@code 1h30m}, {@code 1 day 12 hours}. */
    private static Amount duration(String text) {
        BigDecimal seconds = BigDecimal.ZERO;
        Matcher part = MORE.matcher(text);
        int end = 0;
        while (part.find() && part.start() == end) {
            seconds = seconds.add(number(part.group(1)).multiply(seconds(part.group(2))));
            end = part.end();
        }
        if (end < text.length() || end == 0) {
            throw new IllegalArgumentException(
                    "its unit is not known, expected one of s, min, h, days, weeks, / week and %");
        }
        return new Amount(seconds, Unit.SECONDS);
    }

    private static BigDecimal seconds(String unit) {
        return switch (unit) {
            case "ms", "millisecond", "milliseconds" -> new BigDecimal("0.001");
            case "s", "sec", "second", "seconds" -> BigDecimal.ONE;
            case "m", "min", "minute", "minutes" -> BigDecimal.valueOf(60);
            case "h", "hour", "hours" -> BigDecimal.valueOf(3_600);
            case "d", "day", "days" -> BigDecimal.valueOf(86_400);
            case "w", "week", "weeks" -> BigDecimal.valueOf(604_800);
            default ->
                throw new IllegalArgumentException(
                        "the unit '" + unit + "' is not known, expected one of s, min, h, days, weeks, / week and %");
        };
    }

    private static BigDecimal number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException none) {
            throw new IllegalArgumentException("'" + text + "' is no number", none);
        }
    }

    private static String kind(Unit unit) {
        return switch (unit.dimension()) {
            case TIME -> "a duration, expected one such as < 1 day";
            case RATE -> "how often in a time, expected such as >= 1 / week";
            case RATIO -> "a part of a whole, expected such as >= 95 %";
            case CHANGE -> "a change, expected one such as <= 20 %";
            case COUNT -> "a count, expected one such as <= 3";
            case NUMBER -> "a number, expected one such as <= 3";
        };
    }
}
