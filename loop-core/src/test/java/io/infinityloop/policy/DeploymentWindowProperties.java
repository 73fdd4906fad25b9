package io.infinityloop.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.policy.DeploymentWindow.Opening;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class DeploymentWindowProperties {
    /** Before the weekends on which the clocks of Berlin are changed, and of one on which they are not. */
    private static final List<Instant> WEEKENDS = List.of(
            Instant.parse("2026-03-28T12:00:00Z"),
            Instant.parse("2026-10-24T12:00:00Z"),
            Instant.parse("2026-06-06T12:00:00Z"));

    @Property(tries = 300)
    void it_opens_as_a_search_minute_by_minute_finds(
            @ForAll @IntRange(max = 2) int weekend,
            @ForAll @IntRange(max = 1_600) int ready,
            @ForAll @IntRange(max = 40) int from,
            @ForAll @IntRange(min = 1, max = 40) int length) {
        Opening opening = new Opening(
                DayOfWeek.SUNDAY,
                LocalTime.MIDNIGHT.plusMinutes(5L * from),
                LocalTime.MIDNIGHT.plusMinutes(5L * (from + length)));
        DeploymentWindow window =
                new DeploymentWindow(Enforcement.STRICT, ZoneId.of("Europe/Berlin"), List.of(opening));
        Instant at = WEEKENDS.get(weekend).plus(Duration.ofMinutes(ready));

        Optional<Instant> found = Stream.iterate(at, minute -> minute.plusSeconds(60))
                .limit(15 * 24 * 60)
                .filter(window::isOpen)
                .findFirst();

        assertThat(window.next(at)).isEqualTo(found);
    }
}
