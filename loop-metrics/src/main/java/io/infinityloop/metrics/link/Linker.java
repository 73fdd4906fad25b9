package io.infinityloop.metrics.link;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Puts together what belongs together: a pure function of facts and an instant.
 *
 * <p>Only events at or before the instant count, and they are left out before the latest snapshot of each artifact is
 * chosen: the result is what was known then.
 *
 * <p>A release or deployment contains a commit if its lineage leads there: directly, through a release, a build or
 * another artifact, or through the parents of a commit; not through parents where the label {@link Labels#CONTENTS}
 * says that the commits are listed. Within a scope (the labels {@link Labels#SERVICE} and {@link Labels#COMPONENT}) a
 * commit belongs to the first release, and to the first successful production deployment, that contains it; a
 * deployment that did not succeed delivers nothing, and what it held goes to the next one. What bears neither label is
 * of the scope of what it delivers; a scope that only releases and one that only deploys a commit are one. A release or
 * deployment with the label {@link Labels#BASELINE} holds the history before measuring began. What a lineage names and
 * nobody recorded is listed as unjoined.
 *
 * <p>The first deployment of a scope delivers what its lineage leads to; the parents of those commits are history from
 * before measuring began, unless the linker is told otherwise. A roll-back delivers nothing new. A deployment that
 * names another one into production does not contain it.
 *
 * <p>An incident is put down to deployments by the first {@link LinkStrategy} that knows one, and each deployment has
 * the signs of its failure that the {@link FailureEvidence} finds.
 *
 * <p>A linker is immutable and safe for use by many threads. A strategy, an evidence or a producer of your own that
 * throws gives nothing, and is listed as unjoined.
 *
 * @since 0.1
 */
public final class Linker {
    private static final Linker STANDARD = builder().build();

    private final Options options;
    private final List<SubjectProducer> producers;

    private Linker(Options options, List<SubjectProducer> producers) {
        this.options = options;
        this.producers = producers;
    }

    /** What a linker was told. */
    record Options(
            List<LinkStrategy> strategies,
            Duration horizon,
            List<FailureEvidence> evidence,
            EnvironmentRule environments,
            ScopeMap scopes,
            boolean historyIsBaseline) {}

    /** {@return the linker with everything as it is unless somebody says otherwise} */
    public static Linker standard() {
        return STANDARD;
    }

    /** {@return a builder of a linker with choices of your own} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Derives the subjects of facts as they were known at an instant, with the {@linkplain #standard() standard}
     * linker.
     *
     * @param facts the facts
     * @param asOf the last instant whose events count
     * @return the subjects, and what could not be joined
     */
    public static Derived derive(Facts facts, Instant asOf) {
        return STANDARD.link(facts, asOf);
    }

    /**
     * Derives the subjects of facts as they were known at an instant, also those that plug-ins make, with the
     * {@linkplain #standard() standard} linker.
     *
     * @param facts the facts
     * @param asOf the last instant whose events count
     * @param more makes further subjects; one that throws gives none, and is listed as unjoined
     * @return the subjects, and what could not be joined
     */
    public static Derived derive(Facts facts, Instant asOf, Collection<? extends SubjectProducer> more) {
        return STANDARD.link(facts, asOf, more);
    }

    /**
     * Derives the subjects of facts as they were known at an instant.
     *
     * @param facts the facts
     * @param asOf the last instant whose events count
     * @return the subjects, and what could not be joined
     */
    public Derived link(Facts facts, Instant asOf) {
        return link(facts, asOf, List.of());
    }

    /**
     * Derives the subjects of facts as they were known at an instant, also those that plug-ins make.
     *
     * @param facts the facts
     * @param asOf the last instant whose events count
     * @param more makes further subjects, after the producers of this linker; one that throws gives none, and is listed
     *     as unjoined
     * @return the subjects, and what could not be joined
     */
    public Derived link(Facts facts, Instant asOf, Collection<? extends SubjectProducer> more) {
        List<SubjectProducer> plugIns = new ArrayList<>(producers);
        plugIns.addAll(more);
        return new Linking(options, facts.upTo(asOf), asOf).derive(plugIns);
    }

    /**
     * Collects the choices of a linker.
     *
     * @since 0.1
     */
    public static final class Builder {
        private static final Duration DAY = Duration.ofHours(24);

        private final List<SubjectProducer> producers = new ArrayList<>();
        private List<LinkStrategy> strategies = LinkStrategy.STANDARD;
        private Duration horizon = DAY;
        private List<FailureEvidence> evidence = FailureEvidence.STANDARD;
        private EnvironmentRule environments = EnvironmentRule.AS_RECORDED;
        private ScopeMap scopes = ScopeMap.none();
        private boolean historyIsBaseline = true;

        private Builder() {}

        /**
         * Says how incidents find the deployments that caused them.
         *
         * @param ordered the strategies, the one to ask first first; none if no incident is to be put down to a
         *     deployment
         * @return this builder
         * @throws IllegalArgumentException if two have one name, or a name is blank
         */
        public Builder strategies(LinkStrategy... ordered) {
            Set<String> names = new HashSet<>();
            for (LinkStrategy strategy : ordered) {
                String name = strategy.name();
                if (name.isBlank()) {
                    throw new IllegalArgumentException(
                            "link strategy " + strategy.getClass().getName()
                                    + " has a blank name, expected one that stands with its links");
                }
                if (!names.add(name)) {
                    throw new IllegalArgumentException(
                            "two link strategies have the name " + name + ", expected a name of its own for each");
                }
            }
            strategies = List.of(ordered);
            return this;
        }

        /**
         * Says how long after a deployment something is put down to it for no other reason than time.
         *
         * @param longest the longest time, more than zero; 24 hours unless it is said
         * @return this builder
         * @throws IllegalArgumentException if it is zero or negative
         */
        public Builder horizon(Duration longest) {
            if (longest.isZero() || longest.isNegative()) {
                throw new IllegalArgumentException("horizon is " + longest + ", expected more than zero such as PT24H");
            }
            horizon = longest;
            return this;
        }

        /**
         * Says what counts as a sign that a deployment failed.
         *
         * @param counting the evidence; none if no deployment is to have failed
         * @return this builder
         */
        public Builder evidence(FailureEvidence... counting) {
            evidence = List.of(counting);
            return this;
        }

        /**
         * Says which deployments are into production.
         *
         * @param rule the rule
         * @return this builder
         */
        public Builder environments(EnvironmentRule rule) {
            environments = requireNonNull(rule, "rule");
            return this;
        }

        /**
         * Says which services come from which repository.
         *
         * @param map the map
         * @return this builder
         */
        public Builder scopes(ScopeMap map) {
            scopes = requireNonNull(map, "map");
            return this;
        }

        /**
         * Says whether the parents of what the first deployment of a scope names are history from before measuring
         * began, whose age says nothing.
         *
         * @param isBaseline whether they are; true unless it is said
         * @return this builder
         */
        public Builder historyIsBaseline(boolean isBaseline) {
            historyIsBaseline = isBaseline;
            return this;
        }

        /**
         * Adds a producer of subjects of your own; it sees what the library's own subjects are made of.
         *
         * @param producer the producer
         * @return this builder
         */
        public Builder producer(SubjectProducer producer) {
            producers.add(requireNonNull(producer, "producer"));
            return this;
        }

        /** {@return the linker} */
        public Linker build() {
            return new Linker(
                    new Options(strategies, horizon, evidence, environments, scopes, historyIsBaseline),
                    List.copyOf(producers));
        }
    }
}
