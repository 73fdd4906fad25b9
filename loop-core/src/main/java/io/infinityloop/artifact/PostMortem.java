package io.infinityloop.artifact;

import static java.util.Objects.requireNonNull;

import io.infinityloop.internal.Texts;
import java.util.List;
import java.util.Optional;

/**
 * What was learned from an incident. It speaks of conditions, not of people, and has no place to name one.
 *
 * <p>Source: requirement OPS-12.
 *
 * @param conditions what made the incident possible
 * @param learnings what is now understood
 * @param actions what is to be done about it
 * @since 0.1
 */
public record PostMortem(List<String> conditions, List<String> learnings, List<Action> actions) {
    /**
     * Creates a post-mortem.
     *
     * @throws IllegalArgumentException if there are neither conditions nor learnings, or a text is blank or has more
     *     than 100,000 characters
     */
    public PostMortem {
        conditions = texts("condition", conditions);
        learnings = texts("learning", learnings);
        actions = List.copyOf(requireNonNull(actions, "actions"));
        if (conditions.isEmpty() && learnings.isEmpty()) {
            throw new IllegalArgumentException("a post-mortem needs a condition or a learning");
        }
    }

    private static List<String> texts(String what, List<String> texts) {
        List<String> copy = List.copyOf(requireNonNull(texts, what));
        copy.forEach(text -> Texts.bounded(what, text, Texts.PROSE_LIMIT));
        return copy;
    }

    /**
     * Something to be done after an incident.
     *
     * @param description what is to be done
     * @param planItem the id of the plan item that it became; empty while it has become none
     * @since 0.1
     */
    public record Action(String description, String planItem) {
        /**
         * Creates an action.
         *
         * @throws IllegalArgumentException if the description is blank or has more than 100,000 characters, or the id
         *     is blank and not empty
         */
        public Action {
            Texts.bounded("description", description, Texts.PROSE_LIMIT);
            Texts.idOrEmpty("plan item", planItem);
        }

        /** {@return the reference to the plan item, or empty while there is none} */
        public Optional<ArtifactRef> planned() {
            return planItem.isEmpty() ? Optional.empty() : Optional.of(ArtifactRef.of(PlanItem.KIND, planItem));
        }
    }
}
