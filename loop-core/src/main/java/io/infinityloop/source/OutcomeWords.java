package io.infinityloop.source;

import io.infinityloop.Outcome;
import java.util.Locale;

/** What the words of the sources mean for an outcome. */
final class OutcomeWords {
    private OutcomeWords() {}

    /** {@return what a word means, in upper or lower case; UNKNOWN if nobody knows} */
    static Outcome of(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "success", "successful", "succeeded", "pass", "passed" -> Outcome.PASSED;
            case "failure", "fail", "failed" -> Outcome.FAILED;
            case "running", "in_progress", "created", "pending", "queued" -> Outcome.RUNNING;
            default -> Outcome.UNKNOWN;
        };
    }
}
