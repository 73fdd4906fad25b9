/** A tool on the module path. */
module com.example.modular {
    requires io.infinityloop.metrics;
    requires com.fasterxml.jackson.core;

    provides io.infinityloop.metrics.MetricProvider with
            com.example.OwnMetrics;
}
