package io.infinityloop.webhook;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/** The last deliveries, by their ids. Not safe for use by many threads. */
final class Remembered {
    private final int most;
    private final Set<String> ids = new LinkedHashSet<>();

    Remembered(int most) {
        this.most = most;
    }

    boolean has(String id) {
        return ids.contains(id);
    }

    void add(String id) {
        ids.add(id);
        if (ids.size() > most) {
            Iterator<String> eldest = ids.iterator();
            eldest.next();
            eldest.remove();
        }
    }
}
