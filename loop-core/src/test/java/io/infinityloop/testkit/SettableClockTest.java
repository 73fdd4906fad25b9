package io.infinityloop.testkit;

import static io.infinityloop.testkit.SettableClock.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SettableClockTest {
    @Test
    void it_stands_still_until_it_is_moved() {
        SettableClock clock = SettableClock.start();
        assertThat(List.of(clock.instant(), clock.instant())).containsOnly(START);
        assertThat(clock.move(Duration.ofDays(1)).instant()).isEqualTo("2026-01-06T09:00:00Z");
        assertThat(clock.move(Duration.ofHours(-25)).instant()).isEqualTo("2026-01-05T08:00:00Z");
        assertThat(clock.set(Instant.EPOCH).instant()).isEqualTo(Instant.EPOCH);
        assertThat(clock).hasToString("settable clock at 1970-01-01T00:00:00Z");
    }

    @Test
    void a_ticking_clock_is_a_step_later_each_time() {
        SettableClock clock = SettableClock.ticking(START, Duration.ofMinutes(1));
        assertThat(clock.instant()).isEqualTo(START);
        assertThat(clock.instant()).isEqualTo("2026-01-05T09:01:00Z");
        assertThat(clock.set(Instant.EPOCH).instant()).isEqualTo(Instant.EPOCH);
        assertThat(clock.instant()).isEqualTo("1970-01-01T00:01:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SettableClock.ticking(START, Duration.ofNanos(-1)))
                .withMessageContaining("goes back");
    }

    @Test
    void clocks_of_other_zones_share_the_time() {
        SettableClock clock = SettableClock.start();
        SettableClock there = clock.withZone(ZoneId.of("Asia/Tokyo"));
        clock.move(Duration.ofHours(1));
        assertThat(there.instant()).isEqualTo("2026-01-05T10:00:00Z");
        assertThat(there.getZone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
    }

    @Test
    void no_tick_is_lost_between_threads() {
        SettableClock clock = SettableClock.ticking(START, Duration.ofSeconds(1));
        assertThat(IntStream.range(0, 10_000).parallel().mapToObj(i -> clock.instant()))
                .doesNotHaveDuplicates();
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(10_000));
    }
}
