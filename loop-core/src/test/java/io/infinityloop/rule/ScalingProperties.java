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

    /**
     * Hours that are busy, then hours that are quiet, ask for more and for fewer than there may be, and get neither.
     */
    @Property(tries = 100)
    @Tag("OPS-14")
    void what_is_asked_for_leaves_3_to_20_and_what_there_is_does_not(
            @ForAll @IntRange(min = 3, max = 20) int start, @ForAll @IntRange(min = 71, max = 100) int busy) {
        List<Sample> samples = List.of(
                Samples.at(0, "cpu", Integer.toString(busy)), Samples.at(3_600, "cpu", Integer.toString(100 - busy)));
        List<Integer> asked = new ArrayList<>();
        List<Integer> servers = new ArrayList<>(List.of(start));
        for (Firing firing : RULES.evaluate(RULES.start("shop").state(), samples, Samples.second(7_200))
                .firings()) {
            int now = servers.get(servers.size() - 1);
            asked.add(now + ((Action.Scale) firing.action()).by());
            servers.add(ScalingTest.BOUNDS.after(now, (Action.Scale) firing.action()));
        }

        assertThat(asked).anyMatch(count -> count > 20).anyMatch(count -> count < 3);
        assertThat(servers).allMatch(count -> 3 <= count && count <= 20).contains(3, 20);
    }

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
