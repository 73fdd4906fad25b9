package io.infinityloop.process;

/**
 * The states of an incident.
 *
 * <p>Source: requirement OPS-08.
 *
 * @since 0.1
 */
public enum IncidentState {
    /** An alert fired. */
    FIRED,
    /** Whoever is on call was told. */
    PAGED,
    /** Somebody took it on. */
    ACKNOWLEDGED,
    /** A workaround took the pressure off; the service is not yet as it should be. */
    MITIGATED,
    /** The service is restored. */
    RESOLVED,
    /** Somebody looked, and it works. */
    VERIFIED,
    /** What was learned is written down. */
    POSTMORTEM_DONE
}
