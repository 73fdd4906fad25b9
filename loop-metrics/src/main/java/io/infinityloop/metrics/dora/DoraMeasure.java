package io.infinityloop.metrics.dora;

import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Unit;
import java.math.BigDecimal;

/**
 * What DORA's reports sort teams by.
 *
 * @since 0.1
 */
public enum DoraMeasure {
    /** The deployment frequency. */
    DEPLOYMENT_FREQUENCY(true) {
        @Override
        public Answer answer(Amount value) {
            return FrequencyAnswer.of(value);
        }

        @Override
        BigDecimal number(Amount value) {
            return value.in(Unit.PER_DAY).number();
        }
    },
    /** The lead time of changes. */
    LEAD_TIME(false) {
        @Override
        public Answer answer(Amount value) {
            return DurationAnswer.of(value);
        }

        @Override
        BigDecimal number(Amount value) {
            return value.in(Unit.SECONDS).number();
        }
    },
    /** The time to restore service; since 2023 the time to recover from a failed deployment. */
    RECOVERY(false) {
        @Override
        public Answer answer(Amount value) {
            return DurationAnswer.of(value);
        }

        @Override
        BigDecimal number(Amount value) {
            return value.in(Unit.SECONDS).number();
        }
    },
    /** The change failure rate, in whole percent. */
    CHANGE_FAILURE_RATE(false) {
        @Override
        public Answer answer(Amount value) {
            return FailRateAnswer.of(value);
        }

        @Override
        BigDecimal number(Amount value) {
            return FailRateAnswer.percent(value);
        }
    };

    private final boolean moreIsBetter;

    DoraMeasure(boolean moreIsBetter) {
        this.moreIsBetter = moreIsBetter;
    }

    /**
     * Returns the answer of the survey that a value stands for. This is what a value says for sure; a level needs a
     * report.
     *
     * @param value the value of the metric
     * @return the answer
     * @throws IllegalArgumentException if the value has another unit, or none of the answers holds for it
     */
    public abstract Answer answer(Amount value);

    /** The value in the unit of the tables. */
    abstract BigDecimal number(Amount value);

    boolean moreIsBetter() {
        return moreIsBetter;
    }
}
