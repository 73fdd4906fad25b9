package io.infinityloop.gate;

import io.infinityloop.Labels;
import io.infinityloop.artifact.OutcomeGoal;
import io.infinityloop.artifact.PlanBrief;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.artifact.PullRequest;
import io.infinityloop.internal.Texts;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a reviewer asks of a change that is to make something faster: by which metrics will it be seen to work? A change
 * says that it is one by the {@linkplain Labels#INTENT label} {@code intent=performance}; others are not asked. Its
 * metrics are the signals and the goals of its plan items, whatever their case.
 *
 * <p>Source: requirement GATE-15.
 *
 * @param metrics the names of the metrics that must be among them
 * @since 0.1
 */
public record ObservabilityCheck(List<String> metrics) {
    /** The intent of a change that is to make something faster. */
    public static final String PERFORMANCE = "performance";

    /** What is asked of a change that caches something. */
    public static final ObservabilityCheck CACHE = new ObservabilityCheck(
            List.of("cache hit rate", "cache miss rate", "duration p50", "duration p95", "duration p99"));

    /**
     * Creates a check.
     *
     * @throws IllegalArgumentException if a name is blank or has more than 500 characters
     */
    public ObservabilityCheck {
        metrics = Texts.ids("metrics", metrics);
    }

    /**
     * Judges a change.
     *
     * @param request the change
     * @param items the plan items that it serves, possibly none
     * @return what it does not say, empty if nothing is missing or the change is no such change
     */
    public Optional<UnwatchedChange> judge(PullRequest request, Collection<PlanItem> items) {
        if (request.labels().get(Labels.INTENT).filter(PERFORMANCE::equals).isEmpty()) {
            return Optional.empty();
        }
        Set<String> named = new TreeSet<>();
        for (PlanItem item : items) {
            item.brief().signals().stream().map(PlanBrief.Signal::measure).forEach(name -> named.add(folded(name)));
            item.brief().goals().stream().map(OutcomeGoal::metric).forEach(name -> named.add(folded(name)));
        }
        List<String> missing = metrics.stream()
                .filter(metric -> !named.contains(folded(metric)))
                .toList();
        return missing.isEmpty() ? Optional.empty() : Optional.of(new UnwatchedChange(request.ref(), missing));
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
