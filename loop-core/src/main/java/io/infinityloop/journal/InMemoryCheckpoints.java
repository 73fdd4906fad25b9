package io.infinityloop.journal;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Checkpoints that live as long as the process. Safe for use by many threads.
 *
 * @since 0.1
 */
public final class InMemoryCheckpoints implements Checkpoints {
    private final Map<String, Long> positions = new ConcurrentHashMap<>();

    private InMemoryCheckpoints() {}

    /** {@return checkpoints of subscriptions that have read nothing} */
    public static InMemoryCheckpoints empty() {
        return new InMemoryCheckpoints();
    }

    @Override
    public long position(String subscription) {
        return positions.getOrDefault(requireNonNull(subscription, "subscription"), 0L);
    }

    @Override
    public void keep(String subscription, long position) {
        positions.put(requireNonNull(subscription, "subscription"), position);
    }
}
