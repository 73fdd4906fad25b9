package io.infinityloop.telemetry;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.Measurement;
import io.infinityloop.internal.Texts;
import java.util.List;

/**
 * What the lines of a log say.
 *
 * <p>Source: requirement OBS-09.
 *
 * @param measurements one for each line that could be read, in their order
 * @param rejected the other lines, in their order
 * @since 0.1
 */
public record ParsedLog(List<Measurement> measurements, List<Rejected> rejected) {
    /** Creates what the lines of a log say. */
    public ParsedLog {
        measurements = List.copyOf(requireNonNull(measurements, "measurements"));
        rejected = List.copyOf(requireNonNull(rejected, "rejected"));
    }

    /**
     * A line that could not be read.
     *
     * @param line its number, 1 for the first
     * @param problem what was expected
     * @since 0.1
     */
    public record Rejected(int line, String problem) {
        /**
         * Creates what is said of a line.
         *
         * @throws IllegalArgumentException if the number is below 1, or the problem is blank or too long
         */
        public Rejected {
            if (line < 1) {
                throw new IllegalArgumentException("line " + line + ": lines count from 1");
            }
            Texts.bounded("problem", problem, Texts.PROSE_LIMIT);
        }
    }
}
