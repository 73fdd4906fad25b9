package io.infinityloop.process;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Insight;
import java.time.Instant;
import java.util.List;

/**
 * One round of monitoring: collect data, understand it, identify trends, act. Nothing is done about data that nobody
 * collected. When it is acted on, {@link #insight} is the artifact to be recorded, with the data as its lineage.
 *
 * <p>Source: requirement FBK-05.
 *
 * @param course the steps that it went through; the evidence of COLLECT is the data
 * @since 0.1
 */
public record MonitorRound(Course<MonitorStep> course) {
    /** The table of a round of monitoring. */
    public static final Lifecycle<MonitorStep> LIFECYCLE = Lifecycle.of("Monitoring", MonitorStep.COLLECT)
            .step(MonitorStep.COLLECT, "collect more", MonitorStep.COLLECT)
            .step(MonitorStep.COLLECT, "understand", MonitorStep.UNDERSTAND)
            .step(MonitorStep.UNDERSTAND, "identify trends", MonitorStep.IDENTIFY_TRENDS)
            .step(MonitorStep.IDENTIFY_TRENDS, "act", MonitorStep.ACT)
            .build();

    /**
     * Creates a round.
     *
     * @throws IllegalArgumentException if the course does not keep to {@link #LIFECYCLE}, or goes on without data
     */
    public MonitorRound {
        LIFECYCLE.check(requireNonNull(course, "course"));
        if (course.state() != MonitorStep.COLLECT && data(course).isEmpty()) {
            throw new IllegalArgumentException("the round is in " + course.state() + " and nobody collected data");
        }
    }

    /**
     * Begins a round, without data.
     *
     * @param at when
     * @return the round, in COLLECT
     */
    public static MonitorRound start(Instant at) {
        return new MonitorRound(LIFECYCLE.begin(at, Evidence.NONE));
    }

    /** {@return the step that it is in} */
    public MonitorStep state() {
        return course.state();
    }

    /** {@return the data that was collected, in the order of collection} */
    public List<ArtifactRef> data() {
        return data(course);
    }

    /**
     * Data was collected.
     *
     * @param at when
     * @param data the measurements, operation records, incidents or pieces of feedback
     * @return the round with more data, or why not: it is past collecting
     */
    public Progress<MonitorRound> collect(Instant at, List<ArtifactRef> data) {
        return move(MonitorStep.COLLECT, at, Evidence.NONE.withArtifacts(data));
    }

    /**
     * Somebody found out what the data says.
     *
     * @param at when
     * @param evidence what it says
     * @return the next step, or why not: nobody collected data
     */
    public Progress<MonitorRound> understand(Instant at, Evidence evidence) {
        if (state() == MonitorStep.COLLECT && data().isEmpty()) {
            return LIFECYCLE.refuse(this, course, MonitorStep.UNDERSTAND, "nobody collected data yet");
        }
        return move(MonitorStep.UNDERSTAND, at, evidence);
    }

    /**
     * Somebody found out where it is going.
     *
     * @param at when
     * @param evidence the trends
     * @return the next step, or why not
     */
    public Progress<MonitorRound> identifyTrends(Instant at, Evidence evidence) {
        return move(MonitorStep.IDENTIFY_TRENDS, at, evidence);
    }

    /**
     * Something is done about it.
     *
     * @param at when
     * @param evidence what is done
     * @return the last step, or why not
     */
    public Progress<MonitorRound> act(Instant at, Evidence evidence) {
        if (state() == MonitorStep.COLLECT && data().isEmpty()) {
            return LIFECYCLE.refuse(this, course, MonitorStep.ACT, "nobody collected data yet");
        }
        return move(MonitorStep.ACT, at, evidence);
    }

    /**
     * Returns what was learned, for the next plan.
     *
     * @param id the id of the insight
     * @param observation what was seen, not blank
     * @return the insight of the last step, with the data as its lineage, and nothing said yet about its grounds
     * @throws IllegalArgumentException if the observation is blank
     */
    public Insight insight(String id, String observation) {
        return new Insight(ArtifactMetadata.of(id, course.since()).derivedFrom(data()), observation, "");
    }

    private Progress<MonitorRound> move(MonitorStep to, Instant at, Evidence evidence) {
        return LIFECYCLE.move(course, to, at, evidence).into(this, MonitorRound::new);
    }

    private static List<ArtifactRef> data(Course<MonitorStep> course) {
        return course.moves().stream()
                .filter(move -> move.to() == MonitorStep.COLLECT)
                .flatMap(move -> move.evidence().artifacts().stream())
                .toList();
    }
}
