package io.infinityloop.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.LoopId;
import io.infinityloop.Stage;
import io.infinityloop.testkit.EventArbitraries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EventOrderProperties {
    @Property
    void the_orders_are_total_and_agree_with_equality(
            @ForAll("clashing") LoopEvent one,
            @ForAll("clashing") LoopEvent other,
            @ForAll("clashing") LoopEvent third) {
        for (EventOrder order : EventOrder.values()) {
            assertThat(order.compare(one, other) == 0).isEqualTo(one.equals(other));
            assertThat(Integer.signum(order.compare(one, other))).isEqualTo(-Integer.signum(order.compare(other, one)));
            if (order.compare(one, other) <= 0 && order.compare(other, third) <= 0) {
                assertThat(order.compare(one, third)).isNotPositive();
            }
        }
    }

    @Property
    void the_order_of_arrival_does_not_matter_and_the_latest_counts(
            @ForAll("feeds") List<LoopEvent> feed, @ForAll long seed) {
        List<LoopEvent> shuffled = new ArrayList<>(feed);
        shuffled.addAll(feed);
        Collections.shuffle(shuffled, new Random(seed));
        List<LoopEvent> counting = EventOrder.counting(feed);
        assertThat(EventOrder.counting(shuffled)).isEqualTo(counting);
        assertThat(EventOrder.counting(counting)).isEqualTo(counting);
        assertThat(counting.stream().map(LoopEvent::key).toList())
                .isEqualTo(feed.stream().map(LoopEvent::key).distinct().sorted().toList());
        assertThat(counting)
                .allSatisfy(event -> assertThat(
                                feed.stream().filter(other -> other.key().equals(event.key())))
                        .noneMatch(other -> other.at().isAfter(event.at())));
    }

    @Provide
    Arbitrary<List<LoopEvent>> feeds() {
        return clashing().list().ofMaxSize(20);
    }

    /** Events of every type, most of them with few names and instants, so that all but their contents is the same. */
    @Provide
    Arbitrary<LoopEvent> clashing() {
        Arbitrary<EventMetadata> metadata = Combinators.combine(
                        Arbitraries.of("1", "2", "10"),
                        Arbitraries.of("github", "portal"),
                        Arbitraries.of(Instant.MIN, Instant.EPOCH, Instant.MAX))
                .as(EventMetadata::of);
        Arbitrary<LoopEvent> few = Combinators.combine(
                        metadata, Arbitraries.of("a", "b").map(LoopId::of), Arbitraries.of(Stage.class))
                .as(Started::new);
        return Arbitraries.oneOf(few, few, EventArbitraries.events());
    }
}
