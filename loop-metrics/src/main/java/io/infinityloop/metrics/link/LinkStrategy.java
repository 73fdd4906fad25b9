package io.infinityloop.metrics.link;

import io.infinityloop.artifact.Incident;
import java.util.List;

/**
 * Says which deployments caused an incident. Strategies are asked in order until one knows a deployment.
 *
 * <p>A strategy is a pure function of what it is given. Implementations are safe for use by many threads.
 *
 * @since 0.1
 */
public interface LinkStrategy {
    /** The strategies that are asked if nobody says otherwise: {@link #byId}, by commit, by artifact, by time. */
    List<LinkStrategy> STANDARD = List.of(byId(), byCommit(), byArtifact(), byTime());

    /** {@return a name that stands with every link that this strategy makes: {@code id}, {@code commit} …} */
    String name();

    /**
     * Finds the deployments that caused an incident.
     *
     * @param incident the incident, no exercise
     * @param production what was deployed into production
     * @return the deployments, and what was named and is not there
     */
    Link link(Snapshot<Incident> incident, Production production);

    /**
     * Tells whether this strategy guesses. One that guesses is asked only where nobody said anything: not if an earlier
     * one met something that the incident names and that is not there.
     *
     * @return whether it guesses; false unless overridden
     */
    default boolean isGuess() {
        return false;
    }

    /** {@return the deployments that the incident's lineage names; the name is {@code id}} */
    static LinkStrategy byId() {
        return new ById();
    }

    /**
     * Returns the strategy by commit: the lineage of the incident names a commit, or a pull request of commits, and the
     * production deployment that was the first of its scope to contain it is the cause. Where one of the incident's own
     * service contains it, those of other services are not. A deployment that ended after the incident began is none.
     *
     * @return the strategy, its name is {@code commit}
     */
    static LinkStrategy byCommit() {
        return new ByCommit();
    }

    /**
     * Returns the strategy by artifact: the lineage of the incident names a release, a build or a build artifact, and
     * of each scope the latest production deployment of it that ended at or before the incident's start is the cause. A
     * deployment is of an artifact if its lineage names it, directly or through a release, or if both have a digest in
     * common; the id of a build artifact that nobody recorded is taken for a digest. Where one is of the incident's own
     * service, those of other services are not.
     *
     * @return the strategy, its name is {@code artifact}
     */
    static LinkStrategy byArtifact() {
        return new ByArtifact();
    }

    /**
     * Returns the strategy by time, a guess: the latest successful production deployment of the incident's service that
     * ended at or before the incident's start, not earlier than the {@linkplain Production#horizon() horizon}.
     *
     * @return the strategy, its name is {@code time}
     */
    static LinkStrategy byTime() {
        return new ByTime(false);
    }

    /**
     * Returns the strategy by time that does not look at services: the latest successful production deployment of all
     * is the cause, within the horizon.
     *
     * @return the strategy, its name is {@code time-of-any-service}
     */
    static LinkStrategy byTimeOfAnyService() {
        return new ByTime(true);
    }
}
