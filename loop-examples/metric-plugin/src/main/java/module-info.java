/** A plug-in: what deployments cost. */
module com.example.cost {
    requires static org.jspecify;
    requires io.infinityloop.metrics;

    provides io.infinityloop.metrics.MetricProvider with
            com.example.cost.CostMetrics;
    provides io.infinityloop.metrics.finding.DetectorProvider with
            com.example.cost.CostDetectors;
}
