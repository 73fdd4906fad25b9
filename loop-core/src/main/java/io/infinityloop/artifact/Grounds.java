package io.infinityloop.artifact;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an insight stands on.
 *
 * <p>Source: requirements ART-24, OBS-20 and FBK-01.
 *
 * @param basis whether there is evidence
 * @param category what the insight is about; null only if there is no evidence
 * @param evidence what was measured: at least one number if the basis is {@link Basis#EVIDENCE}, none otherwise
 * @param trend where things are heading; null if nobody said
 * @since 0.1
 */
public record Grounds(
        Basis basis,
        @Nullable InsightCategory category,
        List<Reading.Metric> evidence,
        @Nullable Trend trend) {
    /** The source tells of an insight and not what it stands on. */
    public static final Grounds UNREPORTED = new Grounds(Basis.UNREPORTED, null, List.of(), null);
    /** Somebody looked and found nothing to act on. */
    public static final Grounds NOTHING_FOUND = new Grounds(Basis.NOTHING_FOUND, null, List.of(), null);

    /**
     * Creates the grounds.
     *
     * @throws IllegalArgumentException if the basis is evidence and there is none, or no category; or the other way
     *     round
     */
    public Grounds {
        requireNonNull(basis, "basis");
        evidence = List.copyOf(requireNonNull(evidence, "evidence"));
        if (basis == Basis.EVIDENCE && evidence.isEmpty()) {
            throw new IllegalArgumentException("an insight needs evidence, at least one number that was measured;"
                    + " who found nothing records that nothing was found");
        }
        if (basis == Basis.EVIDENCE && category == null) {
            throw new IllegalArgumentException(
                    "an insight needs a category, one of " + List.of(InsightCategory.values()));
        }
        if (basis != Basis.EVIDENCE && !evidence.isEmpty()) {
            throw new IllegalArgumentException(
                    evidence.size() + " pieces of evidence for an insight whose basis is " + basis);
        }
    }

    /**
     * Returns grounds with evidence of which nobody said where things are heading.
     *
     * @param category what the insight is about
     * @param evidence what was measured, at least one number
     * @return the grounds
     * @throws IllegalArgumentException if there is no evidence
     */
    public static Grounds of(InsightCategory category, Reading.Metric... evidence) {
        return new Grounds(Basis.EVIDENCE, category, List.of(evidence), null);
    }

    /**
     * Returns these grounds with a trend.
     *
     * @param newTrend where things are heading
     * @return the grounds
     */
    public Grounds with(Trend newTrend) {
        return new Grounds(basis, category, evidence, requireNonNull(newTrend, "trend"));
    }

    /**
     * Whether an insight has evidence.
     *
     * @since 0.1
     */
    public enum Basis {
        /** It has: the grounds hold the numbers. */
        EVIDENCE,
        /** The source does not tell. */
        UNREPORTED,
        /** It says that nothing was found, and needs none. */
        NOTHING_FOUND
    }
}
