package io.infinityloop.metrics.report;

import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Target;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Amounts as people read them: three significant digits, a unit that fits.
 *
 * @since 0.1
 */
public final class Shown {
    private static final List<Scale> SCALES = List.of(
            new Scale(Duration.ofDays(730), Duration.ofDays(365), "y"),
            new Scale(Duration.ofDays(2), Duration.ofDays(1), "d"),
            new Scale(Duration.ofHours(1), Duration.ofHours(1), "h"),
            new Scale(Duration.ofMinutes(1), Duration.ofMinutes(1), "min"));

    /** From here on only the size of a number is of interest. */
    private static final BigDecimal LONG = BigDecimal.TEN.pow(9);

    private Shown() {}

    /** From which duration on another unit reads better. */
    private record Scale(Duration from, Duration unit, String sign) {}

    /**
     * Returns an amount as people read it.
     *
     * @param amount the amount
     * @return for example {@code 2.5 h} or {@code 12.5 %}
     */
    public static String amount(Amount amount) {
        return switch (amount.unit()) {
            case SECONDS -> duration(amount);
            case MILLISECONDS -> rounded(amount.number()) + " ms";
            case COUNT, NUMBER -> rounded(amount.number());
            case PER_SECOND, PER_MINUTE, PER_HOUR, PER_DAY, PER_WEEK ->
                rounded(amount.number()) + amount.unit().symbol();
            case RATIO -> rounded(amount.number().movePointRight(2)) + " %";
            case CHANGE ->
                (amount.number().signum() > 0 ? "+" : "")
                        + rounded(amount.number().movePointRight(2)) + " %";
        };
    }

    /** For example {@code target < 10 min met}. */
    static String status(Target.Status status, Target target) {
        Target.Level level = target.limit();
        String limit = "target " + level.comparator().symbol() + " " + amount(level.value());
        return (limit + " " + status.name().toLowerCase(Locale.ROOT)).replace(' ', '\u00a0');
    }

    private static String duration(Amount amount) {
        BigDecimal seconds = amount.number();
        for (Scale scale : SCALES) {
            if (seconds.compareTo(BigDecimal.valueOf(scale.from().toSeconds())) >= 0) {
                BigDecimal units =
                        seconds.divide(BigDecimal.valueOf(scale.unit().toSeconds()), 9, RoundingMode.HALF_EVEN);
                return rounded(units) + " " + scale.sign();
            }
        }
        return rounded(seconds) + " s";
    }

    /** Two decimals below 10, one below 100, none above, and no zeros at the end; whole numbers as they are. */
    private static String rounded(BigDecimal number) {
        BigDecimal size = number.abs();
        if (size.compareTo(LONG) >= 0) {
            return number.round(new MathContext(3)).toString();
        }
        int decimals = size.compareTo(BigDecimal.TEN) < 0 ? 2 : size.compareTo(BigDecimal.valueOf(100)) < 0 ? 1 : 0;
        BigDecimal shown = number.scale() <= 0
                ? number
                : number.setScale(decimals, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return shown.signum() == 0 && number.signum() > 0 ? "<0.01" : shown.toPlainString();
    }
}
