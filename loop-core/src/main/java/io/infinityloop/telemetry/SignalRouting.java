package io.infinityloop.telemetry;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.internal.Texts;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which role owns which service, and so hears what its telemetry says.
 *
 * <p>Source: requirement OBS-24.
 *
 * @param owners the role of each service, by the name of the service, sorted; a role such as {@code payment-team},
 *     never a person
 * @since 0.1
 */
public record SignalRouting(SortedMap<String, String> owners) {
    /**
     * Creates a routing.
     *
     * @throws IllegalArgumentException if a service or a role is blank or has more than 500 characters
     */
    public SignalRouting {
        SortedMap<String, String> copy = new TreeMap<>();
        requireNonNull(owners, "owners")
                .forEach((service, role) -> copy.put(Texts.id("service", service), Texts.id("role", role)));
        owners = Collections.unmodifiableSortedMap(copy);
    }

    /**
     * Says who is to hear of a signal.
     *
     * @param signal an alert, a measurement, an incident or the like; its {@linkplain Labels#SERVICE label}
     *     {@code service} says what it is about
     * @return the role that owns the service, or that there is none
     */
    public SignalRoute route(Artifact signal) {
        String service = signal.labels().get(Labels.SERVICE).orElse("");
        String role = owners.get(service);
        return role != null
                ? new SignalRoute.ToOwner(signal.ref(), service, role)
                : new SignalRoute.NoOwner(signal.ref(), service);
    }
}
