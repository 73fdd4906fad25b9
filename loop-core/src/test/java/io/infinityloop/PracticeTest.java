package io.infinityloop;

import static io.infinityloop.Stage.BUILD;
import static io.infinityloop.Stage.CODE;
import static io.infinityloop.Stage.TEST;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PracticeTest {
    @Test
    @Tag("LOOP-20")
    void seven_practices_span_all_eight_stages() {
        assertThat(Practice.values())
                .extracting(Practice::displayName)
                .containsExactly(
                        "Continuous Planning",
                        "Continuous Integration",
                        "Continuous Delivery",
                        "Continuous Deployment",
                        "Continuous Operations",
                        "Continuous Monitoring",
                        "Continuous Feedback");
        assertThat(Arrays.stream(Practice.values())
                        .flatMap(practice -> practice.stages().stream())
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(Stage.all());
    }

    @Test
    @Tag("LOOP-20")
    void integration_is_code_build_and_test() {
        assertThat(Practice.INTEGRATION.stages()).containsExactly(CODE, BUILD, TEST);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("LOOP-20")
    void the_stages_of_a_practice_follow_one_another(Practice practice) {
        assertThat(practice.stages()).isNotEmpty().isUnmodifiable();
        for (int i = 1; i < practice.stages().size(); i++) {
            assertThat(practice.stages().get(i))
                    .isEqualTo(practice.stages().get(i - 1).next());
        }
    }

    @Test
    void deployment_goes_one_stage_further_than_delivery() {
        assertThat(Practice.DEPLOYMENT.stages())
                .containsAll(Practice.DELIVERY.stages())
                .hasSize(Practice.DELIVERY.stages().size() + 1)
                .contains(Stage.DEPLOY);
    }
}
