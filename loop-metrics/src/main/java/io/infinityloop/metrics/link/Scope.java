package io.infinityloop.metrics.link;

import io.infinityloop.Labels;

/**
 * What has releases and deployments of its own: a service, or a separately released component.
 *
 * @param service the service, empty if it is not named
 * @param component the component, empty if there are none
 */
record Scope(String service, String component) implements Comparable<Scope> {
    static Scope of(Labels labels) {
        return new Scope(
                labels.get(Labels.SERVICE).orElse(""),
                labels.get(Labels.COMPONENT).orElse(""));
    }

    Labels labels() {
        Labels labels = service.isEmpty() ? Labels.none() : Labels.of(Labels.SERVICE, service);
        return component.isEmpty() ? labels : labels.with(Labels.COMPONENT, component);
    }

    @Override
    public int compareTo(Scope other) {
        int byService = service.compareTo(other.service);
        return byService != 0 ? byService : component.compareTo(other.component);
    }
}
