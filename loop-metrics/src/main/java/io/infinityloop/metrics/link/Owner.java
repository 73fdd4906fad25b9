package io.infinityloop.metrics.link;

import io.infinityloop.event.EventKey;

/**
 * A delivery as that of a commit.
 *
 * @param delivery the delivery
 * @param snapshot what told of it
 * @param evidence the name of the event
 */
record Owner(Delivery delivery, Snapshot<?> snapshot, EventKey evidence) {
    Owner(Delivery delivery, Snapshot<?> snapshot) {
        this(delivery, snapshot, snapshot.evidence());
    }
}
