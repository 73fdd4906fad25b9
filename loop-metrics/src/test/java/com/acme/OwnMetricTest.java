package com.acme;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.metrics.Analysis;
import io.infinityloop.metrics.Log;
import io.infinityloop.metrics.MetricRegistry;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Window;
import io.infinityloop.metrics.link.Released;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A metric of one's own, from the outside: public API only. */
class OwnMetricTest {
    private static Released release(double hours, long changes) {
        return new Released(
                "v" + hours, "1.0", Log.at(hours), changes, false, null, io.infinityloop.Labels.none(), List.of());
    }

    @Test
    void is_computed_like_any_other() {
        Window day = new Window(Log.at(0), Log.at(24));
        MetricResult result = Analysis.builder(Log.at(24), ZoneOffset.UTC)
                .metrics(MetricRegistry.of(List.of(new BigReleases())))
                .window(day)
                .build()
                .run(Stream.of(release(1, 3), release(2, 51), release(3, 50), release(4, 400))
                        .toList())
                .find("acme.big-releases", day)
                .orElseThrow()
                .result();
        assertThat(((MetricResult.Value) result).headline()).hasToString("0.5");
    }
}
