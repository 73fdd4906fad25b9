package io.infinityloop.metrics.finding;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.DeploymentStrategy;
import io.infinityloop.artifact.DeploymentStrategy.Benefit;
import io.infinityloop.artifact.DeploymentStrategy.Drawback;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which deployment strategy goes with what a team needs, and why. Advice: nothing is decided by it.
 *
 * <p>Source: requirement DEP-22.
 *
 * @param strategy the strategy
 * @param met which needs it meets, in a fixed order
 * @param unmet which needs it does not meet, in a fixed order
 * @param drawbacks what speaks against it, in a fixed order
 * @since 0.1
 */
public record StrategyAdvice(
        DeploymentStrategy strategy, List<Benefit> met, List<Benefit> unmet, List<Drawback> drawbacks) {
    private static final Comparator<StrategyAdvice> BEST_FIRST = Comparator.comparingInt(
                    (StrategyAdvice advice) -> advice.unmet().size())
            .thenComparingInt(advice -> advice.drawbacks().size())
            .thenComparing(StrategyAdvice::strategy);

    /** Creates an advice. */
    public StrategyAdvice {
        requireNonNull(strategy, "strategy");
        met = List.copyOf(met);
        unmet = List.copyOf(unmet);
        drawbacks = List.copyOf(drawbacks);
    }

    /**
     * Ranks the strategies by needs.
     *
     * @param needs what is needed
     * @return an advice for each strategy: the one that leaves the fewest needs unmet first, of two the one with fewer
     *     drawbacks
     * @throws IllegalArgumentException if nothing is needed
     */
    public static List<StrategyAdvice> of(Set<Benefit> needs) {
        if (needs.isEmpty()) {
            throw new IllegalArgumentException(
                    "no need is named: expected at least one of " + List.of(Benefit.values()));
        }
        Set<Benefit> inOrder = EnumSet.copyOf(needs);
        return Stream.of(DeploymentStrategy.values())
                .map(strategy -> new StrategyAdvice(
                        strategy,
                        inOrder.stream().filter(strategy.benefits()::contains).toList(),
                        inOrder.stream()
                                .filter(need -> !strategy.benefits().contains(need))
                                .toList(),
                        strategy.drawbacks()))
                .sorted(BEST_FIRST)
                .toList();
    }
}
