package io.infinityloop.metrics.flow;

import io.infinityloop.Stage;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.Use;
import io.infinityloop.metrics.link.LoopPass;
import io.infinityloop.metrics.link.Span;
import io.infinityloop.metrics.link.StageVisit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Active time and time of finished cycles, and of each stage in them. A state; not safe for use by many threads. */
final class ActiveTimes {
    private static final int EXACT = 18;

    private final BigDecimal[] stageActive = zeros();
    private final BigDecimal[] stageTime = zeros();
    private BigDecimal active = BigDecimal.ZERO;
    private BigDecimal time = BigDecimal.ZERO;
    private BigDecimal ratios = BigDecimal.ZERO;
    private long n;

    private static BigDecimal[] zeros() {
        BigDecimal[] zeros = new BigDecimal[Stage.all().size()];
        Arrays.fill(zeros, BigDecimal.ZERO);
        return zeros;
    }

    /** Adds a cycle that has ended. Active are the chosen stages; null for what was recorded. */
    Use add(LoopPass pass, @Nullable Set<Stage> chosen) {
        Instant ended = pass.ended();
        Span whole = ended == null || ended.isBefore(pass.started()) ? null : new Span(pass.started(), ended);
        List<Span> spans = chosen == null ? pass.activity() : visits(pass, chosen);
        if (whole == null || whole.from().equals(whole.to())) {
            return Use.excluded("no time");
        }
        if (chosen == null && spans.isEmpty()) {
            return Use.excluded("no active time recorded");
        }
        BigDecimal activeTime = within(spans, whole);
        BigDecimal wholeTime = seconds(List.of(whole));
        active = active.add(activeTime);
        time = time.add(wholeTime);
        ratios = ratios.add(activeTime.divide(wholeTime, EXACT, RoundingMode.HALF_EVEN));
        pass.visits().forEach(visit -> add(visit, chosen));
        n++;
        return Use.counted();
    }

    private void add(StageVisit visit, @Nullable Set<Stage> chosen) {
        Instant left = visit.left();
        if (left != null && !left.isBefore(visit.entered())) {
            int index = visit.stage().number() - 1;
            Span whole = new Span(visit.entered(), left);
            List<Span> spans =
                    chosen == null ? visit.activity() : chosen.contains(visit.stage()) ? List.of(whole) : List.of();
            stageActive[index] = stageActive[index].add(within(spans, whole));
            stageTime[index] = stageTime[index].add(seconds(List.of(whole)));
        }
    }

    private static List<Span> visits(LoopPass pass, Set<Stage> chosen) {
        return Span.union(pass.visits().stream()
                .filter(visit -> chosen.contains(visit.stage()))
                .filter(visit -> visit.left() == null || !visit.left().isBefore(visit.entered()))
                .map(visit -> new Span(visit.entered(), visit.left()))
                .toList());
    }

    private static BigDecimal within(List<Span> spans, Span whole) {
        return seconds(
                spans.stream().flatMap(span -> span.within(whole).stream()).toList());
    }

    private static BigDecimal seconds(List<Span> spans) {
        return Amount.of(Span.total(spans, Instant.MIN)).number();
    }

    ActiveTimes merge(ActiveTimes others) {
        active = active.add(others.active);
        time = time.add(others.time);
        ratios = ratios.add(others.ratios);
        n += others.n;
        for (int i = 0; i < stageTime.length; i++) {
            stageActive[i] = stageActive[i].add(others.stageActive[i]);
            stageTime[i] = stageTime[i].add(others.stageTime[i]);
        }
        return this;
    }

    MetricResult result(MetricDefinition definition, FlowEfficiency.Average how) {
        if (n == 0) {
            return MetricResult.Undefined.inWindow(definition);
        }
        SortedMap<String, Amount> parts = new TreeMap<>();
        parts.put("active", new Amount(active, Unit.SECONDS));
        parts.put("wait", new Amount(time.subtract(active), Unit.SECONDS));
        for (Stage stage : Stage.all()) {
            int index = stage.number() - 1;
            if (stageTime[index].signum() > 0) {
                parts.put(stage.displayName(), ratio(stageActive[index], stageTime[index]));
            }
        }
        Amount headline = how == FlowEfficiency.Average.RATIO_OF_SUMS
                ? ratio(active, time)
                : ratio(ratios, BigDecimal.valueOf(n));
        return MetricResult.Value.of(definition, headline, parts, n);
    }

    private static Amount ratio(BigDecimal part, BigDecimal whole) {
        return new Amount(part.divide(whole, 9, RoundingMode.HALF_EVEN), Unit.RATIO);
    }
}
