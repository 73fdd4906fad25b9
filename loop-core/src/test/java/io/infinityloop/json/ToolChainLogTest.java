package io.infinityloop.json;

import static io.infinityloop.Stage.BUILD;
import static io.infinityloop.Stage.CODE;
import static io.infinityloop.Stage.MONITOR;
import static io.infinityloop.Stage.PLAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.infinityloop.LoopId;
import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import io.infinityloop.Transition;
import io.infinityloop.Trigger;
import io.infinityloop.artifact.AlertFiring;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.Build;
import io.infinityloop.artifact.BuildArtifact;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.Environment;
import io.infinityloop.artifact.Exposure;
import io.infinityloop.artifact.Feedback;
import io.infinityloop.artifact.Incident;
import io.infinityloop.artifact.IncidentResponse;
import io.infinityloop.artifact.Measurement;
import io.infinityloop.artifact.Packaging;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.artifact.Preparation;
import io.infinityloop.artifact.PullRequest;
import io.infinityloop.artifact.Reading;
import io.infinityloop.artifact.Recovery;
import io.infinityloop.artifact.Release;
import io.infinityloop.artifact.ScalingAction;
import io.infinityloop.artifact.Share;
import io.infinityloop.artifact.TestLevel;
import io.infinityloop.artifact.TestRun;
import io.infinityloop.artifact.Verification;
import io.infinityloop.event.Advanced;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.EventOrder;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.event.Started;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The fourteen steps of an integrated tool chain, from a commit to the ticket that begins the next cycle, as a log. */
@Tag("SPI-05")
class ToolChainLogTest {
    private static final Instant T0 = Instant.parse("2026-01-05T09:00:00Z");
    private static final LoopId LOOP = LoopId.of("cache-the-basket");

    private final List<LoopEvent> log = new ArrayList<>();
    private final Map<String, Integer> eventsByStep = new LinkedHashMap<>();

    ToolChainLogTest() {
        developed();
        delivered();
        operated();
    }

    @Test
    void each_of_the_fourteen_steps_is_told_by_events() {
        assertThat(eventsByStep)
                .containsExactly(
                        entry("1 a developer commits to GitHub", 3),
                        entry("2 a webhook triggers GitHub Actions", 1),
                        entry("3 GitHub Actions tests and builds an image", 2),
                        entry("4 the image is pushed to Docker Hub", 1),
                        entry("5 ArgoCD detects the image", 1),
                        entry("6 ArgoCD deploys to Kubernetes", 1),
                        entry("7 Kubernetes starts pods", 3),
                        entry("8 Prometheus scrapes metrics", 1),
                        entry("9 Grafana shows them", 1),
                        entry("10 an alert fires on the error rate", 1),
                        entry("11 PagerDuty pages the engineer on call", 1),
                        entry("12 the engineer looks into Grafana and logs", 2),
                        entry("13 the issue is tracked in Jira", 2),
                        entry("14 the cycle repeats", 1));
    }

    @Test
    void there_is_a_type_for_each_thing_that_calculators_need() {
        assertThat(log.stream()
                        .filter(Recorded.class::isInstance)
                        .map(event -> ((Recorded) event).artifact().getClass().getSimpleName())
                        .distinct())
                .contains(
                        "Commit",
                        "PullRequest",
                        "Build",
                        "TestRun",
                        "Release",
                        "Deployment",
                        "Exposure",
                        "Incident",
                        "AlertFiring",
                        "ScalingAction",
                        "Measurement",
                        "Feedback");
    }

    @Test
    void events_in_any_order_are_ordered_by_instant() {
        List<LoopEvent> shuffled = new ArrayList<>(log);
        Collections.shuffle(shuffled, new Random(14));
        assertThat(shuffled).isNotEqualTo(log);
        shuffled.sort(EventOrder.BY_INSTANT);
        assertThat(shuffled).isEqualTo(log);
    }

    @Test
    void their_json_lines_are_read_back_equal() {
        String lines = log.stream().map(EventWriter::toJson).collect(Collectors.joining("\n"));
        assertThat(lines.lines()).hasSize(21);
        assertThat(Lines.of(lines))
                .extracting(line -> ((Line.Known) line).event())
                .isEqualTo(log);
    }

