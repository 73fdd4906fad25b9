package io.infinityloop.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.Labels;
import io.infinityloop.Outcome;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.Build;
import io.infinityloop.artifact.BuildArtifact;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.DeploymentPurpose;
import io.infinityloop.artifact.DeploymentStatus;
import io.infinityloop.artifact.Environment;
import io.infinityloop.artifact.Incident;
import io.infinityloop.artifact.PullRequest;
import io.infinityloop.artifact.TestRun;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.source.SourceReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class CdEventsWriterProperties {
    private static String written(Collection<LoopEvent> events, boolean isWrapped) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CdEventsWriter writer = CdEventsWriter.to(out).withCommits();
        if (isWrapped) {
            writer.inCloudEvents();
        }
        for (LoopEvent event : events) {
            writer.write(event);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** The last snapshot of each thing. */
    private static Collection<LoopEvent> read(String text) throws IOException {
        Map<String, LoopEvent> last = new LinkedHashMap<>();
        SourceReader.builder()
                .build()
                .read(
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                        event -> last.put(
                                event.source() + " "
                                        + ((Recorded) event).artifact().ref(),
                                event));
        return last.values();
    }

    @Property(tries = 200)
    void each_line_is_as_the_schemas_say(@ForAll long seed) throws IOException {
        String text = written(new RandomLog(seed).events(20), false);

        text.lines().forEach(Written051::check);
        assertThat(text.lines()
                        .map(line -> Written051.parse(line).at("/context/id").asText()))
                .doesNotHaveDuplicates();
        assertThat(text).isEqualTo(written(new RandomLog(seed).events(20), false));
    }

    @Property(tries = 200)
    void what_was_read_is_written_again(@ForAll long seed) throws IOException {
        String once = written(new RandomLog(seed).events(20), false);
        String twice = written(read(once), false);

        assertThat(twice.lines().toList())
                .containsExactlyInAnyOrderElementsOf(once.lines().toList());
    }

    @Property(tries = 200)
    void what_cd_events_can_tell_is_read_back(@ForAll long seed, @ForAll boolean isWrapped) throws IOException {
        List<LoopEvent> events = new RandomLog(seed).events(20);

        assertThat(told(read(written(events, isWrapped)))).containsAll(told(events));
    }

    private static List<String> told(Collection<LoopEvent> events) {
        List<String> told = new ArrayList<>();
        for (LoopEvent event : events) {
            String fact = fact((Recorded) event);
            if (!fact.isEmpty()) {
                told.add(fact);
            }
        }
        return told;
    }

    /** What is told of a thing; empty if it can not be told. */
    private static String fact(Recorded event) {
        Artifact artifact = event.artifact();
        String environment = event.labels().get(Labels.ENVIRONMENT).orElse("");
        String service = event.labels().get(Labels.SERVICE).orElse("");
        if (artifact instanceof PullRequest change) {
            return change.id()
                    + change.status()
                    + change.closedAt()
                    + (change.status() == PullRequest.Status.OPEN ? change.at() : "");
        } else if (artifact instanceof Commit commit) {
            return commit.id() + commit.at();
        } else if (artifact instanceof BuildArtifact packaged) {
            return packaged.derivedFrom().isEmpty()
                    ? ""
                    : packaged.id()
                            + packaged.at()
                            + packaged.derivedFrom().stream().sorted().toList();
        } else if (artifact instanceof Build build) {
            return build.id() + build.at() + build.finishedAt() + simple(build.outcome());
        } else if (artifact instanceof Incident incident) {
            return environment.isEmpty()
                    ? ""
                    : incident.id()
                            + incident.title()
                            + incident.at()
                            + incident.resolvedAt()
                            + incident.derivedFrom()
                            + environment
                            + service;
        } else if (artifact instanceof TestRun run) {
            return environment.isEmpty() || simple(run.outcome()) == Outcome.UNKNOWN
                    ? ""
                    : run.id() + run.at() + run.finishedAt() + simple(run.outcome()) + environment;
        }
        return artifact instanceof Deployment deployment ? deployed(deployment, environment, service) : "";
    }

    /** A deployment has no id to be known by. */
    private static String deployed(Deployment deployment, String named, String service) {
        String environment = named.isEmpty() && deployment.environment() != Environment.UNKNOWN
                ? deployment.environment().name().toLowerCase(Locale.ROOT)
                : named;
        boolean isTold = deployment.status() == DeploymentStatus.SUCCEEDED
                && !service.isEmpty()
                && !environment.isEmpty()
                && !deployment.derivedFrom().isEmpty();
        return isTold
                ? service
                        + environment
                        + deployment.at()
                        + (deployment.plan().purpose() == DeploymentPurpose.ROLLBACK)
                        + deployment.derivedFrom().get(0)
                : "";
    }

    private static Outcome simple(Outcome outcome) {
        return switch (outcome) {
            case TIMED_OUT -> Outcome.ERROR;
            case SKIPPED -> Outcome.UNKNOWN;
            case PASSED, FAILED, CANCELLED, ERROR, RUNNING, UNKNOWN -> outcome;
        };
    }
}
