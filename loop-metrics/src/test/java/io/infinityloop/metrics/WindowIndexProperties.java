package io.infinityloop.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The search finds what looking at every window finds. */
class WindowIndexProperties {
    /** Some instants differ by a nanosecond only. */
    @Provide
    Arbitrary<Instant> instants() {
        return Combinators.combine(Arbitraries.integers().between(0, 12), Arbitraries.integers().between(0, 2))
                .as((second, nano) -> Instant.EPOCH.plusSeconds(second).plusNanos(nano));
    }

    @Provide
    Arbitrary<List<Window>> windows() {
        return Combinators.combine(instants(), Arbitraries.integers().between(1, 4), Arbitraries.integers().between(0, 1))
                .as((from, seconds, nanos) -> new Window(
                        from, from.plus(Duration.ofSeconds(seconds)).plusNanos(nanos)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(windows -> windows.stream().distinct().toList());
    }

    @Property
    void an_instant_is_in_the_windows_that_contain_it(
            @ForAll("windows") List<Window> windows, @ForAll("instants") Instant instant) {
        WindowIndex index = new WindowIndex(windows);
        List<Window> found = new ArrayList<>();
        for (int lane = 0; lane < index.lanes(); lane++) {
            int number = index.at(lane, instant);
            if (number >= 0) {
                found.add(windows.get(number));
            }
        }
        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(
                        windows.stream().filter(window -> window.contains(instant)).toList());
    }

    @Property
    void a_span_is_in_the_windows_that_share_time_with_it(
            @ForAll("windows") List<Window> windows,
            @ForAll("instants") Instant from,
            @ForAll("instants") Instant to,
            @ForAll boolean lasts) {
        WindowIndex index = new WindowIndex(windows);
        List<Window> found = new ArrayList<>();
        for (int lane = 0; lane < index.lanes(); lane++) {
            for (int number : index.over(lane, from, lasts ? null : to)) {
                found.add(windows.get(number));
            }
        }
        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(windows.stream()
                        .filter(window -> from.isBefore(window.to()) && (lasts || to.isAfter(window.from())))
                        .toList());
    }
}
