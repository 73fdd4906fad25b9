package io.infinityloop.artifact;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Stage;
import io.infinityloop.internal.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A role was asked to let something pass, usually a release, which its {@linkplain #derivedFrom() lineage} names. It is
 * recorded again under the same id when it is answered.
 *
 * <p>Source: requirements ART-18, GATE-13 and D-24.
 *
 * @param metadata id, instant (when it was asked for), lineage and labels
 * @param role who was asked: a role such as {@code release-manager}, never a person
 * @param answer what the role said
 * @param answeredAt when it said so, not before it was asked; null while the answer is PENDING
 * @since 0.1
 */
public record Approval(
        ArtifactMetadata metadata,
        String role,
        Answer answer,
        @Nullable Instant answeredAt) implements ReleaseStageArtifact {
    /** The kind {@code approval}. */
    public static final ArtifactKind KIND = new ArtifactKind("approval", Stage.RELEASE);

    /**
     * Creates an approval.
     *
     * @throws IllegalArgumentException if the role is blank or has more than 100 characters, an answer has no instant,
     *     a pending one has, or it is answered before it is asked for
     */
    public Approval {
        requireNonNull(metadata, "metadata");
        Texts.bounded("role", role, 100);
        requireNonNull(answer, "answer");
        if ((answeredAt == null) != (answer == Answer.PENDING)) {
            throw new IllegalArgumentException(
                    "approval " + metadata.id() + " is " + answer + (answeredAt == null ? " without" : " with")
                            + " an instant of the answer: GRANTED and DENIED have one, PENDING has none");
        }
        if (answeredAt != null && answeredAt.isBefore(metadata.at())) {
            throw new IllegalArgumentException("approval " + metadata.id() + " is answered at " + answeredAt
                    + ", before it is asked for at " + metadata.at());
        }
    }

    /**
     * Returns an approval that was asked for and is not answered.
     *
     * @param metadata id, instant (when it was asked for), lineage and labels
     * @param role who was asked
     * @return the approval, PENDING
     * @throws IllegalArgumentException if the role is blank or has more than 100 characters
     */
    public static Approval asked(ArtifactMetadata metadata, String role) {
        return new Approval(metadata, role, Answer.PENDING, null);
    }

    /**
     * Returns this approval, granted.
     *
     * @param when when the role said so
     * @return the approval, GRANTED
     * @throws IllegalArgumentException if that is before it was asked for
     */
    public Approval granted(Instant when) {
        return new Approval(metadata, role, Answer.GRANTED, when);
    }

    /**
     * Returns this approval, denied.
     *
     * @param when when the role said so
     * @return the approval, DENIED
     * @throws IllegalArgumentException if that is before it was asked for
     */
    public Approval denied(Instant when) {
        return new Approval(metadata, role, Answer.DENIED, when);
    }

    /**
     * Tells whether it counts for a release: if its lineage names releases, for these only; if it names none, for any.
     *
     * @param release the release
     * @return whether it does
     */
    public boolean isFor(Release release) {
        List<ArtifactRef> named =
                derivedFrom().stream().filter(ref -> ref.isOf(Release.KIND)).toList();
        return named.isEmpty() || named.contains(release.ref());
    }

    @Override
    public Approval with(ArtifactMetadata other) {
        return new Approval(other, role, answer, answeredAt);
    }

    @Override
    public ArtifactKind kind() {
        return KIND;
    }

    /**
     * Returns how long the answer took, or has taken until now.
     *
     * @param now the instant that counts while there is no answer
     * @return the time; negative if there is no answer and {@code now} is before it was asked for
     */
    public Duration waited(Instant now) {
        return Duration.between(at(), answeredAt != null ? answeredAt : now);
    }

    /**
     * What a role can say.
     *
     * @since 0.1
     */
    public enum Answer {
        /** Nothing yet. */
        PENDING,
        /** It may pass. */
        GRANTED,
        /** It must not pass. */
        DENIED
    }
}
