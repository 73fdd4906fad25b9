package io.infinityloop.metrics.flow;

import io.infinityloop.metrics.link.Handoff;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which handoff a return makes unclean.
 *
 * @since 0.1
 */
public enum Charge {
    /** That of the stage which the work goes back to: there the fault was made. The default. */
    STAGE_RETURNED_TO("returned-to", "a return is charged to the stage that it goes back to"),
    /** That of the stage which handed over last: it let the fault pass. */
    LAST_SENDER("last-sender", "a return is charged to the stage that handed over last"),
    /** Those of all stages from the one that the work goes back to: each handed a fault over. */
    ALL_SINCE("all-since", "a return is charged to all stages that it goes back past");

    private final String label;
    private final String rule;

    Charge(String label, String rule) {
        this.label = label;
        this.rule = rule;
    }

    String label() {
        return label;
    }

    String rule() {
        return rule;
    }

    /** {@return when a handoff was made unclean; null if it was not} */
    @Nullable
    Instant of(Handoff handoff) {
        return switch (this) {
            case STAGE_RETURNED_TO -> handoff.aftermath().sentBack();
            case LAST_SENDER -> handoff.aftermath().refused();
            case ALL_SINCE -> handoff.aftermath().undone();
        };
    }
}
