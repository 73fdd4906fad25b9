package io.infinityloop.metrics.delivery;

import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Parts of a whole. */
final class Part {
    private static final int DECIMALS = 9;

    private Part() {}

    /** {@return a part of a whole that is not 0, as a ratio} */
    static Amount of(long part, long whole) {
        return of(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
    }

    /** {@return a part of a whole that is not 0, as a ratio} */
    static Amount of(BigDecimal part, BigDecimal whole) {
        return new Amount(part.divide(whole, DECIMALS, RoundingMode.HALF_EVEN), Unit.RATIO);
    }

    /** {@return a ratio, from its text} */
    static Amount ratio(String number) {
        return new Amount(new BigDecimal(number), Unit.RATIO);
    }
}
