package io.infinityloop.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class ReleaseTrainProperties {
    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("America/New_York"),
            ZoneId.of("Australia/Lord_Howe"),
            ZoneOffset.UTC);

    @Property
    void a_departure_is_within_a_week_and_no_other_is_before_it(
            @ForAll DayOfWeek day,
            @ForAll @IntRange(max = 1_439) int minute,
            @ForAll @IntRange(max = 3) int zone,
            @ForAll @LongRange(max = 4_102_444_800L) long second) {
        ReleaseTrain train = new ReleaseTrain(day, LocalTime.of(minute / 60, minute % 60), ZONES.get(zone));
        Instant now = Instant.ofEpochSecond(second);

        Instant next = train.next(now);

        assertThat(next).isAfterOrEqualTo(now);
        assertThat(Duration.between(now, next))
                .isLessThanOrEqualTo(Duration.ofDays(7).plusHours(2));
        assertThat(train.next(next)).isEqualTo(next);
        assertThat(train.next(now.plus(Duration.between(now, next).dividedBy(2))))
                .isEqualTo(next);
        assertThat(next.atZone(train.zone()).getDayOfWeek()).isEqualTo(day);
    }
}
