package com.acme;

import io.infinityloop.metrics.DerivedMetric;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricProfile;
import io.infinityloop.metrics.MetricProvider;
import io.infinityloop.metrics.Metrics;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.link.Released;
import java.util.Collection;
import java.util.List;

/** Providers that cannot be used, and two that can. */
public final class Unusable {
    private Unusable() {}

    private static List<MetricCalculator<?, ?>> metric(String id, String... aliases) {
        MetricDefinition definition = new MetricDefinition(
                        id, "Sizes", "Sizes.", "releases", Unit.COUNT, MetricDefinition.Direction.NEUTRAL, "test")
                .with(MetricProfile.PLAIN.alias(aliases));
        return List.of(Metrics.count(definition, Released.class, one -> new Place.At(one.at())));
    }

    public static final class Fine implements MetricProvider {
        @Override
        public Collection<MetricCalculator<?, ?>> metrics() {
            return metric("acme.fine");
        }
    }

    /** Comes after {@link Fine}. */
    public static final class SameId implements MetricProvider {
        @Override
        public Collection<MetricCalculator<?, ?>> metrics() {
            return metric("acme.fine");
        }
    }

    public static final class AliasOfTheLibrary implements MetricProvider {
        @Override
        public Collection<MetricCalculator<?, ?>> metrics() {
            return metric("acme.restore", "MTTR");
        }
    }

    public static final class NotCreated implements MetricProvider {
        public NotCreated() {
            throw new IllegalStateException("no licence");
        }

        @Override
        public Collection<MetricCalculator<?, ?>> metrics() {
            return List.of();
        }
    }

    public static final class Throwing implements MetricProvider {
        @Override
        public Collection<MetricCalculator<?, ?>> metrics() {
            throw new NoClassDefFoundError("acme/Gone");
        }
    }

    public static final class GivingNull implements MetricProvider {
        @Override
        public Collection<MetricCalculator<?, ?>> metrics() {
            return List.of();
        }

        @Override
        @SuppressWarnings("NullAway")
        public Collection<DerivedMetric> derivedMetrics() {
            return null;
        }
    }
}
