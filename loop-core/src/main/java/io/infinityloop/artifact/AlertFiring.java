package io.infinityloop.artifact;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Stage;
import io.infinityloop.internal.Texts;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An alert rule that came true. It is recorded again under the same id when somebody takes it on and when it ends.
 *
 * <p>Source: requirement ART-23.
 *
 * @param metadata id, instant (of the firing), lineage and labels
 * @param rule the name of the rule that came true
 * @param severity how bad it is; null if nobody said
 * @param acknowledgedAt when somebody took it on; null if nobody has, or nobody said
 * @param endedAt when the rule was no longer true; null while it is
 * @param reason on what evidence it came true, in words; empty if nobody said
 * @since 0.1
 */
public record AlertFiring(
        ArtifactMetadata metadata,
        String rule,
        @Nullable Severity severity,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant endedAt,
        String reason)
        implements OperateStageArtifact {
    /** The kind {@code alert-firing}. */
    public static final ArtifactKind KIND = new ArtifactKind("alert-firing", Stage.OPERATE);

    /**
     * Creates a firing.
     *
     * @throws IllegalArgumentException if the rule is blank or has more than 500 characters, the reason has more than
     *     100,000, or the alert is acknowledged or ends before it fires
     */
    public AlertFiring {
        requireNonNull(metadata, "metadata");
        Texts.id("rule", rule);
        if (acknowledgedAt != null && acknowledgedAt.isBefore(metadata.at())) {
            throw new IllegalArgumentException("alert " + metadata.id() + " is acknowledged at " + acknowledgedAt
                    + ", before it fires at " + metadata.at());
        }
        metadata.checkEnd("alert", endedAt);
        Texts.prose("reason", reason);
    }

    /**
     * Creates a firing of which nobody said on what evidence.
     *
     * @param metadata id, instant (of the firing), lineage and labels
     * @param rule the name of the rule that came true
     * @param severity how bad it is; null if nobody said
     * @param acknowledgedAt when somebody took it on; null if nobody has, or nobody said
     * @param endedAt when the rule was no longer true; null while it is
     * @throws IllegalArgumentException if the rule is blank or has more than 500 characters, or the alert is
     *     acknowledged or ends before it fires
     */
    public AlertFiring(
            ArtifactMetadata metadata,
            String rule,
            @Nullable Severity severity,
            @Nullable Instant acknowledgedAt,
            @Nullable Instant endedAt) {
        this(metadata, rule, severity, acknowledgedAt, endedAt, "");
    }

    /**
     * Returns an alert that has just fired.
     *
     * @param id the id
     * @param at when it fired
     * @param rule the name of the rule
     * @return the firing
     */
    public static AlertFiring of(String id, Instant at, String rule) {
        return new AlertFiring(ArtifactMetadata.of(id, at), rule, null, null, null);
    }

    @Override
    public AlertFiring with(ArtifactMetadata other) {
        return new AlertFiring(other, rule, severity, acknowledgedAt, endedAt, reason);
    }

    @Override
    public ArtifactKind kind() {
        return KIND;
    }
}
