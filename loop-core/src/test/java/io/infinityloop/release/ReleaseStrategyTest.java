package io.infinityloop.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.release.ReleaseStrategy.Batch;
import io.infinityloop.release.ReleaseStrategy.Feedback;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ReleaseStrategyTest {
    @Test
    @Tag("REL-05")
    void each_strategy_has_its_traits() {
        assertThat(ReleaseStrategy.values())
                .extracting(ReleaseStrategy::name)
                .containsExactly("SCHEDULED", "CONTINUOUS_DEPLOYMENT", "FEATURE_FLAGS");
        assertThat(ReleaseStrategy.SCHEDULED.risk()).isEqualTo(Risk.MEDIUM);
        assertThat(ReleaseStrategy.SCHEDULED.batch()).isEqualTo(Batch.SEVERAL_CHANGES);
        assertThat(ReleaseStrategy.SCHEDULED.feedback()).isEqualTo(Feedback.AT_THE_NEXT_DATE);
        assertThat(ReleaseStrategy.CONTINUOUS_DEPLOYMENT.risk()).isEqualTo(Risk.LOW);
        assertThat(ReleaseStrategy.CONTINUOUS_DEPLOYMENT.batch()).isEqualTo(Batch.ONE_CHANGE);
        assertThat(ReleaseStrategy.CONTINUOUS_DEPLOYMENT.feedback()).isEqualTo(Feedback.AT_ONCE);
        assertThat(ReleaseStrategy.FEATURE_FLAGS.risk()).isEqualTo(Risk.LOW);
        assertThat(ReleaseStrategy.FEATURE_FLAGS.batch()).isEqualTo(Batch.ONE_FEATURE);
        assertThat(ReleaseStrategy.FEATURE_FLAGS.feedback()).isEqualTo(Feedback.AT_EACH_STEP);
        assertThat(ReleaseStrategy.values())
                .filteredOn(ReleaseStrategy::needsHighAutomation)
                .containsExactly(ReleaseStrategy.CONTINUOUS_DEPLOYMENT);
    }
}
