package io.infinityloop.metrics.finding;

import static io.infinityloop.metrics.Log.commit;
import static io.infinityloop.metrics.Log.release;
import static io.infinityloop.metrics.finding.Found.labelled;
import static io.infinityloop.metrics.finding.Found.messages;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinityloop.Labels;
import io.infinityloop.event.LoopEvent;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ReleaseDetectorsTest {
    private static LoopEvent[] releaseOf(int changes) {
        String[] contents =
                IntStream.range(0, changes).mapToObj(i -> "commit:c" + i).toArray(String[]::new);
        return Stream.concat(
                        IntStream.range(0, changes).mapToObj(i -> commit("c" + i, i)),
                        Stream.of(release("r1", 100, contents)))
                .toArray(LoopEvent[]::new);
    }

    @Test
    @Tag("ANTI-18")
    void eleven_changes_are_found_with_a_limit_of_ten_and_ten_are_fine() {
        assertThat(messages(ReleaseDetectors.largeRelease(10), 200, releaseOf(11)))
                .containsExactly("release r1 holds 11 changes, more than 10");
        assertThat(messages(ReleaseDetectors.largeRelease(10), 200, releaseOf(10)))
                .isEmpty();
    }

    @Test
    @Tag("ANTI-18")
    void the_limit_that_nobody_set_is_declared_as_ours() {
        assertThat(ReleaseDetectors.largeRelease().definition().options().get("limit"))
                .isEqualTo("how many changes are fine; 50 unless set, ours: the sources give no figure");
        assertThat(messages(ReleaseDetectors.largeRelease(), 200, releaseOf(51)))
                .hasSize(1);
        assertThat(messages(ReleaseDetectors.largeRelease(), 200, releaseOf(50)))
                .isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReleaseDetectors.largeRelease(0))
                .withMessage("finding.large-release: the option 'limit' is 0, expected 1 or more");
    }

    @Test
    @Tag("ANTI-19")
    void a_gap_of_eight_days_is_found_with_a_limit_of_seven() {
        Detector<?, ?> week = ReleaseDetectors.infrequentRelease(Duration.ofDays(7));
        assertThat(messages(week, 200, release("r1", 0), release("r2", 192)))
                .containsExactly("release r2 followed r1 after 8 d, more than 7 d");
        assertThat(messages(week, 200, release("r1", 0), release("r2", 168))).isEmpty();
        assertThat(messages(week, 192, release("r1", 0)))
                .containsExactly("nothing followed release r1 for 8 d, more than 7 d");
    }

    @Test
    @Tag("ANTI-19")
    void the_release_of_another_service_closes_no_gap() {
        Detector<?, ?> week = ReleaseDetectors.infrequentRelease(Duration.ofDays(7));
        assertThat(messages(
                        week,
                        200,
                        labelled(release("r1", 0), Labels.SERVICE, "shop"),
                        labelled(release("m1", 100), Labels.SERVICE, "mail"),
                        labelled(release("r2", 192), Labels.SERVICE, "shop")))
                .containsExactly("release r2 followed r1 after 8 d, more than 7 d");
    }
}
