package io.infinityloop.rule;

/**
 * How a value is compared with a threshold. The name says whether the threshold itself is in.
 *
 * @since 0.1
 */
public enum Comparator {
    /** More than the threshold; the threshold itself is not. */
    ABOVE(">"),
    /** The threshold or more. */
    AT_LEAST(">="),
    /** Less than the threshold; the threshold itself is not. */
    BELOW("<"),
    /** The threshold or less. */
    AT_MOST("<="),
    /** The threshold, however many zeros it is written with. */
    EQUAL("="),
    /** Anything but the threshold. */
    NOT_EQUAL("!=");

    private final String symbol;

    Comparator(String symbol) {
        this.symbol = symbol;
    }

    /** {@return the sign in the text of a condition, for example {@code >=}} */
    public String symbol() {
        return symbol;
    }

    /**
     * Tells whether a value fits.
     *
     * @param order the sign of value minus threshold, as {@link java.math.BigDecimal#compareTo} gives it
     * @return whether it does
     */
    public boolean accepts(int order) {
        return switch (this) {
            case ABOVE -> order > 0;
            case AT_LEAST -> order >= 0;
            case BELOW -> order < 0;
            case AT_MOST -> order <= 0;
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
        };
    }
}
