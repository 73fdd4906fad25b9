package io.infinityloop.benchmarks;

import io.infinityloop.event.EventOrder;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.metrics.link.Derived;
import io.infinityloop.metrics.link.Facts;
import io.infinityloop.metrics.link.IncidentCase;
import io.infinityloop.metrics.link.Linker;
import java.time.Instant;
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

/**
 * Every subject of a year of deployments, beside sorting the same events once. The events and the facts are made
 * before.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class LinkBenchmark {
    /** How many deployments there are; five times as many changes, a fortieth of incidents. */
    @Param({"12500", "50000", "200000"})
    public int deployments = 12_500;

    private List<LoopEvent> events = List.of();
    private Facts facts = Facts.empty();

    /** Makes the events, and holds that each incident found its deployment. */
    @Setup
    public void prepare() {
        events = DeployedYear.events(deployments);
        facts = Facts.of(events);
        List<IncidentCase> incidents = link().subjects(IncidentCase.class);
        if (incidents.isEmpty() || !incidents.stream().allMatch(IncidentCase::isCausedByDeployment)) {
            throw new IllegalStateException("of " + incidents.size() + " incidents some found no deployment");
        }
    }

    /** {@return the events, sorted} */
    @Benchmark
    public List<LoopEvent> sort() {
        List<LoopEvent> sorted = new ArrayList<>(events);
        sorted.sort(EventOrder.BY_INSTANT);
        return sorted;
    }

    /** {@return the facts, from events in any order} */
    @Benchmark
    public Facts collect() {
        return Facts.of(events);
    }

    /** {@return the subjects} */
    @Benchmark
    public Derived link() {
        return Linker.derive(facts, Instant.MAX);
    }
}
