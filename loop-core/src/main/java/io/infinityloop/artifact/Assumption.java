package io.infinityloop.artifact;

import static java.util.Objects.requireNonNull;

import io.infinityloop.internal.Texts;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something that a plan takes for true. MONITOR adds the evidence, for or against.
 *
 * <p>Source: requirement FBK-15.
 *
 * @param statement what is taken for true
 * @param evidence what was found since, in the order in which it was found; empty if nothing
 * @since 0.1
 */
public record Assumption(String statement, List<Evidence> evidence) {
    /**
     * Creates an assumption.
     *
     * @throws IllegalArgumentException if the statement is blank or has more than 100,000 characters
     */
    public Assumption {
        Texts.bounded("assumption", statement, Texts.PROSE_LIMIT);
        evidence = List.copyOf(requireNonNull(evidence, "evidence"));
    }

    /**
     * Returns an assumption without evidence.
     *
     * @param statement what is taken for true
     * @return the assumption
     * @throws IllegalArgumentException if the statement is blank or has more than 100,000 characters
     */
    public static Assumption of(String statement) {
        return new Assumption(statement, List.of());
    }

    /** {@return whether nothing was found for it or against it} */
    public boolean isOpen() {
        return evidence.isEmpty();
    }

    /**
     * Returns this assumption with one more piece of evidence.
     *
     * @param more what was found
     * @return the assumption
     */
    public Assumption with(Evidence more) {
        return new Assumption(
                statement, Stream.concat(evidence.stream(), Stream.of(more)).toList());
    }

    /**
     * Something that speaks for an assumption or against it.
     *
     * @param source where it was found, usually an insight
     * @param bearing which way it points
     * @since 0.1
     */
    public record Evidence(ArtifactRef source, Bearing bearing) {
        /** Creates a piece of evidence. */
        public Evidence {
            requireNonNull(source, "source");
            requireNonNull(bearing, "bearing");
        }
    }

    /**
     * Which way evidence points.
     *
     * @since 0.1
     */
    public enum Bearing {
        /** The assumption holds. */
        FOR,
        /** It does not. */
        AGAINST
    }
}
