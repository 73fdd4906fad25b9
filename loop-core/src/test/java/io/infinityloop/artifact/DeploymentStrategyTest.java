package io.infinityloop.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.artifact.DeploymentStrategy.Benefit;
import io.infinityloop.artifact.DeploymentStrategy.Drawback;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DeploymentStrategyTest {
    @Test
    @Tag("DEP-01")
    void there_are_three_strategies_with_their_benefits_and_drawbacks() {
        assertThat(DeploymentStrategy.values())
                .containsExactly(DeploymentStrategy.BLUE_GREEN, DeploymentStrategy.ROLLING, DeploymentStrategy.CANARY);
        assertThat(DeploymentStrategy.ROLLING.benefits())
                .containsExactly(Benefit.NO_DOUBLE_INFRASTRUCTURE, Benefit.GRADUAL);
        assertThat(DeploymentStrategy.ROLLING.drawbacks())
                .containsExactly(Drawback.SLOW_ROLLBACK, Drawback.TWO_VERSIONS_AT_ONCE);
        assertThat(DeploymentStrategy.BLUE_GREEN.benefits())
                .containsExactly(Benefit.ZERO_DOWNTIME, Benefit.INSTANT_ROLLBACK, Benefit.TEST_BEFORE_TRAFFIC);
        assertThat(DeploymentStrategy.CANARY.benefits())
                .containsExactly(Benefit.SMALL_BLAST_RADIUS, Benefit.TEST_IN_PRODUCTION, Benefit.DECIDED_BY_DATA);
        assertThat(DeploymentStrategy.BLUE_GREEN.drawbacks()).isEmpty();
        assertThat(DeploymentStrategy.CANARY.drawbacks()).isEmpty();
    }
}
