package io.infinityloop.process;

import java.io.Serial;
import java.util.List;

/**
 * Thrown by {@link Progress#orThrow()} if a process refused the step. Its message says what was asked and what stands
 * against it.
 *
 * @since 0.1
 */
public final class StepRefusedException extends IllegalStateException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<String> permitted;

    StepRefusedException(String reason, List<String> permitted) {
        super(reason);
        this.permitted = permitted;
    }

    /** {@return what could be done instead, in a fixed order; may be empty} */
    public List<String> permitted() {
        return permitted;
    }
}
