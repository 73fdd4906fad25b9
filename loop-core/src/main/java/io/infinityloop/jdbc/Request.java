package io.infinityloop.jdbc;

import io.infinityloop.LoopId;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one caller asks to append: events of a loop after the revision of the task, or facts without a loop.
 *
 * @param loop the loop as it is in the column; null for facts
 */
record Request(Task task, @Nullable String loop, List<Draft> drafts) {
    private static final Task OBSERVE = Task.of("observe facts");

    /**
     * Checks and writes the events of a loop, before any lock is taken.
     *
     * @throws IllegalArgumentException as {@link io.infinityloop.journal.Journal#append} says
     */
    static Request ofLoop(LoopId loop, long expectedRevision, List<? extends LoopEvent> events) {
        List<Draft> drafts = Draft.ofLoop(loop, List.copyOf(events));
        return new Request(new Task("append to", loop, expectedRevision), KeyText.of(loop.value()), drafts);
    }

    /**
     * Checks and writes facts.
     *
     * @throws IllegalArgumentException if a fact has a loop
     */
    static Request ofFacts(List<Recorded> facts) {
        return new Request(OBSERVE, null, Draft.ofFacts(List.copyOf(facts)));
    }

    /** {@return how long all its lines are together} */
    long characters() {
        return drafts.stream().mapToLong(draft -> draft.line().length()).sum();
    }

    long expectedRevision() {
        return task.revision();
    }
}
