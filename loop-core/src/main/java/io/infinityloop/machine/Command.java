package io.infinityloop.machine;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Stage;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.internal.Texts;
import java.util.List;

/**
 * What somebody asks of a loop. The metadata become those of the event that follows if it is granted.
 *
 * @since 0.1
 */
public sealed interface Command {
    /** {@return id, source, instant, labels and trigger of the request} */
    EventMetadata metadata();

    /**
     * Asks to record artifacts and move on, both or neither.
     *
     * @param metadata id, source, instant, labels and trigger
     * @param to the stage to enter
     * @param artifacts what to record before the move, possibly nothing
     */
    record Advance(EventMetadata metadata, Stage to, List<Artifact> artifacts) implements Command {
        /**
         * Creates the command.
         *
         * @throws IllegalArgumentException if there are artifacts and the id is so long that the ids of the events that
         *     record them, {@code id/1} and so on, have more than 500 characters
         */
        public Advance {
            requireNonNull(metadata, "metadata");
            requireNonNull(to, "to");
            artifacts = List.copyOf(requireNonNull(artifacts, "artifacts"));
            if (!artifacts.isEmpty()) {
                Texts.id("id of the event of the last artifact", RequestIds.part(metadata.id(), artifacts.size()));
            }
        }
    }

    /**
     * Asks to record an artifact and stay.
     *
     * @param metadata id, source, instant, labels and trigger
     * @param artifact what to record
     */
    record Attach(EventMetadata metadata, Artifact artifact) implements Command {
        /** Creates the command. */
        public Attach {
            requireNonNull(metadata, "metadata");
            requireNonNull(artifact, "artifact");
        }
    }

    /**
     * Asks to go back to an earlier stage of the cycle.
     *
     * @param metadata id, source, instant, labels and trigger
     * @param to the stage to enter again
     * @param cause why, not blank
     */
    record ReturnTo(EventMetadata metadata, Stage to, String cause) implements Command {
        /**
         * Creates the command.
         *
         * @throws IllegalArgumentException if the cause is blank or has more than 100,000 characters
         */
        public ReturnTo {
            requireNonNull(metadata, "metadata");
            requireNonNull(to, "to");
            Texts.bounded("cause", cause, Texts.PROSE_LIMIT);
        }
    }

    /**
     * Asks to give the loop up for good.
     *
     * @param metadata id, source, instant, labels and trigger
     * @param reason why, not blank
     */
    record Retire(EventMetadata metadata, String reason) implements Command {
        /**
         * Creates the command.
         *
         * @throws IllegalArgumentException if the reason is blank or has more than 100,000 characters
         */
        public Retire {
            requireNonNull(metadata, "metadata");
            Texts.bounded("reason", reason, Texts.PROSE_LIMIT);
        }
    }
}
