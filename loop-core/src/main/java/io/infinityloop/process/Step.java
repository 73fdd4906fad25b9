package io.infinityloop.process;

import static java.util.Objects.requireNonNull;

import io.infinityloop.internal.Texts;

/**
 * A row in the table of a process: from one state another can be reached.
 *
 * @param <S> the states of the process
 * @param from the state that is left
 * @param action what the step is called, a verb of the subject
 * @param to the state that is reached; the same one for a step that is taken again and again
 * @param isBack whether it leads back, and is drawn so
 * @since 0.1
 */
public record Step<S extends Enum<S>>(S from, String action, S to, boolean isBack) {
    /**
     * Creates the row.
     *
     * @throws IllegalArgumentException if the action is blank or has more than 500 characters
     */
    public Step {
        requireNonNull(from, "from");
        Texts.id("action", action);
        requireNonNull(to, "to");
    }
}
