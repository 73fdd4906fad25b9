package io.infinityloop.metrics.link;

import io.infinityloop.Labels;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What has releases and deployments of its own: a service, or a separately released component.
 *
 * @param service the service, empty if it is not named
 * @param component the component, empty if there are none
 */
record Scope(String service, String component) implements Comparable<Scope> {
    /** What bears no label that names it. */
    static final Scope UNNAMED = new Scope("", "");

    /** How many labels are accepted. */
    private static final int MOST = 64;

    private static final Set<String> READ =
            Set.of(Labels.BASELINE, Labels.COMPONENT, Labels.REPOSITORY, Labels.SERVICE, Labels.TEAM);

    static Scope of(Labels labels) {
        return new Scope(
                labels.get(Labels.SERVICE).orElse(""),
                labels.get(Labels.COMPONENT).orElse(""));
    }

    /** {@return whether both are of one service, and of one component as far as both name one} */
    boolean covers(Scope other) {
        return service.equals(other.service)
                && (component.equals(other.component) || component.isEmpty() || other.component.isEmpty());
    }

    Labels labels() {
        Labels labels = service.isEmpty() ? Labels.none() : Labels.of(Labels.SERVICE, service);
        return component.isEmpty() ? labels : labels.with(Labels.COMPONENT, component);
    }

    /**
     * Labels and others that count more. Where both together would be too many, those that this library reads stay,
     * then those that count more, then the first by key.
     */
    static Labels united(Labels labels, Labels more) {
        if (labels.isEmpty() || hasAll(labels, more)) {
            return labels.isEmpty() ? more : labels;
        }
        Map<String, String> united = new TreeMap<>(labels.asMap());
        united.putAll(more.asMap());
        if (united.size() > MOST) {
            united.keySet().stream()
                    .sorted(Comparator.<String, Boolean>comparing(key -> !READ.contains(key))
                            .thenComparing(key -> !more.asMap().containsKey(key))
                            .thenComparing(Comparator.naturalOrder()))
                    .skip(MOST)
                    .toList()
                    .forEach(united::remove);
        }
        return Labels.from(united);
    }

    private static boolean hasAll(Labels labels, Labels more) {
        for (Map.Entry<String, String> one : more.asMap().entrySet()) {
            if (!one.getValue().equals(labels.asMap().get(one.getKey()))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int compareTo(Scope other) {
        int byService = service.compareTo(other.service);
        return byService != 0 ? byService : component.compareTo(other.component);
    }
}
