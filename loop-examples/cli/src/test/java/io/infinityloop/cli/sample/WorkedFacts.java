package io.infinityloop.cli.sample;

import static io.infinityloop.cli.sample.WorkedQuarter.at;

import io.infinityloop.Labels;
import io.infinityloop.LoopId;
import io.infinityloop.Trigger;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.Measurement;
import io.infinityloop.artifact.Reading;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was recorded in the worked quarter. */
final class WorkedFacts {
    private static final Labels NONE = Labels.none();

    private final List<Fact> facts = new ArrayList<>();

    private WorkedFacts() {}

    /** An artifact as it was told of. */
    record Fact(
            Artifact artifact,
            int version,
            Instant told,
            @Nullable LoopId loop,
            Trigger trigger,
            Labels labels) {}

    static List<Fact> all() {
        WorkedFacts quarter = new WorkedFacts();
        new WorkedDevelopment(quarter).all();
        new WorkedOperations(quarter).all();
        return quarter.facts;
    }

    void fact(Artifact artifact) {
        fact(artifact, artifact.at(), "", Trigger.AUTOMATED, NONE);
    }

    void fact(Artifact artifact, Instant told, String loop, Trigger trigger, Labels labels) {
        int version = (int) facts.stream()
                        .filter(fact -> fact.artifact().ref().equals(artifact.ref()))
                        .count()
                + 1;
        facts.add(new Fact(artifact, version, told, loop.isEmpty() ? null : LoopId.of(loop), trigger, labels));
    }

    void number(String id, String at, String name, String value, String unit) {
        number(id, at, name, value, unit, NONE);
    }

    void number(String id, String at, String name, String value, String unit, Labels labels) {
        Reading reading = new Reading.Metric(name, new BigDecimal(value), unit);
        Measurement measured = new Measurement(ArtifactMetadata.of(id, at(at)), reading);
        fact(measured, measured.at(), "", Trigger.AUTOMATED, labels);
    }
}
