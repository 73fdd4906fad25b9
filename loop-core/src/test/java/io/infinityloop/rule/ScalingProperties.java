package io.infinityloop.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

class ScalingProperties {
    private static final RuleSet RULES = RuleSet.of(ScalingTest.RULES.rules().stream()
            .map(rule -> rule.repeatedEvery(Duration.ofMinutes(1)))
            .toList());

    @Property(tries = 200)
    @Tag("OPS-14")
    void there_are_always_3_to_20_servers(@ForAll @IntRange(min = 3, max = 20) int start, @ForAll long seed) {
        Random random = new Random(seed);
        List<Sample> samples = new ArrayList<>();
        long second = 0;
        for (int i = 0; i < 50; i++) {
            samples.add(Samples.at(second, "cpu", Integer.toString(random.nextInt(101))));
            second += random.nextInt(1_800);
        }
        int servers = start;
        for (Firing firing : RULES.evaluate(RULES.start("shop").state(), samples, Samples.second(second))
                .firings()) {
            servers = ScalingTest.BOUNDS.after(servers, (Action.Scale) firing.action());
            assertThat(servers).isBetween(3, 20);
        }
    }
}
