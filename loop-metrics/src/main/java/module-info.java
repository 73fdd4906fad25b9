/**
 * Delivery metrics of the Infinity Loop, as plug-ins.
 *
 * <p>Read {@link io.infinityloop.metrics} first, then {@link io.infinityloop.metrics.link}. The metrics themselves are
 * in {@link io.infinityloop.metrics.dora}, {@link io.infinityloop.metrics.flow} and
 * {@link io.infinityloop.metrics.delivery}, detectors of bad habits in {@link io.infinityloop.metrics.finding};
 * {@link io.infinityloop.metrics.report} shows them, and only it needs Jackson. Whoever writes metrics of their own
 * checks them with {@link io.infinityloop.metrics.testing}.
 */
module io.infinityloop.metrics {
    requires static transitive org.jspecify;
    requires transitive io.infinityloop;
    requires org.slf4j;
    requires static com.fasterxml.jackson.core;

    exports io.infinityloop.metrics;
    exports io.infinityloop.metrics.delivery;
    exports io.infinityloop.metrics.dora;
    exports io.infinityloop.metrics.finding;
    exports io.infinityloop.metrics.flow;
    exports io.infinityloop.metrics.link;
    exports io.infinityloop.metrics.preset;
    exports io.infinityloop.metrics.reliability;
    exports io.infinityloop.metrics.report;
    exports io.infinityloop.metrics.testing;

    uses io.infinityloop.metrics.MetricProvider;
    uses io.infinityloop.metrics.finding.DetectorProvider;

    provides io.infinityloop.metrics.MetricProvider with
            io.infinityloop.metrics.delivery.DeliveryMetrics,
            io.infinityloop.metrics.dora.DoraMetrics,
            io.infinityloop.metrics.flow.FlowMetrics,
            io.infinityloop.metrics.reliability.ReliabilityMetrics;
    provides io.infinityloop.metrics.finding.DetectorProvider with
            io.infinityloop.metrics.finding.LibraryDetectors;
}
