package io.infinityloop.catalogue;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A bad habit, how it comes to light, and what to do instead.
 *
 * <p>Source: requirements CAT-28 and ANTI-42.
 *
 * @param card what is bad about it
 * @param mark how it comes to light
 * @param detector the id of the detector that finds it in recorded events; null if there is none
 * @since 0.1
 */
public record AntiPattern(Card card, Mark mark, @Nullable String detector) {
    /**
     * Creates an anti-pattern.
     *
     * @throws IllegalArgumentException if it is marked as detected and has no detector, or as for the catalogue only
     *     and has one
     */
    public AntiPattern {
        requireNonNull(card, "card");
        requireNonNull(mark, "mark");
        if (mark == Mark.DETECTED && detector == null) {
            throw new IllegalArgumentException(
                    "the anti-pattern '" + card.id() + "' is marked DETECTED: the id of its detector is expected");
        }
        if (mark == Mark.CATALOGUE_ONLY && detector != null) {
            throw new IllegalArgumentException("the anti-pattern '" + card.id() + "' has the detector " + detector
                    + ": its mark cannot be CATALOGUE_ONLY");
        }
    }

    static AntiPattern of(Card card) {
        Mark mark = Mark.valueOf(card.required("mark"));
        return new AntiPattern(card, mark, card.attribute("detector").orElse(null));
    }

    /** {@return what to do instead, with its own source; empty if nobody has said so yet} */
    public Optional<Card> remedy() {
        return card.parts(CardKind.REMEDY).stream().findFirst();
    }

    /**
     * How an anti-pattern comes to light.
     *
     * @since 0.1
     */
    public enum Mark {
        /** A detector finds it in recorded events. */
        DETECTED,
        /** A loop under {@code LoopDefinition.delivery()} refuses it; what other tools recorded, a detector finds. */
        PREVENTED,
        /** It leaves no trace in events: only people see it. */
        CATALOGUE_ONLY
    }
}
