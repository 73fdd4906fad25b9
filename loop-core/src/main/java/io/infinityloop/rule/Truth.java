package io.infinityloop.rule;

/**
 * Whether a condition is true, as far as anybody knows. Combined as Kleene did: what is not known matters only where it
 * could change the answer.
 *
 * @since 0.1
 */
public enum Truth {
    /** It is. */
    TRUE,
    /** It is not. */
    FALSE,
    /** Nothing was measured, or what was is too old. */
    UNKNOWN;

    /**
     * Returns the truth of what is known for certain.
     *
     * @param isTrue whether it is true
     * @return TRUE or FALSE
     */
    public static Truth of(boolean isTrue) {
        return isTrue ? TRUE : FALSE;
    }

    /**
     * Returns whether both are true: FALSE if one is, else UNKNOWN if one is.
     *
     * @param other the other
     * @return the truth
     */
    public Truth and(Truth other) {
        if (this == FALSE || other == FALSE) {
            return FALSE;
        }
        return this == TRUE ? other : UNKNOWN;
    }

    /**
     * Returns whether at least one is true: TRUE if one is, else UNKNOWN if one is.
     *
     * @param other the other
     * @return the truth
     */
    public Truth or(Truth other) {
        if (this == TRUE || other == TRUE) {
            return TRUE;
        }
        return this == FALSE ? other : UNKNOWN;
    }

    /** {@return the opposite; of UNKNOWN, UNKNOWN} */
    public Truth negated() {
        return switch (this) {
            case TRUE -> FALSE;
            case FALSE -> TRUE;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
