package io.infinityloop.metrics.dora;

import static io.infinityloop.metrics.Log.at;
import static io.infinityloop.metrics.Log.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.DeploymentPurpose;
import io.infinityloop.artifact.DeploymentStatus;
import io.infinityloop.artifact.Environment;
import io.infinityloop.artifact.Incident;
import io.infinityloop.artifact.IncidentResponse;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.metrics.Analysis;
import io.infinityloop.metrics.Log;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Window;
import io.infinityloop.metrics.delivery.DeploymentSuccessRate;
import io.infinityloop.metrics.link.Facts;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What of the model counts in which number, and what does not. Two deployments, of 10:00 and 50:00. */
class WhatCountsTest {
    private static final Window WINDOW = new Window(at(0), at(240));
    private static final List<LoopEvent> DEPLOYED = List.of(Log.deployed("d1", 10), Log.deployed("d2", 50));

    private static MetricResult of(MetricCalculator<?, ?> metric, List<LoopEvent> events) {
        return Analysis.builder(WINDOW.to(), ZoneOffset.UTC)
                .metric(metric)
                .window(WINDOW)
                .build()
                .run(Facts.of(events))
                .cells()
                .get(0)
                .result();
    }

    private static String headline(MetricCalculator<?, ?> metric, List<LoopEvent> events) {
        return ((MetricResult.Value) of(metric, events)).headline().number().toPlainString();
    }

    private static List<LoopEvent> with(LoopEvent... more) {
        List<LoopEvent> all = new ArrayList<>(DEPLOYED);
        all.addAll(List.of(more));
        return all;
    }

    private static Incident incident(double hours, boolean impact, String... lineage) {
        ArtifactMetadata metadata = ArtifactMetadata.of("INC-" + hours, at(hours))
                .derivedFrom(List.of(lineage).stream().map(ArtifactRef::parse).toList());
        return new Incident(metadata, "down", impact, at(hours + 1));
    }

    @Test
    @Tag("OPS-10")
    void an_incident_without_a_deployment_or_without_impact_leaves_the_failure_rate_as_it_is() {
        MetricCalculator<?, ?> rate = ChangeFailureRate.calculator();
        assertThat(headline(rate, DEPLOYED)).isEqualTo("0");
        assertThat(headline(rate, with(recorded(incident(200, true))))).isEqualTo("0");
        assertThat(headline(rate, with(recorded(incident(51, false, "deployment:d2")))))
                .isEqualTo("0");
        assertThat(headline(rate, with(recorded(incident(51, true, "deployment:d2")))))
                .isEqualTo("0.5");
    }

    @Test
    @Tag("OPS-20")
    void a_game_day_changes_neither_the_failure_rate_nor_the_time_to_restore() {
        Incident real = incident(51, true, "deployment:d2");
        Incident staged = incident(11, true, "deployment:d1").with(IncidentResponse.UNKNOWN.asPractice());

        List<LoopEvent> before = with(recorded(real));
        List<LoopEvent> after = with(recorded(real), recorded(staged));

        assertThat(headline(ChangeFailureRate.calculator(), after))
                .isEqualTo(headline(ChangeFailureRate.calculator(), before))
                .isEqualTo("0.5");
        assertThat(headline(TimeToRestore.calculator(), after))
                .isEqualTo(headline(TimeToRestore.calculator(), before))
                .isEqualTo("3600");
    }

    @Test
    @Tag("DEP-11")
    void a_deployment_that_was_rolled_back_counts_as_failed() {
        LoopEvent back = Log.deployment("d3", 60, Environment.PRODUCTION, DeploymentStatus.ROLLED_BACK);

        assertThat(headline(DeploymentSuccessRate.calculator(), DEPLOYED)).isEqualTo("1");
        assertThat(headline(DeploymentSuccessRate.calculator(), with(back))).isEqualTo("0.666666667");
    }

    @Test
    @Tag("DEP-19")
    void a_roll_back_adds_nothing_to_the_frequency_nor_to_those_that_may_fail() {
        Deployment run = Deployment.toProduction("back", at(60), List.of());
        LoopEvent back = recorded(run.with(run.plan().withPurpose(DeploymentPurpose.ROLLBACK)));

        assertThat(headline(DeploymentFrequency.calculator(), with(back))).isEqualTo("0.2");
        assertThat(headline(DeploymentFrequency.calculator(), DEPLOYED)).isEqualTo("0.2");
        MetricResult.Value rate = (MetricResult.Value) of(ChangeFailureRate.calculator(), with(back));
        assertThat(rate.n()).isEqualTo(2);
    }
}
