package io.infinityloop.metrics.link;

import io.infinityloop.Labels;
import io.infinityloop.event.EventKey;
import java.util.List;

/**
 * Something that a metric counts or measures: a change, a release, a deployment, a visit of a stage. Self-contained: a
 * metric needs nothing else to use it. Immutable.
 *
 * <p>Open for subjects of your own.
 *
 * @since 0.1
 */
public interface Subject {
    /** {@return short facts to split numbers by} */
    Labels labels();

    /** {@return the events that the subject was made from, without duplicates} */
    List<EventKey> evidence();
}
