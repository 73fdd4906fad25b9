package io.infinityloop.metrics.link;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.Role;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.event.EventKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A plan item, with what became of it.
 *
 * @param item the item as it is now
 * @param plannedAt when it was first written down
 * @param due the day on which it is to be begun or done, see {@link Labels#DUE}; null if nobody said
 * @param roles which roles took part, as texts, see {@link Labels#ROLES}; empty if nobody said
 * @param begunAs the item as it was when its change entered CODE; null if it has not
 * @param begunAt when its change entered CODE; null if it has not
 * @param changedIn the cycles of its loop after the one in which it was first written down and in which its words were
 *     changed; sorted
 * @param labels short facts to split numbers by
 * @param evidence the events that told of it and of its change entering CODE
 * @since 0.1
 */
public record Planned(
        PlanItem item,
        Instant plannedAt,
        @Nullable LocalDate due,
        List<String> roles,
        @Nullable PlanItem begunAs,
        @Nullable Instant begunAt,
        SortedSet<Long> changedIn,
        Labels labels,
        List<EventKey> evidence)
        implements Subject {
    /** Creates a planned item. */
    public Planned {
        requireNonNull(item, "item");
        requireNonNull(plannedAt, "plannedAt");
        roles = List.copyOf(roles);
        changedIn = Collections.unmodifiableSortedSet(new TreeSet<>(changedIn));
        requireNonNull(labels, "labels");
        evidence = List.copyOf(evidence);
    }

    /** {@return whether somebody took part who runs software: {@link Role#OPERATIONS} or {@link Role#DEVOPS_SRE}} */
    public boolean isWithOperations() {
        return roles.stream().anyMatch(Planned::isOperations);
    }

    private static boolean isOperations(String role) {
        try {
            Role known = Role.parse(role);
            return known == Role.OPERATIONS || known == Role.DEVOPS_SRE;
        } catch (IllegalArgumentException own) {
            return false;
        }
    }
}
