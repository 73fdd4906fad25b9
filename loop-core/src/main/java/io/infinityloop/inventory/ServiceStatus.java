package io.infinityloop.inventory;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.Reading;
import io.infinityloop.internal.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a dashboard shows of a service: a few numbers, and how the things that it depends on are doing.
 *
 * <p>Source: requirement OPS-25.
 *
 * @param service the service
 * @param at when this was so
 * @param indicators the numbers, in the order to be shown
 * @param dependencies the health of each thing that it depends on, sorted by name, unmodifiable
 * @since 0.1
 */
public record ServiceStatus(
        String service, Instant at, List<Indicator> indicators, SortedMap<String, Health> dependencies) {
    /**
     * Creates a status.
     *
     * @throws IllegalArgumentException if the service or the name of a dependency is blank or has more than 500
     *     characters
     */
    public ServiceStatus {
        Texts.id("service", service);
        requireNonNull(at, "at");
        indicators = List.copyOf(requireNonNull(indicators, "indicators"));
        SortedMap<String, Health> copy = new TreeMap<>();
        requireNonNull(dependencies, "dependencies")
                .forEach((name, health) -> copy.put(Texts.id("dependency", name), requireNonNull(health, "health")));
        dependencies = Collections.unmodifiableSortedMap(copy);
    }

    /** {@return the worst health among the dependencies; healthy if there are none} */
    public Health worst() {
        return dependencies.values().stream().max(Health::compareTo).orElse(Health.HEALTHY);
    }

    /**
     * Returns the dependencies of one health.
     *
     * @param health the health
     * @return their names, sorted, unmodifiable
     */
    public List<String> dependencies(Health health) {
        requireNonNull(health, "health");
        return dependencies.entrySet().stream()
                .filter(dependency -> dependency.getValue() == health)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** {@return one line for each indicator, and one for the dependencies unless there are none, unmodifiable} */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        indicators.forEach(indicator -> lines.add(indicator.toString()));
        if (!dependencies.isEmpty()) {
            lines.add(dependencies.entrySet().stream()
                    .map(dependency -> dependency.getKey() + " ("
                            + dependency.getValue().name().toLowerCase(Locale.ROOT) + ")")
                    .collect(Collectors.joining(", ", "Dependency health: ", "")));
        }
        return List.copyOf(lines);
    }

    /**
     * One line of numbers.
     *
     * @param name what they are about, for example {@code Latency}
     * @param readings the numbers, at least one; of several each is shown with its name
     * @param target what they should be, in words such as {@code <1%}; empty if nobody said
     * @since 0.1
     */
    public record Indicator(String name, List<Reading.Metric> readings, String target) {
        /**
         * Creates a line.
         *
         * @throws IllegalArgumentException if the name is blank or has more than 500 characters, or there is no number
         */
        public Indicator {
            Texts.id("name", name);
            readings = List.copyOf(requireNonNull(readings, "readings"));
            Texts.idOrEmpty("target", target);
            if (readings.isEmpty()) {
                throw new IllegalArgumentException("indicator " + name + " needs a number");
            }
        }

        /** {@return the line as a dashboard shows it, for example {@code Errors: 0.3% (target: <1%)}} */
        @Override
        public String toString() {
            String numbers = readings.stream()
                    .map(reading -> (readings.size() > 1 ? reading.name() + "=" : "")
                            + reading.value().toPlainString()
                            + reading.unit())
                    .collect(Collectors.joining(", "));
            return name + ": " + numbers + (target.isEmpty() ? "" : " (target: " + target + ")");
        }
    }
}
