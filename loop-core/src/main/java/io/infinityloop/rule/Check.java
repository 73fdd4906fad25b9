package io.infinityloop.rule;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One comparison of a condition, with what was required and what was found: the evidence of a decision.
 *
 * @param required the comparison, or the time to a date
 * @param actual the value; null if it is not known
 * @param truth whether it holds
 * @since 0.1
 */
public record Check(Condition required, @Nullable BigDecimal actual, Truth truth) {
    /** Creates a check. */
    public Check {
        requireNonNull(required, "required");
        requireNonNull(truth, "truth");
    }

    /** {@return for example {@code cpu > 70: FALSE, it is 65}} */
    @Override
    public String toString() {
        return required.text() + ": " + truth + (actual == null ? ", it is not known" : ", it is " + actual);
    }
}
