package io.infinityloop.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.Outcome;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeWordsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        PASSED    | success, successful, succeeded, pass, passed
        FAILED    | failure, fail, failed, unstable
        ERROR     | error, startup_failure
        CANCELLED | cancel, cancelled, canceled, cancellation, aborted
        SKIPPED   | skip, skipped, not_built
        TIMED_OUT | timed_out, timeout
        RUNNING   | queued, requested, pending, in_progress, created, running, preparing
        RUNNING   | action_required, waiting, manual, blocked
        UNKNOWN   | neutral, stale, completed, inactive, other, unknown, null, 1
        """)
    void the_words_of_the_sources(Outcome outcome, String words) {
        for (String word : words.split(", ", -1)) {
            assertThat(OutcomeWords.of(word)).as(word).isEqualTo(outcome);
            assertThat(OutcomeWords.of(word.toUpperCase(Locale.ROOT))).as(word).isEqualTo(outcome);
            assertThat(OutcomeWords.of(word.replace('_', '-'))).as(word).isEqualTo(outcome);
            assertThat(OutcomeWords.of(" " + word.replace('_', ' ') + " "))
                    .as(word)
                    .isEqualTo(outcome);
            assertThat(OutcomeWords.of("x" + word)).as(word).isEqualTo(Outcome.UNKNOWN);
        }
    }

    @Test
    void one_piece_will_do() {
        assertThat(OutcomeWords.of("timedOut")).isEqualTo(Outcome.TIMED_OUT);
        assertThat(OutcomeWords.of("InProgress")).isEqualTo(Outcome.RUNNING);
    }

    @Test
    void what_nobody_knows_is_unknown_however_long() {
        assertThat(OutcomeWords.of("")).isEqualTo(Outcome.UNKNOWN);
        assertThat(OutcomeWords.of("_".repeat(1_000_000) + "success")).isEqualTo(Outcome.UNKNOWN);
    }
}