    private void developed() {
        step("1 a developer commits to GitHub", () -> {
            log.add(new Started(told("github"), LOOP, CODE));
            record("github", Commit.of("4f2a91c", now(), "Cache the basket"));
            record("github", PullRequest.opened("17", now(), "Cache the basket"));
        });
        step("2 a webhook triggers GitHub Actions", () -> move("github", CODE, BUILD));
        step("3 GitHub Actions tests and builds an image", () -> {
            record("github-actions", TestRun.of("unit-77", now(), TestLevel.UNIT, Outcome.PASSED));
            record("github-actions", Build.of("77", now(), Outcome.PASSED));
        });
        step("4 the image is pushed to Docker Hub", () -> record("docker-hub", image()));
    }

    private void delivered() {
        Release release = Release.of("shop", now(), "1.2.3", List.of())
                .with(Preparation.NONE
                        .withDigests(List.of("sha256:9f86d081"))
                        .withRecovery(Recovery.rollbackTo("1.2.2")));
        step("5 ArgoCD detects the image", () -> record("argo-cd", release));
        Deployment deployment =
                Deployment.start(ArtifactMetadata.of("rollout-77", now()), release, Environment.PRODUCTION);
        step("6 ArgoCD deploys to Kubernetes", () -> record("argo-cd", deployment));
        step("7 Kubernetes starts pods", () -> {
            record("kubernetes", ScalingAction.of("pods-77", now(), "checkout", 0, 3));
            record("kubernetes", deployment.succeeded(now(), Verification.passed("smoke")));
            record("flags", Exposure.of("cache-5", now(), "basket-cache", Share.ofPercent(5)));
        });
    }

    private void operated() {
        step("8 Prometheus scrapes metrics", () -> measure("prometheus", "error_rate", "0.3", "%"));
        step("9 Grafana shows them", () -> measure("grafana", "checkout_duration_p95", "300", "ms"));
        step(
                "10 an alert fires on the error rate",
                () -> record("prometheus", AlertFiring.of("A-1", now(), "error rate > 1 %")));
        Incident incident = new Incident(ArtifactMetadata.of("INC-1", now()), "Checkout is down", true, null);
        step("11 PagerDuty pages the engineer on call", () -> record("pagerduty", incident));
        step("12 the engineer looks into Grafana and logs", () -> {
            record("pagerduty", incident.with(IncidentResponse.UNKNOWN.acknowledged(now())));
            record(
                    "loki",
                    Measurement.of("log-1", now(), "checkout", new Reading.Log("ERROR", "Payment failed: declined")));
        });
        step("13 the issue is tracked in Jira", () -> {
            record("jira", Feedback.fromUsers("F-1", now(), "My card was declined"));
            record("jira", PlanItem.of("SHOP-8", now(), "Degrade gracefully when payments fail"));
        });
        step("14 the cycle repeats", () -> move("jira", MONITOR, PLAN));
    }

    private void step(String name, Runnable events) {
        int before = log.size();
        events.run();
        eventsByStep.put(name, log.size() - before);
    }

    private void record(String source, Artifact artifact) {
        log.add(new Recorded(told(source), LOOP, artifact));
    }

    private void measure(String source, String name, String value, String unit) {
        Reading reading = new Reading.Metric(name, new BigDecimal(value), unit);
        record(source, Measurement.of(name, now(), "checkout", reading));
    }

    private void move(String source, Stage from, Stage to) {
        EventMetadata automated = told(source).with(Trigger.AUTOMATED);
        log.add(new Advanced(automated, LOOP, new Transition(from, to), T0, List.of()));
    }

    private EventMetadata told(String source) {
        return EventMetadata.of("event " + (log.size() + 1), source, now());
    }

    private Instant now() {
        return T0.plus(Duration.ofMinutes(log.size()));
    }

    private BuildArtifact image() {
        return BuildArtifact.builder(ArtifactMetadata.of("shop@77", now()))
                .packaging(Packaging.CONTAINER_IMAGE)
                .name("shop")
                .version("77")
                .digest("sha256:9f86d081")
                .sourceRevision("4f2a91c")
                .build();
    }
}
