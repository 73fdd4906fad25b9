package io.infinityloop.metrics.link;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.event.EventKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of planned work that pays technical debt back: a plan item with the label {@value #AREA}.
 *
 * @param id the id of the plan item
 * @param area what the debt is in, such as {@code code}, {@code tests}, {@code pipelines}, {@code infrastructure}
 * @param openedAt when it was planned
 * @param closedAt since when it is done or given up; null while it is not
 * @param labels short facts to split numbers by
 * @param evidence the event that told of it, and the one that closed it
 * @since 0.1
 */
public record DebtItem(
        String id, String area, Instant openedAt, @Nullable Instant closedAt, Labels labels, List<EventKey> evidence)
        implements Subject {
    /** The key of the label that says what the debt is in. */
    public static final String AREA = "debt";

    /**
     * Creates an item.
     *
     * @throws NullPointerException if anything but {@code closedAt} is null
     */
    public DebtItem {
        requireNonNull(id, "id");
        requireNonNull(area, "area");
        requireNonNull(openedAt, "openedAt");
        requireNonNull(labels, "labels");
        evidence = List.copyOf(evidence);
    }
}
