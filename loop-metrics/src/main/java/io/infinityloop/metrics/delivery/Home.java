package io.infinityloop.metrics.delivery;

import io.infinityloop.Labels;
import io.infinityloop.metrics.link.Subject;

/** Where names such as those of tests are unique: texts are empty where nobody said. */
record Home(String service, String component, String repository) {
    static Home of(Subject subject) {
        Labels labels = subject.labels();
        return new Home(
                labels.get(Labels.SERVICE).orElse(""),
                labels.get(Labels.COMPONENT).orElse(""),
                labels.get(Labels.REPOSITORY).orElse(""));
    }
}
