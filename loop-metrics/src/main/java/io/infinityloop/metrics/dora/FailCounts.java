package io.infinityloop.metrics.dora;

import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/** How many deployments there are, and how many of them failed. */
final class FailCounts {
    private long all;
    private long failed;
    private long takenBack;
    private long immature;

    void add(boolean hasFailed, boolean isTakenBackOnly, boolean isImmature) {
        all++;
        failed += hasFailed ? 1 : 0;
        takenBack += isTakenBackOnly ? 1 : 0;
        immature += isImmature ? 1 : 0;
    }

    FailCounts merge(FailCounts from) {
        all += from.all;
        failed += from.failed;
        takenBack += from.takenBack;
        immature += from.immature;
        return this;
    }

    MetricResult result(MetricDefinition definition) {
        if (all == 0) {
            return MetricResult.Undefined.inWindow(definition);
        }
        BigDecimal ratio = BigDecimal.valueOf(failed).divide(BigDecimal.valueOf(all), 18, RoundingMode.HALF_EVEN);
        return MetricResult.Value.of(
                definition,
                new Amount(ratio, Unit.RATIO),
                Map.of(
                        "all", Amount.count(all),
                        "failed", Amount.count(failed),
                        "immature", Amount.count(immature),
                        "rolled back without a failure", Amount.count(takenBack)),
                all);
    }
}
