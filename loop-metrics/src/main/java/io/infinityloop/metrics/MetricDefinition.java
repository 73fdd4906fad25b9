package io.infinityloop.metrics;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says what a metric is.
 *
 * @param id the unique name, lower-case and dotted: {@code delivery.release-frequency}; a variant has its own name
 *     behind an {@code @}: {@code dora.change-lead-time@devlake}
 * @param name the name for people: {@code Release frequency}
 * @param purpose what it tells and how it is computed, in a sentence or two
 * @param needs what it is computed from, as a plural that fits behind "no": {@code releases}
 * @param unit what its number counts
 * @param direction which way is better
 * @param source where the definition comes from
 * @param profile what else there is to know: other names, formula, target, who looks at it
 * @since 0.1
 */
public record MetricDefinition(
        String id,
        String name,
        String purpose,
        String needs,
        Unit unit,
        Direction direction,
        String source,
        MetricProfile profile) {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z0-9][a-z0-9-]*)+(@[a-z0-9][a-z0-9.-]*)?");

    /**
     * Creates a definition.
     *
     * @throws IllegalArgumentException if the id is not lower-case and dotted, a text is blank, or the target cannot be
     *     compared with the unit
     */
    public MetricDefinition {
        if (!ID.matcher(requireNonNull(id, "id")).matches()) {
            throw new IllegalArgumentException(
                    "metric id '" + id + "' is not lower-case and dotted such as 'acme.review-time'");
        }
        notBlank("name", name);
        notBlank("purpose", purpose);
        notBlank("needs", needs);
        notBlank("source", source);
        requireNonNull(unit, "unit");
        requireNonNull(direction, "direction");
        requireNonNull(profile, "profile");
        if (profile.target() != null) {
            requireComparable(id, unit, profile.target());
        }
    }

    /** Refuses a target that can never be compared with the values of this metric. */
    void requireComparable(Target target) {
        requireComparable(id, unit, target);
    }

    /** Refuses a result of another metric or in another unit: it could not be held against anything. */
    MetricResult own(@Nullable MetricResult result) {
        if (result == null) {
            throw new IllegalStateException("result() gave null");
        }
        if (!result.definition().equals(id)) {
            throw new IllegalStateException(
                    "result() gave a result of '" + result.definition() + "', expected one of '" + id + "'");
        }
        if (result instanceof MetricResult.Value value && value.headline().unit() != unit) {
            throw new IllegalStateException(
                    "result() gave a value in " + value.headline().unit() + ", expected one in " + unit);
        }
        return result;
    }

    private static void requireComparable(String id, Unit unit, Target target) {
        Unit other = target.limit().value().unit();
        if (other.dimension() != unit.dimension()) {
            throw new IllegalArgumentException("metric '" + id + "' is in " + unit + ", but its target is in " + other
                    + ": give a target of the dimension " + unit.dimension());
        }
    }

    /**
     * Creates a definition with a {@linkplain MetricProfile#PLAIN plain profile}.
     *
     * @param id the unique name, lower-case and dotted
     * @param name the name for people
     * @param purpose what it tells and how it is computed
     * @param needs what it is computed from, as a plural that fits behind "no"
     * @param unit what its number counts
     * @param direction which way is better
     * @param source where the definition comes from
     * @throws IllegalArgumentException if the id is not lower-case and dotted, or a text is blank
     */
    public MetricDefinition(
            String id, String name, String purpose, String needs, Unit unit, Direction direction, String source) {
        this(id, name, purpose, needs, unit, direction, source, MetricProfile.PLAIN);
    }

    /**
     * Returns this definition with another profile.
     *
     * @param newProfile what else there is to know
     * @return the definition
     */
    public MetricDefinition with(MetricProfile newProfile) {
        return new MetricDefinition(id, name, purpose, needs, unit, direction, source, newProfile);
    }

    /**
     * Returns a variant: the same metric by another rule. Its id is that of the metric, an {@code @} and the variant's
     * name, so that a value always says by which rule it was computed.
     *
     * @param variant the name, lower-case: {@code devlake}, {@code mean}
     * @param newPurpose what it tells and how it is computed
     * @param newSource where the rule comes from
     * @return the definition
     * @throws IllegalArgumentException if the name is not lower-case, or a text is blank
     */
    public MetricDefinition variant(String variant, String newPurpose, String newSource) {
        String newId = variant.isEmpty() ? metric() : metric() + "@" + variant;
        return new MetricDefinition(newId, name, newPurpose, needs, unit, direction, newSource, profile);
    }

    /** {@return the id without the name of a variant} */
    public String metric() {
        int at = id.indexOf('@');
        return at < 0 ? id : id.substring(0, at);
    }

    private static void notBlank(String what, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("the " + what + " of a metric must not be blank");
        }
    }

    /**
     * Which way is better.
     *
     * @since 0.1
     */
    public enum Direction {
        /** More is better. */
        HIGHER_IS_BETTER,
        /** Less is better. */
        LOWER_IS_BETTER,
        /** Neither is better as such. */
        NEUTRAL
    }
}
