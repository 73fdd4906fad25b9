package io.infinityloop.jdbc;

import io.infinityloop.LoopId;
import java.io.Serial;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when the database fails or can not be trusted with a journal. The message says what was asked of which
 * database, what was wrong and what helps.
 *
 * <p>Nothing was appended, unless {@link #isOutcomeUnknown()}.
 *
 * @since 0.1
 */
public final class JournalException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Task task;

    /** Whether the database failed while it committed. */
    private final boolean outcomeUnknown;

    JournalException(Task task, String message, boolean outcomeUnknown, @Nullable Throwable cause) {
        super(message, cause);
        this.task = task;
        this.outcomeUnknown = outcomeUnknown;
    }

    /** {@return what was asked of the journal, such as {@code append to}} */
    public String operation() {
        return task.operation();
    }

    /** {@return the loop that was to be read or appended to, empty if there was none} */
    public Optional<LoopId> loop() {
        return Optional.ofNullable(task.loop());
    }

    /** {@return the revision that the caller gave, empty if there was none} */
    public OptionalLong revision() {
        return task.revision() < 0 ? OptionalLong.empty() : OptionalLong.of(task.revision());
    }

    /**
     * Returns whether the database failed while it committed, so that nobody knows whether it did. To find out, append
     * the same events again: {@link io.infinityloop.journal.AppendResult.Duplicate} says that they are there.
     *
     * @return whether it is not known what became of the append; otherwise nothing was appended
     */
    public boolean isOutcomeUnknown() {
        return outcomeUnknown;
    }
}
