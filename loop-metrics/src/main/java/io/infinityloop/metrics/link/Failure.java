package io.infinityloop.metrics.link;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.Severity;
import io.infinityloop.event.EventKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sign that a deployment failed: it had to be put right at once.
 *
 * @param sign what kind of sign
 * @param ref what tells so, as text: {@code incident:INC-1}, {@code deployment:d8}
 * @param startedAt when the failure began
 * @param restoredAt when it was put right; null while it is not
 * @param customerImpact whether customers noticed; false where nobody said
 * @param severity how bad it is; null if nobody said
 * @param linkedBy the name of the strategy that put the two together: {@code id}, {@code commit}, {@code artifact},
 *     {@code time}, {@code self} for what the deployment says of itself, or one of your own
 * @param evidence the event that tells so
 * @since 0.1
 */
public record Failure(
        Sign sign,
        String ref,
        Instant startedAt,
        @Nullable Instant restoredAt,
        boolean customerImpact,
        @Nullable Severity severity,
        String linkedBy,
        EventKey evidence) {
    /**
     * What kind of sign.
     *
     * @since 0.1
     */
    public enum Sign {
        /** An incident that is no exercise. */
        INCIDENT,
        /** It was taken back: its own status says so, or a later deployment with the purpose ROLLBACK. */
        ROLLBACK,
        /** A later deployment repairs it: one with the purpose HOTFIX, or one that was made because of its incident. */
        REMEDIATION,
        /** The source says so, for example a failed verification of a version that stayed in production. */
        FLAGGED
    }

    /**
     * Creates a sign of which nobody said how bad it is.
     *
     * @param sign what kind of sign
     * @param ref what tells so, as text
     * @param startedAt when the failure began
     * @param restoredAt when it was put right; null while it is not
     * @param customerImpact whether customers noticed
     * @param linkedBy the name of the strategy that put the two together
     * @param evidence the event that tells so
     */
    public Failure(
            Sign sign,
            String ref,
            Instant startedAt,
            @Nullable Instant restoredAt,
            boolean customerImpact,
            String linkedBy,
            EventKey evidence) {
        this(sign, ref, startedAt, restoredAt, customerImpact, null, linkedBy, evidence);
    }

    /** Creates a sign. */
    public Failure {
        requireNonNull(sign, "sign");
        requireNonNull(ref, "ref");
        requireNonNull(startedAt, "startedAt");
        requireNonNull(linkedBy, "linkedBy");
        requireNonNull(evidence, "evidence");
    }
}
