package io.infinityloop.benchmarks;

import io.infinityloop.rule.Evaluation;
import io.infinityloop.rule.Firing;
import io.infinityloop.rule.Rule;
import io.infinityloop.rule.RuleSet;
import io.infinityloop.rule.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** 1,000 rules over 1,000,000 samples, beside a loop over the same comparisons by hand. The samples are made before. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class RuleBenchmark {
    /** Whether a measure changes in small steps, as a load does, or jumps about with each sample. */
    @Param({"steady", "jumping"})
    public String load = "steady";

    private List<Rule> rules = List.of();
    private RuleSet set = RuleSet.of();
    private Sample[] samples = {};

    /** Makes the rules and the samples, and holds that both sides say the same. */
    @Setup
    public void prepare() {
        rules = Telemetry.rules();
        set = RuleSet.of(rules);
        samples = Telemetry.samples(load.equals("steady"));
        List<String> ours = told(loopRules());
        List<String> theirs = new ArrayList<>();
        handRules().forEach(fired -> theirs.add(fired.at() + " " + fired.rule()));
        ours.sort(null);
        theirs.sort(null);
        if (!ours.equals(theirs)) {
            throw new IllegalStateException(ours.size() + " firings, by hand " + theirs.size());
        }
    }

    private static List<String> told(List<Firing> firings) {
        List<String> told = new ArrayList<>();
        firings.forEach(fired -> told.add(fired.at() + " " + fired.rule()));
        return told;
    }

    /** {@return what the rules say, sample after sample} */
    @Benchmark
    public List<Firing> loopRules() {
        Evaluation evaluation = set.start("shop");
        List<Firing> fired = new ArrayList<>();
        for (Sample sample : samples) {
            fired.addAll(evaluation.take(sample));
        }
        fired.addAll(evaluation.advanceTo(samples[samples.length - 1].at()));
        return fired;
    }

    /** {@return the same by hand} */
    @Benchmark
    public List<HandMadeRules.Fired> handRules() {
        HandMadeRules hand = new HandMadeRules(rules);
        for (Sample sample : samples) {
            hand.take(sample);
        }
        return hand.fired();
    }
}
