package io.infinityloop.metrics.finding;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Stage;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says what a detector looks for. Begin with {@link #builder}.
 *
 * <p>Source: requirement ANTI-00.
 *
 * @param id the unique name, lower-case and dotted: {@code finding.long-lived-branch}; {@code finding.} is reserved for
 *     the library
 * @param name the name for people: {@code Long-lived branch}
 * @param antiPatterns the ids of the cards of the catalogue that it finds; empty for what the catalogue does not teach
 * @param stage the stage that it is about; null for the loop as a whole
 * @param severity how much it matters
 * @param needs what it looks at, as a plural that fits behind "no": {@code branches}
 * @param remedy what to do instead, in a sentence or two
 * @param options what can be chosen, with its default, by name; sorted by name, unmodifiable
 * @param source where it comes from
 * @since 0.1
 */
public record DetectorDefinition(
        String id,
        String name,
        List<String> antiPatterns,
        @Nullable Stage stage,
        Severity severity,
        String needs,
        String remedy,
        SortedMap<String, String> options,
        String source) {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z0-9][a-z0-9-]*)+");

    /**
     * Creates a definition.
     *
     * @throws IllegalArgumentException if the id is not lower-case and dotted, or a text is blank
     */
    public DetectorDefinition {
        if (!ID.matcher(requireNonNull(id, "id")).matches()) {
            throw new IllegalArgumentException(
                    "detector id '" + id + "' is not lower-case and dotted such as 'acme.huge-review'");
        }
        notBlank("name", name);
        antiPatterns = List.copyOf(antiPatterns);
        antiPatterns.forEach(card -> notBlank("anti-pattern id", card));
        requireNonNull(severity, "severity");
        notBlank("subjects", needs);
        notBlank("remedy", remedy);
        notBlank("source", source);
        options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
    }

    private static void notBlank(String what, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("the " + what + " of a detector must not be blank");
        }
    }

    /**
     * How much a finding matters.
     *
     * @since 0.1
     */
    public enum Severity {
        /** It can do harm to those who use the software. */
        RISK,
        /** It costs time or quality. */
        WARNING,
        /** Worth a look: it may be meant to be so. */
        ADVICE
    }

    /**
     * Returns a builder of a definition; severity is {@link Severity#WARNING} and the stage the whole loop unless
     * something else is said.
     *
     * @param id the unique name, lower-case and dotted
     * @param name the name for people
     * @return the builder
     */
    public static Builder builder(String id, String name) {
        return new Builder(requireNonNull(id, "id"), requireNonNull(name, "name"));
    }

    /**
     * Gathers what a definition needs: at least what it looks at, a remedy and a source. Not safe for use by many
     * threads.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final String id;
        private final String name;
        private final SortedMap<String, String> options = new TreeMap<>();
        private List<String> antiPatterns = List.of();
        private @Nullable Stage stage;
        private Severity severity = Severity.WARNING;
        private String needs = "";
        private String remedy = "";
        private String source = "";

        private Builder(String id, String name) {
            this.id = id;
            this.name = name;
        }

        /**
         * Sets the cards of the catalogue that it finds.
         *
         * @param cards the ids
         * @return this builder
         */
        public Builder antiPatterns(String... cards) {
            antiPatterns = List.of(cards);
            return this;
        }

        /**
         * Sets the stage that it is about.
         *
         * @param about the stage
         * @return this builder
         */
        public Builder stage(Stage about) {
            stage = requireNonNull(about, "stage");
            return this;
        }

        /**
         * Sets how much it matters.
         *
         * @param weight the severity
         * @return this builder
         */
        public Builder severity(Severity weight) {
            severity = requireNonNull(weight, "severity");
            return this;
        }

        /**
         * Sets what it looks at.
         *
         * @param plural fits behind "no": {@code branches}
         * @return this builder
         */
        public Builder needs(String plural) {
            needs = requireNonNull(plural, "needs");
            return this;
        }

        /**
         * Sets what to do instead.
         *
         * @param text a sentence or two
         * @return this builder
         */
        public Builder remedy(String text) {
            remedy = requireNonNull(text, "remedy");
            return this;
        }

        /**
         * Adds an option.
         *
         * @param option its name
         * @param meaning what the choice means, with its default and who says so
         * @return this builder
         */
        public Builder option(String option, String meaning) {
            options.put(requireNonNull(option, "option"), requireNonNull(meaning, "meaning"));
            return this;
        }

        /**
         * Sets where it comes from.
         *
         * @param document the document or requirement
         * @return this builder
         */
        public Builder source(String document) {
            source = requireNonNull(document, "source");
            return this;
        }

        /**
         * Returns the definition.
         *
         * @return the definition
         * @throws IllegalArgumentException if the id is not lower-case and dotted, or a text is missing
         */
        public DetectorDefinition build() {
            return new DetectorDefinition(id, name, antiPatterns, stage, severity, needs, remedy, options, source);
        }
    }
}
