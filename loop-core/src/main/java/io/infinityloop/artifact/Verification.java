package io.infinityloop.artifact;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Outcome;
import io.infinityloop.internal.Texts;

/**
 * A check that was made of a deployment once the version ran: a smoke test, a look at its health.
 *
 * <p>Source: requirement ART-21.
 *
 * @param name what was checked
 * @param outcome how it ended
 * @since 0.1
 */
public record Verification(String name, Outcome outcome) {
    /**
     * Stands for checks of which a source does not tell. A deployment that SUCCEEDED has either a passed verification
     * or this one alone: that nobody told is said in so many words, never left open.
     */
    public static final Verification UNREPORTED = new Verification("unreported", Outcome.UNKNOWN);

    /**
     * Creates a verification.
     *
     * @throws IllegalArgumentException if the name is blank or has more than 500 characters
     */
    public Verification {
        Texts.id("name", name);
        requireNonNull(outcome, "outcome");
    }

    /**
     * Returns a check that passed.
     *
     * @param name what was checked
     * @return the verification
     * @throws IllegalArgumentException if the name is blank or has more than 500 characters
     */
    public static Verification passed(String name) {
        return new Verification(name, Outcome.PASSED);
    }

    /**
     * Returns a check that failed.
     *
     * @param name what was checked
     * @return the verification
     * @throws IllegalArgumentException if the name is blank or has more than 500 characters
     */
    public static Verification failed(String name) {
        return new Verification(name, Outcome.FAILED);
    }
}
