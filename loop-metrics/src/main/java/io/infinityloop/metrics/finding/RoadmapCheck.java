package io.infinityloop.metrics.finding;

import static java.util.Objects.requireNonNull;

import io.infinityloop.metrics.link.BuildRun;
import io.infinityloop.metrics.link.Change;
import io.infinityloop.metrics.link.ExposureRun;
import io.infinityloop.metrics.link.FiredAlert;
import io.infinityloop.metrics.link.IncidentCase;
import io.infinityloop.metrics.link.Subject;
import io.infinityloop.metrics.link.TelemetrySample;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How far a team has come on a roadmap of phases: the current phase is the first that is not complete. It is advice and
 * limits nothing.
 *
 * <p>Source: requirement CAT-20.
 *
 * @param phases the phases, in order, at least one
 * @since 0.1
 */
public record RoadmapCheck(List<Phase> phases) {
    /**
     * Creates a check.
     *
     * @throws IllegalArgumentException if there is no phase
     */
    public RoadmapCheck {
        phases = List.copyOf(phases);
        if (phases.isEmpty()) {
            throw new IllegalArgumentException("a roadmap has at least one phase");
        }
    }

    /**
     * A phase of a roadmap.
     *
     * @param id its id
     * @param items the ids of what is to be there, in order
     * @since 0.1
     */
    public record Phase(String id, List<String> items) {
        /** Creates a phase. */
        public Phase {
            requireNonNull(id, "id");
            items = List.copyOf(items);
        }
    }

    /**
     * How far a team has come.
     *
     * @param current the number of the first phase that is not complete, from 1; one more than there are phases if all
     *     are
     * @param missing the ids of what the current phase still asks for, in order; empty if all phases are complete
     * @since 0.1
     */
    public record Standing(int current, List<String> missing) {
        /** Creates a standing. */
        public Standing {
            missing = List.copyOf(missing);
        }
    }

    /**
     * Returns how far a team has come.
     *
     * @param done the ids of what is there: answered with yes, or {@linkplain #seen seen} in event data
     * @return the standing
     */
    public Standing standing(Set<String> done) {
        for (int i = 0; i < phases.size(); i++) {
            List<String> missing = phases.get(i).items().stream()
                    .filter(item -> !done.contains(item))
                    .toList();
            if (!missing.isEmpty()) {
                return new Standing(i + 1, missing);
            }
        }
        return new Standing(phases.size() + 1, List.of());
    }

    /**
     * Returns which items of the catalogue's roadmap can be seen in event data. Most cannot: that nothing is seen of one
     * is no proof that it is not there.
     *
     * @param subjects the subjects
     * @return the ids of the items, sorted, unmodifiable
     */
    public static SortedSet<String> seen(Collection<? extends Subject> subjects) {
        SortedSet<String> seen = new TreeSet<>();
        for (Subject subject : subjects) {
            if (subject instanceof Change) {
                seen.add("phase-foundation-version-control");
            } else if (subject instanceof BuildRun) {
                seen.add("phase-foundation-pipelines");
            } else if (subject instanceof TelemetrySample) {
                seen.add("phase-foundation-first-measures");
            } else if (subject instanceof FiredAlert) {
                seen.add("phase-optimization-alerts");
            } else if (subject instanceof ExposureRun) {
                seen.add("phase-innovation-flags-and-canaries");
            } else if (subject instanceof IncidentCase one
                    && one.incident().response().postMortem() != null) {
                seen.add("phase-innovation-blameless-reviews");
            }
        }
        return Collections.unmodifiableSortedSet(seen);
    }
}
