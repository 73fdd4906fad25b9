package io.infinityloop.catalogue;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A question to learners, or an exercise, and what answers it: a command of the tool {@code loop}, or a member of this
 * library that one can call.
 *
 * <p>Source: requirement CAT-33.
 *
 * @param card the question
 * @param answer in words, where to look
 * @param command the command with its options, without the name of the tool: {@code draw delivery}; null if a member
 *     answers it
 * @param member a public method with its class: {@code io.infinityloop.Stage#next}; null if a command answers it
 * @since 0.1
 */
public record Question(
        Card card,
        Card answer,
        @Nullable String command,
        @Nullable String member) {
    /**
     * Creates a question.
     *
     * @throws IllegalArgumentException if there is neither a command nor a member, or both
     */
    public Question {
        requireNonNull(card, "card");
        requireNonNull(answer, "answer");
        if ((command == null) == (member == null)) {
            throw new IllegalArgumentException("the question '" + card.id() + "' is answered by the command " + command
                    + " and the member " + member + ": expected one of them");
        }
    }

    static Question of(Card card) {
        Card answer = card.parts(CardKind.ANSWER).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the question '" + card.id() + "' has no part of kind ANSWER: each needs one"));
        return new Question(
                card,
                answer,
                answer.attribute("command").orElse(null),
                answer.attribute("member").orElse(null));
    }
}
