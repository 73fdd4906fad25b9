package io.infinityloop.pipeline;

import io.infinityloop.internal.Texts;
import java.util.List;

/**
 * What people are to be told of a run. Sending it is the tool's work.
 *
 * <p>Source: requirements GATE-02 and GATE-20.
 *
 * @param title the news in a few words, for example {@code Build failed}
 * @param steps the steps that the news are about, in the order of the pipeline; none for good news
 * @since 0.1
 */
public record Notice(String title, List<String> steps) {
    /**
     * Creates a notice.
     *
     * @throws IllegalArgumentException if a text is blank or too long
     */
    public Notice {
        Texts.bounded("title", title, Texts.PROSE_LIMIT);
        steps = Texts.ids("steps", steps);
    }

    /** {@return the title, and the steps if there are any: {@code Build failed: unit tests}} */
    @Override
    public String toString() {
        return steps.isEmpty() ? title : title + ": " + String.join(", ", steps);
    }
}
