package io.infinityloop.artifact;

/**
 * What a security test looks for.
 *
 * <p>Source: requirement GATE-18.
 *
 * @since 0.1
 */
public enum SecurityCheck {
    /** Input that becomes part of a database query. */
    SQL_INJECTION(true),
    /** Input that becomes part of a page. */
    XSS(true),
    /** Known holes in what is built on. */
    DEPENDENCY(true),
    /** Ways past the log-in. */
    AUTH_BYPASS(true),
    /** A person tries to break in. Done now and then, so that a report without it has no gap. */
    PENETRATION(false);

    private final boolean expected;

    SecurityCheck(boolean expected) {
        this.expected = expected;
    }

    /** {@return whether a report about security has a gap without this check} */
    public boolean isExpected() {
        return expected;
    }
}
