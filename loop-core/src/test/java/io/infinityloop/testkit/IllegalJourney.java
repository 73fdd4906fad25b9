package io.infinityloop.testkit;

import static java.util.Objects.checkIndex;
import static java.util.Objects.requireNonNull;

import io.infinityloop.LoopId;
import io.infinityloop.machine.Command;
import io.infinityloop.machine.Reason;
import java.util.List;

/**
 * Requests of which a definition must refuse exactly one: those before it and, since a refusal changes nothing, those
 * after it are granted to a loop that was started at {@link SettableClock#START}.
 *
 * @param loop the name of the loop
 * @param commands what is asked, in order
 * @param refusedAt which of the commands is refused, 0 for the first
 * @param code the {@linkplain Reason#code() code} of a reason for which it is; there may be more
 * @since 0.1
 */
public record IllegalJourney(LoopId loop, List<Command> commands, int refusedAt, String code) {
    /**
     * Creates a journey.
     *
     * @throws IndexOutOfBoundsException if there is no command of that index
     */
    public IllegalJourney {
        requireNonNull(loop, "loop");
        commands = List.copyOf(commands);
        checkIndex(refusedAt, commands.size());
        requireNonNull(code, "code");
    }
}
