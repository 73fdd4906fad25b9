package io.infinityloop.source;

import io.infinityloop.Outcome;
import java.util.Locale;

/**
 * What the words of the sources mean for an outcome.
 *
 * <p>Neutral (a check of GitHub that neither passed nor failed) and stale (one that GitHub gave up waiting for) are
 * UNKNOWN, not SKIPPED: they ran, or may have. What waits for a person has not ended: it is RUNNING. A word that only
 * says that something ended, such as completed or inactive, does not say how: it is UNKNOWN.
 */
final class OutcomeWords {
    private static final int LONGEST = 40;

    private OutcomeWords() {}

    /**
     * Returns what a word means, in upper or lower case, in one piece or with blanks, hyphens or underscores in it.
     *
     * @return the outcome; UNKNOWN if nobody knows
     */
    static Outcome of(String word) {
        if (word.length() > LONGEST) {
            return Outcome.UNKNOWN;
        }
        return switch (word.replaceAll("[\\s_-]", "").toLowerCase(Locale.ROOT)) {
            case "success", "successful", "succeeded", "succeeds", "pass", "passed" -> Outcome.PASSED;
            case "failure", "fail", "failed", "fails", "unstable" -> Outcome.FAILED;
            case "error", "errored", "startupfailure" -> Outcome.ERROR;
            case "timedout", "timeout" -> Outcome.TIMED_OUT;
            case "cancel", "cancelled", "canceled", "cancellation", "abort", "aborted" -> Outcome.CANCELLED;
            case "skip", "skipped", "notbuilt", "notrun" -> Outcome.SKIPPED;
            case "running", "inprogress", "started", "starts", "requested", "created", "preparing" -> Outcome.RUNNING;
            case "queued", "pending", "scheduled", "waiting", "waitingforresource" -> Outcome.RUNNING;
            case "actionrequired", "blocked", "manual", "canceling" -> Outcome.RUNNING;
            default -> Outcome.UNKNOWN;
        };
    }
}
