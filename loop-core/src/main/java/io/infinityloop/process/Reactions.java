package io.infinityloop.process;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.artifact.AlertFiring;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.ScalingAction;
import io.infinityloop.internal.Texts;
import io.infinityloop.rule.Action;
import io.infinityloop.rule.Check;
import io.infinityloop.rule.Firing;
import io.infinityloop.rule.ScalingBounds;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What is to be recorded when a rule fires. The artifact is of the instant of the firing, has the subject of the rule
 * as its service, and says on what evidence; the same firing gives the same artifact, with the same id.
 *
 * <pre>{@code
 * for (Firing firing : rules.evaluate(state, samples, now).firings()) {
 *     Reactions.alert(firing).ifPresent(loop::record);
 *     Reactions.scaling(firing, new ScalingBounds(3, 20), instances).ifPresent(loop::record);
 * }
 * }</pre>
 *
 * <p>Source: requirements ART-23, OPS-13 and OPS-14.
 *
 * @since 0.1
 */
public final class Reactions {
    private Reactions() {}

    /**
     * Returns the alert that a firing is. Its labels say by which channel which role is told.
     *
     * @param firing what fired
     * @return the alert, which nobody has acknowledged; empty if the action of the rule is no alert
     * @throws IllegalArgumentException if the evidence has more than 100,000 characters
     */
    public static Optional<AlertFiring> alert(Firing firing) {
        if (!(firing.action() instanceof Action.Alert alert)) {
            return Optional.empty();
        }
        Labels told = Labels.of(Labels.CHANNEL, alert.channel().name()).with(Labels.ROLE, alert.to());
        return Optional.of(
                new AlertFiring(metadata(firing).with(told), firing.rule(), null, null, null, evidence(firing)));
    }

    /**
     * Returns the change of the number of instances that a firing leads to.
     *
     * @param firing what fired
     * @param bounds how few and how many instances there may be; a number that is out of them already is brought into
     *     them
     * @param instances how many there are now, from 0 to 2,147,483,647
     * @return the change, of the subject of the rule; empty if the action of the rule is no scaling, or the number
     *     stays as it is because of the bounds
     * @throws IllegalArgumentException if the number of instances is out of range, or the evidence has more than
     *     100,000 characters
     */
    public static Optional<ScalingAction> scaling(Firing firing, ScalingBounds bounds, long instances) {
        requireNonNull(bounds, "bounds");
        if (instances < 0 || instances > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    instances + " instances of " + firing.subject() + ": expected 0 to " + Integer.MAX_VALUE);
        }
        if (!(firing.action() instanceof Action.Scale by)) {
            return Optional.empty();
        }
        long after = bounds.after((int) instances, by);
        return after == instances
                ? Optional.empty()
                : Optional.of(new ScalingAction(
                        metadata(firing),
                        firing.subject(),
                        instances,
                        after,
                        Texts.prose("reason", firing.rule() + ": " + evidence(firing))));
    }

    private static ArtifactMetadata metadata(Firing firing) {
        return ArtifactMetadata.of(id(firing), firing.at()).with(Labels.of(Labels.SERVICE, firing.subject()));
    }

    /** No two firings have the same id: the first slash ends the subject, and the last at sign begins the instant. */
    private static String id(Firing firing) {
        String subject = firing.subject().replace("~", "~0").replace("/", "~1");
        String id = subject + "/" + firing.rule() + "@" + firing.at();
        return id.length() <= Texts.ID_LIMIT
                ? id
                : UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static String evidence(Firing firing) {
        String words = firing.evidence().stream().map(Check::toString).collect(Collectors.joining("; "));
        return Texts.prose("evidence", words);
    }
}
