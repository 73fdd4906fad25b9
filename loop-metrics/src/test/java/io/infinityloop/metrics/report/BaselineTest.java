package io.infinityloop.metrics.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinityloop.metrics.Comparison;
import io.infinityloop.metrics.Log;
import io.infinityloop.metrics.Scorecard;
import io.infinityloop.metrics.Verdict;
import io.infinityloop.metrics.Window;
import java.math.BigDecimal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineTest {
    private static final Scorecard SCORECARD = Reports.full().scorecard();

    @Test
    @Tag("MET-42")
    void stored_loaded_and_compared_with_itself_shows_no_change() {
        Baseline baseline = Baseline.of(SCORECARD, Reports.WHOLE);
        Baseline loaded = Baseline.fromJson(baseline.toJson());
        assertThat(loaded).isEqualTo(baseline);
        assertThat(loaded.values()).hasSizeGreaterThan(8);
        assertThat(loaded.compare(SCORECARD, Reports.WHOLE, Comparison.STANDARD.minimumSamples(1)))
                .hasSameSizeAs(loaded.values())
                .allSatisfy(movement -> {
                    assertThat(movement.verdict()).isEqualTo(Verdict.STEADY);
                    assertThat(movement.change()).satisfies(change -> assertThat(change.number())
                            .isEqualByComparingTo(BigDecimal.ZERO));
                });
    }

    @Test
    void fields_that_are_not_known_are_passed_over() {
        Baseline baseline = Baseline.of(SCORECARD, Reports.WHOLE);
        String more = baseline.toJson().replace("\"values\":", "\"more\":{\"a\":[1]},\"values\":");
        assertThat(Baseline.fromJson(more)).isEqualTo(baseline);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"format\":\"other\",\"version\":1}",
                "{\"format\":\"infinity-loop-baseline\",\"version\":2}",
                "{\"format\":\"infinity-loop-baseline\",\"version\":1,\"from\":\"x\",\"to\":\"y\"}",
                "{\"format\":\"infinity-loop-baseline\",\"version\":1,\"values\":{}}",
                "{\"format\":\"infinity-loop-baseline\",\"version\":1,\"values\":[{\"metric\":\"a.b\"}]}"
            })
    void what_is_no_baseline_is_refused_in_one_sentence(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Baseline.fromJson(text))
                .withMessageStartingWith("this is no baseline: ");
    }

    @Test
    void a_window_that_is_not_there_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Baseline.of(SCORECARD, new Window(Log.at(1), Log.at(2))))
                .withMessageContaining("no window");
    }
}
