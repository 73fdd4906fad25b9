package io.infinityloop.metrics.dora;

import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** From one number to another; null is without end. */
record Extent(
        @Nullable BigDecimal from,
        boolean withFrom,
        @Nullable BigDecimal to,
        boolean withTo) {
    /** An extent as text: {@code <3600}, {@code >1}, {@code 1..24}; the ends of the last belong to it. */
    static Extent parse(String text) {
        if (text.startsWith("<")) {
            return new Extent(null, false, number(text.substring(1)), false);
        }
        if (text.startsWith(">")) {
            return new Extent(number(text.substring(1)), false, null, false);
        }
        int dots = text.indexOf("..");
        return new Extent(number(text.substring(0, dots)), true, number(text.substring(dots + 2)), true);
    }

    /** A number, or a fraction of two; rounded as a rate is. */
    private static BigDecimal number(String text) {
        int slash = text.indexOf('/');
        return slash < 0
                ? new BigDecimal(text)
                : new Amount(
                                new BigDecimal(text.substring(0, slash))
                                        .divide(new BigDecimal(text.substring(slash + 1)), MathContext.DECIMAL128),
                                Unit.PER_DAY)
                        .number();
    }

    static void requirePositive(Amount amount) {
        if (amount.number().signum() < 0) {
            throw new IllegalArgumentException(amount + " is negative: expected 0 or more");
        }
    }

    boolean contains(BigDecimal number) {
        return !isAfter(number) && !isBefore(number);
    }

    /** Whether all of it is less than a number. */
    boolean isBefore(BigDecimal number) {
        return to != null && (withTo ? to.compareTo(number) < 0 : to.compareTo(number) <= 0);
    }

    /** Whether all of it is more than a number. */
    boolean isAfter(BigDecimal number) {
        return from != null && (withFrom ? from.compareTo(number) > 0 : from.compareTo(number) >= 0);
    }

    /** Whether it holds all of another and more. */
    boolean isWiderThan(Extent other) {
        return !equals(other) && compareFrom(other) <= 0 && compareTo(other) >= 0;
    }

    private int compareFrom(Extent other) {
        if (from == null) {
            return other.from == null ? 0 : -1;
        }
        if (other.from == null) {
            return 1;
        }
        int order = from.compareTo(other.from);
        return order != 0 ? order : Boolean.compare(other.withFrom, withFrom);
    }

    /** Which of two ends further up. */
    int compareTo(Extent other) {
        if (to == null) {
            return other.to == null ? 0 : 1;
        }
        if (other.to == null) {
            return -1;
        }
        int order = to.compareTo(other.to);
        return order != 0 ? order : Boolean.compare(withTo, other.withTo);
    }
}
