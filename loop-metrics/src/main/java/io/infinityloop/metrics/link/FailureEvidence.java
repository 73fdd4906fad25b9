package io.infinityloop.metrics.link;

import java.util.List;

/**
 * Finds signs that deployments failed. A pure function of what it is given: it adds to the signs and keeps nothing
 * between two calls. Which evidence counts is a choice of the {@link Linker}; your own goes beside that of the library.
 *
 * <p>Implementations are safe for use by many threads.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface FailureEvidence {
    /** The evidence that counts if nobody says otherwise: incidents, roll-backs, remediations and flags. */
    List<FailureEvidence> STANDARD = List.of(incidents(), rollbacks(), remediations(), flags());

    /**
     * Adds the signs that it finds.
     *
     * @param production what was deployed into production
     * @param incidents the incidents with the deployments that caused them, in the order of time
     * @param signs where the signs go
     */
    void find(Production production, List<LinkedIncident> incidents, Signs signs);

    /**
     * Returns the evidence of incidents: each deployment that caused one has a sign, from the start of the incident
     * until it is resolved. An incident that was staged to practise is none.
     *
     * @return the evidence
     */
    static FailureEvidence incidents() {
        return new IncidentEvidence();
    }

    /**
     * Returns the evidence of roll-backs. A deployment was taken back if its status says so, if a later one with the
     * purpose ROLLBACK names it or, where that names none, comes next in its service and component; or if a later one
     * whose purpose nobody told deploys what ran before it: the same digests, release, version or commits.
     *
     * @return the evidence
     */
    static FailureEvidence rollbacks() {
        return new RollbackEvidence(true);
    }

    /** {@return the evidence of {@link #rollbacks}, without those that nobody calls so} */
    static FailureEvidence statedRollbacks() {
        return new RollbackEvidence(false);
    }

    /**
     * Returns the evidence of repairs. A deployment was repaired if a later one into production names its incident, or
     * names it and is not said to be a delivery or a roll-back; a hotfix that names neither repairs the deployment
     * before it in its service and component, within the horizon.
     *
     * @return the evidence
     */
    static FailureEvidence remediations() {
        return new RemediationEvidence();
    }

    /**
     * Returns the evidence of checks: a test run that failed and names a deployment that stayed. The failure is over
     * when a later deployment of its service and component succeeded, or a later run of the same subject that names the
     * deployment passed.
     *
     * @return the evidence
     */
    static FailureEvidence flags() {
        return new FlagEvidence();
    }
}
