package io.infinityloop.metrics.link;

import io.infinityloop.Labels;

/**
 * Where names such as those of tests are unique: the same name elsewhere is another test.
 *
 * @param service the service; empty where nobody said
 * @param component the component; empty where nobody said
 * @param repository the repository; empty where nobody said
 * @since 0.1
 */
public record Home(String service, String component, String repository) {
    /**
     * Returns the home of what a subject names.
     *
     * @param subject the subject
     * @return its home, by its labels
     */
    public static Home of(Subject subject) {
        Labels labels = subject.labels();
        return new Home(
                labels.get(Labels.SERVICE).orElse(""),
                labels.get(Labels.COMPONENT).orElse(""),
                labels.get(Labels.REPOSITORY).orElse(""));
    }
}
