package io.infinityloop.telemetry;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.internal.Texts;

/**
 * Who is to hear of a signal.
 *
 * <p>The hierarchy is closed.
 *
 * <p>Source: requirement OBS-24.
 *
 * @since 0.1
 */
public sealed interface SignalRoute {
    /** {@return the signal} */
    ArtifactRef signal();

    /** {@return the service that it is about; empty if it does not say} */
    String service();

    /**
     * A role owns the service.
     *
     * @param signal the signal
     * @param service the service that it is about
     * @param role who is to hear of it
     * @since 0.1
     */
    record ToOwner(ArtifactRef signal, String service, String role) implements SignalRoute {
        /**
         * Creates a route.
         *
         * @throws IllegalArgumentException if the service or the role is blank or too long
         */
        public ToOwner {
            requireNonNull(signal, "signal");
            Texts.bounded("service", service, 1_000);
            Texts.id("role", role);
        }
    }

    /**
     * Nobody owns the service, or the signal does not say which one it is about: nobody would hear of it.
     *
     * @param signal the signal
     * @param service the service that it is about; empty if it does not say
     * @since 0.1
     */
    record NoOwner(ArtifactRef signal, String service) implements SignalRoute {
        /**
         * Creates a finding.
         *
         * @throws IllegalArgumentException if the service has more than 100,000 characters
         */
        public NoOwner {
            requireNonNull(signal, "signal");
            Texts.prose("service", service);
        }

        /** {@return one sentence for people: what is missing} */
        public String message() {
            return service.isEmpty()
                    ? signal + " does not say which service it is about: expected the label service"
                    : "service " + service + " has no owner who could hear of " + signal + ": name a role";
        }
    }
}
