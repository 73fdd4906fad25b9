package io.infinityloop.metrics.link;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.Deployment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Collects the signs that deployments failed, and what deployments were made to put right. Used by one thread.
 *
 * @since 0.1
 */
public final class Signs {
    private static final Comparator<Failure> IN_TIME = Comparator.comparing(Failure::startedAt)
            .thenComparing(Failure::sign)
            .thenComparing(Failure::ref)
            .thenComparing(Failure::linkedBy)
            .thenComparing(Failure::evidence);

    private final Map<Snapshot.Mark, List<Failure>> failures = new HashMap<>();
    private final Map<Snapshot.Mark, SortedSet<String>> remedies = new HashMap<>();
    private final List<Link.Missing> unjoined = new ArrayList<>();

    Signs() {}

    /**
     * Adds a sign that a deployment failed. It counts if the deployment brought a version into production, also one
     * that was taken back.
     *
     * @param deployment the deployment
     * @param failure the sign
     */
    public void failed(Snapshot<Deployment> deployment, Failure failure) {
        List<Failure> all = failures.computeIfAbsent(deployment.mark(), same -> new ArrayList<>(2));
        if (!all.contains(requireNonNull(failure, "failure"))) {
            all.add(failure);
        }
    }

    /**
     * Says what a deployment was made to put right.
     *
     * @param deployment the deployment
     * @param reference the incident or the deployment, as text: {@code incident:INC-1}
     */
    public void remedy(Snapshot<Deployment> deployment, String reference) {
        remedies.computeIfAbsent(deployment.mark(), same -> new TreeSet<>())
                .add(requireNonNull(reference, "reference"));
    }

    /**
     * Lists something that could not be put together.
     *
     * @param reason why, in a few words: {@code roll-back with no deployment before it}
     * @param reference what it is about, such as {@code deployment:d7}
     */
    public void unjoined(String reason, String reference) {
        unjoined.add(new Link.Missing(reason, reference));
    }

    List<Link.Missing> unjoined() {
        return unjoined;
    }

    void addAll(Signs others) {
        others.failures.forEach((mark, found) -> {
            List<Failure> all = failures.computeIfAbsent(mark, same -> new ArrayList<>(2));
            found.stream().filter(failure -> !all.contains(failure)).forEach(all::add);
        });
        others.remedies.forEach((mark, named) ->
                remedies.computeIfAbsent(mark, same -> new TreeSet<>()).addAll(named));
    }

    /** {@return the signs of a deployment in the order of time} */
    List<Failure> of(Snapshot<Deployment> deployment) {
        List<Failure> found = failures.isEmpty() ? null : failures.get(deployment.mark());
        return found == null ? List.of() : found.stream().sorted(IN_TIME).toList();
    }

    /** {@return what a deployment was made to put right, sorted} */
    List<String> remediesOf(Snapshot<Deployment> deployment) {
        SortedSet<String> named = remedies.isEmpty() ? null : remedies.get(deployment.mark());
        return named == null ? List.of() : List.copyOf(named);
    }
}
