package io.infinityloop.rule;

import static io.infinityloop.rule.Samples.every10s;
import static io.infinityloop.rule.Samples.second;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ScalingTest {
    static final RuleSet RULES = RuleSet.of(
            Rule.of("up", "cpu > 70 for 5m", new Action.Scale(2)),
            Rule.of("down", "cpu < 30 for 10m", new Action.Scale(-1)));
    static final ScalingBounds BOUNDS = new ScalingBounds(3, 20);

    private static int after(int servers, List<Sample> samples, long asOf) {
        int now = servers;
        for (Firing firing : RULES.evaluate(RULES.start("shop").state(), samples, second(asOf))
                .firings()) {
            now = BOUNDS.after(now, (Action.Scale) firing.action());
        }
        return now;
    }

    @Test
    @Tag("OPS-13")
    void ten_servers_are_12_after_5_minutes_at_75_per_cent_and_9_after_10_minutes_at_25() {
        assertThat(after(10, every10s(0, 290, "cpu", "75"), 299)).isEqualTo(10);
        assertThat(after(10, every10s(0, 300, "cpu", "75"), 300)).isEqualTo(12);
        assertThat(after(10, every10s(0, 590, "cpu", "25"), 599)).isEqualTo(10);
        assertThat(after(10, every10s(0, 600, "cpu", "25"), 600)).isEqualTo(9);
    }

    @Test
    @Tag("OPS-13")
    void exactly_70_or_30_per_cent_changes_nothing() {
        assertThat(after(10, every10s(0, 3_600, "cpu", "70"), 3_600)).isEqualTo(10);
        assertThat(after(10, every10s(0, 3_600, "cpu", "30"), 3_600)).isEqualTo(10);
    }

    @Test
    @Tag("OPS-13")
    void a_busy_hour_and_a_quiet_one_are_followed_minute_by_minute() {
        List<Sample> day = new ArrayList<>(every10s(0, 590, "cpu", "75"));
        day.addAll(every10s(600, 3_590, "cpu", "50"));
        day.addAll(every10s(3_600, 4_800, "cpu", "25"));
        day.addAll(every10s(4_810, 6_000, "cpu", "80"));
        List<String> story = new ArrayList<>();
        int servers = 10;
        for (Firing firing :
                RULES.evaluate(RULES.start("shop").state(), day, second(6_000)).firings()) {
            servers = BOUNDS.after(servers, (Action.Scale) firing.action());
            story.add(firing.at() + " " + firing.rule() + " " + servers);
        }

        assertThat(story)
                .containsExactly(
                        "2026-01-05T09:05:00Z up 12", "2026-01-05T10:10:00Z down 11", "2026-01-05T10:25:10Z up 13");
    }

    @Test
    @Tag("OPS-14")
    void from_19_up_there_are_20_and_from_3_down_3() {
        assertThat(after(19, every10s(0, 300, "cpu", "75"), 300)).isEqualTo(20);
        assertThat(after(3, every10s(0, 600, "cpu", "25"), 600)).isEqualTo(3);
    }

    @Test
    @Tag("OPS-16")
    void load_on_one_service_scales_that_service_only() {
        Evaluation a = RULES.start("A");
        Evaluation b = RULES.start("B");
        a.takeAll(every10s(0, 300, "cpu", "75"));
        b.takeAll(every10s(0, 300, "cpu", "50"));
        List<Firing> firings = new ArrayList<>(a.advanceTo(second(300)));
        firings.addAll(b.advanceTo(second(300)));

        Map<String, Integer> servers = new TreeMap<>(Map.of("A", 10, "B", 10));
        firings.forEach(firing -> servers.computeIfPresent(
                firing.subject(), (service, count) -> BOUNDS.after(count, (Action.Scale) firing.action())));
        assertThat(servers).containsExactly(entry("A", 12), entry("B", 10));
        assertThat(firings)
                .extracting(Firing::subject, Firing::action)
                .containsExactly(tuple("A", new Action.Scale(2)));
    }

    @Test
    void bounds_that_hold_nothing_and_scaling_by_nothing_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScalingBounds(4, 3))
                .withMessageStartingWith("bounds from 4 to 3 hold nothing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Action.Scale(0))
                .withMessageStartingWith("scaling by 0 changes nothing");
        assertThat(BOUNDS.after(20, new Action.Scale(Integer.MAX_VALUE))).isEqualTo(20);
        assertThat(BOUNDS.after(3, new Action.Scale(Integer.MIN_VALUE))).isEqualTo(3);
    }
}
