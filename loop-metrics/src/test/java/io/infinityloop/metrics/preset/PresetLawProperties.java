package io.infinityloop.metrics.preset;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.Labels;
import io.infinityloop.Trigger;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.DeploymentPlan;
import io.infinityloop.artifact.DeploymentPurpose;
import io.infinityloop.artifact.DeploymentStatus;
import io.infinityloop.artifact.Environment;
import io.infinityloop.artifact.Incident;
import io.infinityloop.event.EventKey;
import io.infinityloop.metrics.Frame;
import io.infinityloop.metrics.Log;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Window;
import io.infinityloop.metrics.link.Change;
import io.infinityloop.metrics.link.Delivery;
import io.infinityloop.metrics.link.Deployed;
import io.infinityloop.metrics.link.Failure;
import io.infinityloop.metrics.link.IncidentCase;
import io.infinityloop.metrics.link.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** What other tools say depends on their rules, and on nothing else. */
class PresetLawProperties {
    private static final Frame FRAME = new Frame(new Window(Log.at(10), Log.at(60)), Log.at(50), ZoneOffset.UTC);

    private static final EventKey KEY = new EventKey("test", "e");

    @Property(tries = 300)
    void order_and_parts_change_no_bit(
            @ForAll("subjects") @Size(max = 30) List<Subject> subjects, @ForAll long seed, @ForAll int cut) {
        List<Subject> shuffled = new ArrayList<>(subjects);
        Collections.shuffle(shuffled, new Random(seed));
        int half = Math.floorMod(cut, subjects.size() + 1);
        for (Preset preset : Preset.all()) {
            for (MetricCalculator<?, ?> metric : preset.metrics()) {
                assertThat(result(metric, shuffled, half)).isEqualTo(result(metric, subjects, 0));
            }
        }
    }

    @Property(tries = 300)
    void our_rules_say_what_our_metrics_say(@ForAll("subjects") @Size(max = 30) List<Subject> subjects) {
        for (MetricDefinition metric : Preset.defined()) {
            RuledMetric ruled = Preset.ruled(metric.id()).orElseThrow();
            MetricResult byRules = result(ruled.by("ours", ruled.ours(), "us"), subjects, 0);
            MetricResult ours = result(Preset.named("dora").find(metric.id()).orElseThrow(), subjects, 0);
            assertThat(headline(byRules)).isEqualTo(headline(ours));
        }
    }

    private static String headline(MetricResult result) {
        return result instanceof MetricResult.Value value ? value.toString() : "undefined";
    }

    /** The result of two states, merged. */
    private static <F extends Subject, S> MetricResult result(
            MetricCalculator<F, S> metric, List<Subject> subjects, int half) {
        S state = metric.merge(
                state(metric, subjects.subList(0, half)), state(metric, subjects.subList(half, subjects.size())));
        return metric.result(state, FRAME);
    }

    private static <F extends Subject, S> S state(MetricCalculator<F, S> metric, Collection<Subject> subjects) {
        S state = metric.newState();
        for (Subject subject : subjects) {
            if (metric.subject().isInstance(subject)
                    && isSeen(metric, metric.subject().cast(subject))) {
                metric.add(state, metric.subject().cast(subject), FRAME);
            }
        }
        return state;
    }

    /** As an analysis sees it. */
    private static <F extends Subject, S> boolean isSeen(MetricCalculator<F, S> metric, F subject) {
        Place place = metric.place(subject, FRAME.asOf());
        if (place instanceof Place.At at) {
            return !at.instant().isAfter(FRAME.asOf()) && FRAME.window().contains(at.instant());
        }
        return place instanceof Place.Over over
                && over.from().isBefore(FRAME.window().to())
                && (over.to() == null || over.to().isAfter(FRAME.window().from()));
    }

    @Provide
    Arbitrary<List<Subject>> subjects() {
        return Arbitraries.<Subject>oneOf(deployments(), changes(), incidents(), requests(), heads(), runs())
                .list()
                .uniqueElements();
    }

    private static Arbitrary<Instant> instants() {
        return Arbitraries.integers().between(0, 50).map(Log::at);
    }

    private static Arbitrary<String> ids(String kind) {
        return Arbitraries.integers().between(0, 5).map(i -> kind + i);
    }

    private static Arbitrary<Subject> deployments() {
        Arbitrary<Failure> failures = Combinators.combine(
                        Arbitraries.of(Failure.Sign.class),
                        instants(),
                        Arbitraries.of(true, false),
                        Arbitraries.of("id", "time"))
                .as((sign, at, impact, by) -> new Failure(sign, "ref", at, null, impact, by, KEY));
        return Combinators.combine(
                        ids("d"),
                        Arbitraries.of(DeploymentStatus.class),
                        Arbitraries.of(DeploymentPurpose.class),
                        instants(),
                        failures.list().ofMaxSize(2))
                .as((id, status, purpose, at, failures2) -> new Deployed(
                        id,
                        Environment.PRODUCTION,
                        status,
                        at,
                        status == DeploymentStatus.IN_PROGRESS ? null : at,
                        DeploymentPlan.UNKNOWN.withPurpose(purpose),
                        Trigger.UNKNOWN,
                        List.of(),
                        1,
                        failures2,
                        List.of(),
                        Labels.none(),
                        List.of(KEY)));
    }

    private static Arbitrary<Subject> changes() {
        return Combinators.combine(
                        ids("c"),
                        instants(),
                        instants(),
                        Arbitraries.of(true, false),
                        ids("d"),
                        instants(),
                        Arbitraries.of(true, false))
                .as((commit, authored, committed, merge, deployment, at, baseline) -> new Change(
                        commit,
                        authored,
                        committed,
                        merge,
                        null,
                        new Delivery(deployment, at, baseline),
                        Labels.none(),
                        List.of(KEY)));
    }

    private static Arbitrary<Subject> incidents() {
        return Combinators.combine(
                        ids("i"),
                        instants(),
                        Arbitraries.integers().between(0, 30).injectNull(0.2),
                        Arbitraries.of(true, false))
                .as((id, at, hours, impact) -> new IncidentCase(
                        new Incident(
                                ArtifactMetadata.of(id, at),
                                "",
                                impact,
                                hours == null ? null : at.plus(Duration.ofHours(hours))),
                        List.of(new IncidentCase.Cause("d1", "id")),
                        Labels.none(),
                        List.of(KEY)));
    }

    private static Arbitrary<Subject> requests() {
        return Combinators.combine(
                        ids("r"),
                        ids("c").list().ofMaxSize(3),
                        instants(),
                        instants().injectNull(0.3),
                        instants())
                .as((id, commits, opened, reviewed, merged) -> new MergedRequest(
                        id, commits, opened, reviewed, reviewed, merged, Labels.none(), List.of(KEY)));
    }

    private static Arbitrary<Subject> heads() {
        return Combinators.combine(ids("d"), instants(), ids("c").list().ofMaxSize(2))
                .as((id, at, commits) -> new DeployedHeads(id, at, commits, Labels.none(), List.of(KEY)));
    }

    private static Arbitrary<Subject> runs() {
        return Combinators.combine(
                        Arbitraries.of("p", "q"),
                        ids("b"),
                        instants(),
                        Arbitraries.of(PipelineRun.Target.class),
                        instants(),
                        instants().list().ofMaxSize(2))
                .as((pipeline, id, started, target, ended, commits) -> new PipelineRun(
                        pipeline, id, started, target, ended, "d1", commits, Labels.none(), List.of(KEY)));
    }
}
