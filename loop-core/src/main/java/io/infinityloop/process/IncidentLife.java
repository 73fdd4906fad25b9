package io.infinityloop.process;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.Incident;
import io.infinityloop.artifact.IncidentResponse;
import io.infinityloop.artifact.PostMortem;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * An incident from its first alert to its post-mortem. A mitigation may be left out, everything else comes in its
 * order. After each step, {@link #incident()} is the fuller snapshot to be recorded.
 *
 * <p>Source: requirements OPS-08 and OPS-11.
 *
 * @param incident what is known of it so far; the life keeps its instants in step with the course
 * @param course the states that it went through
 * @since 0.1
 */
public record IncidentLife(Incident incident, Course<IncidentState> course) {
    /** The table of an incident's life. */
    public static final Lifecycle<IncidentState> LIFECYCLE = Lifecycle.of("Incident", IncidentState.FIRED)
            .step(IncidentState.FIRED, "page", IncidentState.PAGED)
            .step(IncidentState.PAGED, "acknowledge", IncidentState.ACKNOWLEDGED)
            .step(IncidentState.ACKNOWLEDGED, "mitigate", IncidentState.MITIGATED)
            .step(IncidentState.ACKNOWLEDGED, "resolve", IncidentState.RESOLVED)
            .step(IncidentState.MITIGATED, "resolve", IncidentState.RESOLVED)
            .step(IncidentState.RESOLVED, "verify", IncidentState.VERIFIED)
            .step(IncidentState.VERIFIED, "write the post-mortem", IncidentState.POSTMORTEM_DONE)
            .build();

    /**
     * Creates a life.
     *
     * @throws IllegalArgumentException if the course does not keep to {@link #LIFECYCLE}
     */
    public IncidentLife {
        requireNonNull(incident, "incident");
        LIFECYCLE.check(requireNonNull(course, "course"));
    }

    /**
     * Begins the life of an incident.
     *
     * @param incident what is known of it
     * @param at when its first alert fired
     * @return the life, in state FIRED
     */
    public static IncidentLife fired(Incident incident, Instant at) {
        return new IncidentLife(
                incident.with(incident.response().fired(at)), LIFECYCLE.begin(at, Evidence.of("an alert fired")));
    }

    /** {@return the state that it is in} */
    public IncidentState state() {
        return course.state();
    }

    /**
     * Returns when it came into a state.
     *
     * @param state the state
     * @return the instant, empty if it was never in it
     */
    public Optional<Instant> at(IncidentState state) {
        return course.reached(state);
    }

    /**
     * Whoever is on call was told.
     *
     * @param at when
     * @return the next step of its life, or why not
     */
    public Progress<IncidentLife> page(Instant at) {
        return respond(IncidentState.PAGED, at, response -> response.paged(at));
    }

    /**
     * Somebody took it on.
     *
     * @param at when
     * @return the next step of its life, or why not
     */
    public Progress<IncidentLife> acknowledge(Instant at) {
        return respond(IncidentState.ACKNOWLEDGED, at, response -> response.acknowledged(at));
    }

    /**
     * A workaround took the pressure off.
     *
     * @param at when
     * @return the next step of its life, or why not
     */
    public Progress<IncidentLife> mitigate(Instant at) {
        return respond(IncidentState.MITIGATED, at, response -> response.mitigated(at));
    }

    /**
     * The service is restored.
     *
     * @param at when
     * @return the next step of its life, or why not
     */
    public Progress<IncidentLife> resolve(Instant at) {
        return move(IncidentState.RESOLVED, at, known -> known.resolved(at));
    }

    /**
     * Somebody looked, and it works.
     *
     * @param at when
     * @param evidence what was looked at
     * @return the next step of its life, or why not
     */
    public Progress<IncidentLife> verify(Instant at, Evidence evidence) {
        return LIFECYCLE
                .move(course, IncidentState.VERIFIED, at, evidence)
                .into(
                        this,
                        moved -> new IncidentLife(
                                incident.with(incident.response().verified(at)), moved));
    }

    /**
     * What was learned is written down.
     *
     * @param written the post-mortem
     * @param at when
     * @return the last step of its life, or why not
     */
    public Progress<IncidentLife> close(PostMortem written, Instant at) {
        requireNonNull(written, "written");
        return respond(IncidentState.POSTMORTEM_DONE, at, response -> response.with(written));
    }

    private Progress<IncidentLife> respond(IncidentState to, Instant at, UnaryOperator<IncidentResponse> change) {
        return move(to, at, known -> known.with(change.apply(known.response())));
    }

    private Progress<IncidentLife> move(IncidentState to, Instant at, UnaryOperator<Incident> change) {
        return LIFECYCLE
                .move(course, to, at, Evidence.NONE)
                .into(this, moved -> new IncidentLife(change.apply(incident), moved));
    }
}
