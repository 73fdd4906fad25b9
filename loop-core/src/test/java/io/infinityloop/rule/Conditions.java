package io.infinityloop.rule;

import io.infinityloop.testkit.ValueArbitraries;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Conditions of all shapes, for properties. */
final class Conditions {
    private Conditions() {}

    /** {@return conditions over any names, numbers and spans} */
    static Arbitrary<Condition> any() {
        Arbitrary<Duration> spans = Arbitraries.oneOf(
                Arbitraries.longs()
                        .between(1, Duration.ofDays(36_500).toNanos())
                        .map(Duration::ofNanos),
                Arbitraries.longs().between(1, 100_000).map(Duration::ofSeconds));
        Arbitrary<BigDecimal> thresholds = Arbitraries.oneOf(
                Arbitraries.bigDecimals()
                        .between(new BigDecimal("-1E30"), new BigDecimal("1E30"))
                        .ofScale(20),
                Arbitraries.integers().map(BigDecimal::valueOf));
        return of(ValueArbitraries.ids(), spans, thresholds, 4);
    }

    /** {@return conditions over the names, spans and thresholds given} */
    static Arbitrary<Condition> of(
            Arbitrary<String> measures, Arbitrary<Duration> spans, Arbitrary<BigDecimal> thresholds, int depth) {
        Arbitrary<Condition> leaf = Combinators.combine(
                        operands(measures, spans), Arbitraries.of(Comparator.values()), thresholds)
                .as(Condition.Comparison::new);
        Arbitrary<Condition> due = Combinators.combine(measures, spans).as(Condition.Due::new);
        return nested(Arbitraries.oneOf(leaf, leaf, leaf, leaf, due), spans, depth);
    }

    private static Arbitrary<Condition> nested(Arbitrary<Condition> leaf, Arbitrary<Duration> spans, int depth) {
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<Condition> inner = Arbitraries.lazy(() -> nested(leaf, spans, depth - 1));
        Arbitrary<List<Condition>> several = inner.list().ofMinSize(2).ofMaxSize(3);
        return Arbitraries.oneOf(
                leaf,
                several.map(Condition.AllOf::new),
                several.map(Condition.AnyOf::new),
                inner.map(Condition.Not::new),
                Combinators.combine(inner, spans).as(Condition.Held::new));
    }

    private static Arbitrary<Operand> operands(Arbitrary<String> measures, Arbitrary<Duration> spans) {
        Arbitrary<BigDecimal> ranks =
                Arbitraries.of("50", "95", "99.9", "100", "0.000001", "33.3").map(BigDecimal::new);
        return Arbitraries.oneOf(
                measures.map(Operand::latest),
                measures.map(Operand::latest),
                Combinators.combine(measures, spans.injectNull(0.1)).as(Operand.Latest::new),
                Combinators.combine(Arbitraries.of(Operand.Function.values()), measures, spans)
                        .as(Operand.Aggregate::new),
                Combinators.combine(ranks, measures, spans).as(Operand.Percentile::new));
    }
}
