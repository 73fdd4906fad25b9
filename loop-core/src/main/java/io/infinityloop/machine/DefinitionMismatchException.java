package io.infinityloop.machine;

import io.infinityloop.LoopId;
import io.infinityloop.event.DefinitionRef;
import java.util.List;
import java.util.stream.Stream;

/**
 * A loop runs under other rules than the engine's, and nobody said that it may go on under these.
 *
 * @since 0.1
 */
public final class DefinitionMismatchException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private final transient DefinitionRef found;
    private final transient LoopDefinition expected;

    DefinitionMismatchException(LoopId loop, DefinitionRef found, LoopDefinition expected) {
        super(message(loop, found, expected));
        this.found = found;
        this.expected = expected;
    }

    private static String message(LoopId loop, DefinitionRef found, LoopDefinition expected) {
        List<String> differences = differences(found, expected);
        return "loop " + loop + " runs under " + found + ", this engine has " + expected.ref()
                + (differences.isEmpty() ? "" : ", which differs in: " + String.join("; ", differences))
                + ". Give the engine the definition of the loop, or let the loop go on under the engine's by declaring"
                + " the old definition with LoopEngine.Builder.migrate";
    }

    /** {@return the rules that the loop runs under} */
    public DefinitionRef found() {
        return found;
    }

    /**
     * Returns in what the engine's definition differs from that of the loop, where that one is built in.
     *
     * @return a line for each difference, as of {@link LoopDefinition#differences}; empty if the loop's is not known
     */
    public List<String> differences() {
        return differences(found, expected);
    }

    private static List<String> differences(DefinitionRef found, LoopDefinition expected) {
        return Stream.of(
                        LoopDefinition.ring(),
                        LoopDefinition.delivery(),
                        LoopDefinition.delivery(DeliveryMode.DELIVERY),
                        LoopDefinition.delivery(DeliveryMode.DEPLOYMENT))
                .filter(known -> known.ref().equals(found))
                .findFirst()
                .map(known -> known.differences(expected))
                .orElse(List.of());
    }
}
