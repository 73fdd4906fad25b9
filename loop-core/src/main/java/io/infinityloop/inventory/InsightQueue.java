package io.infinityloop.inventory;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.Aim;
import io.infinityloop.artifact.Insight;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps insights until a plan has room for them, so that a plan takes on no more than it can and nothing is lost.
 *
 * <p>Source: requirements FBK-06 and FBK-08.
 *
 * @param limit how many insights one plan takes, from 1
 * @param waiting the insights that wait, the first to be planned first, each id once
 * @since 0.1
 */
public record InsightQueue(int limit, List<Insight> waiting) {
    /**
     * Creates a queue. Of several snapshots with the same id the last counts, at the place of the first.
     *
     * @throws IllegalArgumentException if the limit is below 1
     */
    public InsightQueue {
        if (limit < 1) {
            throw new IllegalArgumentException("limit " + limit + " for insights in one plan: expected 1 or more");
        }
        Map<String, Insight> byId = new LinkedHashMap<>();
        requireNonNull(waiting, "waiting").forEach(insight -> byId.put(insight.id(), insight));
        waiting = List.copyOf(byId.values());
    }

    /**
     * Returns an empty queue.
     *
     * @param limit how many insights one plan takes, from 1
     * @return the queue
     * @throws IllegalArgumentException if the limit is below 1
     */
    public static InsightQueue withLimit(int limit) {
        return new InsightQueue(limit, List.of());
    }

    /**
     * Returns this queue with more insights at its end. What says that nothing was found is passed over.
     *
     * @param more the insights
     * @return the queue
     */
    public InsightQueue with(Collection<Insight> more) {
        List<Insight> all = new ArrayList<>(waiting);
        more.stream().filter(insight -> !insight.isNothingFound()).forEach(all::add);
        return new InsightQueue(limit, all);
    }

    /**
     * Returns the insights that are known to change one thing.
     *
     * @param target product or process
     * @return the insights in the order of the queue, unmodifiable
     */
    public List<Insight> aimedAt(Aim.Target target) {
        requireNonNull(target, "target");
        return waiting.stream()
                .filter(insight -> insight.aim().target() == target)
                .toList();
    }

    /** {@return what the next plan takes, and what is left} */
    public Taken take() {
        int number = Math.min(limit, waiting.size());
        return new Taken(waiting.subList(0, number), new InsightQueue(limit, waiting.subList(number, waiting.size())));
    }

    /**
     * What a plan takes from the queue.
     *
     * @param planned the insights for the plan, at most as many as the limit
     * @param rest the queue with those that wait for a later plan
     * @since 0.1
     */
    public record Taken(List<Insight> planned, InsightQueue rest) {
        /** Creates it. */
        public Taken {
            planned = List.copyOf(requireNonNull(planned, "planned"));
            requireNonNull(rest, "rest");
        }
    }
}
