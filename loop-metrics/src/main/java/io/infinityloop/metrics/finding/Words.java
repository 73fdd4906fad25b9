package io.infinityloop.metrics.finding;

import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** Numbers as they stand in the messages of findings. */
final class Words {
    private static final int DECIMALS = 9;

    private Words() {}

    /** {@return a part of a whole, rounded to nine decimals} */
    static Amount share(long with, long of) {
        BigDecimal share = BigDecimal.valueOf(with).divide(BigDecimal.valueOf(of), DECIMALS, RoundingMode.HALF_EVEN);
        return new Amount(share, Unit.RATIO);
    }

    /** {@return a ratio as percents with at most one decimal: {@code 12.5 %}} */
    static String percent(Amount ratio) {
        BigDecimal percents = ratio.number().movePointRight(2).setScale(1, RoundingMode.HALF_EVEN);
        return percents.stripTrailingZeros().toPlainString() + " %";
    }

    /** {@return a duration in the two largest units that are not zero: {@code 2 d 1 h}, {@code 29 min 59 s}} */
    static String span(Duration duration) {
        long seconds = duration.toSeconds();
        String[] units = {"d", "h", "min", "s"};
        long[] sizes = {86_400, 3_600, 60, 1};
        StringBuilder text = new StringBuilder();
        int written = 0;
        for (int i = 0; i < units.length && written < 2; i++) {
            long count = seconds / sizes[i];
            seconds -= count * sizes[i];
            if (count > 0) {
                text.append(written == 0 ? "" : " ").append(count).append(' ').append(units[i]);
            }
            written += count > 0 || written > 0 ? 1 : 0;
        }
        return written == 0 ? duration.isZero() ? "0 s" : "less than 1 s" : text.toString();
    }
}
