package io.infinityloop.artifact;

import java.util.Optional;

/**
 * How far a piece of feedback has come. Each state follows the one before it; none is skipped.
 *
 * <p>Source: requirement ART-25.
 *
 * @since 0.1
 */
public enum FeedbackState {
    /** It was received and nobody has looked at it. */
    COLLECTED,
    /** Somebody has decided what to do about it. */
    TRIAGED,
    /** What was decided is done, or it was answered that nothing will be. */
    FOLLOWED_UP;

    /** {@return the only state that may follow, or empty after the last} */
    public Optional<FeedbackState> next() {
        return switch (this) {
            case COLLECTED -> Optional.of(TRIAGED);
            case TRIAGED -> Optional.of(FOLLOWED_UP);
            case FOLLOWED_UP -> Optional.empty();
        };
    }

    /** {@return whether something is still to be done} */
    public boolean isOpen() {
        return this != FOLLOWED_UP;
    }
}
