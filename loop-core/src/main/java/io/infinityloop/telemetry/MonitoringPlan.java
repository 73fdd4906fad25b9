package io.infinityloop.telemetry;

import static java.util.Objects.requireNonNull;

import io.infinityloop.internal.Texts;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What is watched of which services.
 *
 * <p>Source: requirement OBS-22.
 *
 * @param services the services that should be watched
 * @param metrics the metrics that are
 * @since 0.1
 */
public record MonitoringPlan(List<String> services, List<MonitoredMetric> metrics) {
    /**
     * Creates a plan.
     *
     * @throws IllegalArgumentException if a service is blank or has more than 500 characters
     */
    public MonitoringPlan {
        services = Texts.ids("service", services);
        metrics = List.copyOf(requireNonNull(metrics, "metrics"));
    }

    /** {@return each kind in which a service is not watched, service by service, in the order of the kinds} */
    public List<Unwatched> gaps() {
        return services.stream()
                .distinct()
                .flatMap(service -> missing(service).stream().map(kind -> new Unwatched(service, kind)))
                .toList();
    }

    private Set<MonitoredKind> missing(String service) {
        Set<MonitoredKind> missing = EnumSet.allOf(MonitoredKind.class);
        metrics.stream()
                .filter(metric -> metric.service().equals(service))
                .forEach(metric -> missing.remove(metric.kind()));
        return missing;
    }

    /**
     * A service that is not watched in one way.
     *
     * @param service the service
     * @param kind what is not watched of it
     * @since 0.1
     */
    public record Unwatched(String service, MonitoredKind kind) {
        /**
         * Creates a gap.
         *
         * @throws IllegalArgumentException if the service is blank or has more than 500 characters
         */
        public Unwatched {
            Texts.id("service", service);
            requireNonNull(kind, "kind");
        }

        /** {@return one sentence for people: what is missing} */
        public String message() {
            return "service " + service + " has no " + kind + " metric: expected at least one";
        }
    }
}
