package io.infinityloop.metrics;

import static io.infinityloop.metrics.Log.at;
import static io.infinityloop.metrics.Log.build;
import static io.infinityloop.metrics.Log.commit;
import static io.infinityloop.metrics.Log.deployed;
import static io.infinityloop.metrics.Log.deployment;
import static io.infinityloop.metrics.Log.release;
import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.Stage;
import io.infinityloop.artifact.DeploymentStatus;
import io.infinityloop.artifact.Environment;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.metrics.link.Facts;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every metric that the registry finds, whoever wrote it. */
class EveryMetricTest {
    private static final MetricRegistry REGISTRY = MetricRegistry.discover(EveryMetricTest.class.getClassLoader());
    private static final Window WEEK = new Window(at(0), at(168));

    /** One of everything, joined. */
    private static final List<LoopEvent> JOINED = List.of(
            commit("a", 1),
            build("b1", 2, "commit:a"),
            release("v1", 3, "build:b1"),
            deployed("d1", 4, "release:v1"),
            Log.started("L", 0),
            Log.advanced("L", Stage.PLAN, 0, 1));

    static Stream<String> ids() {
        return REGISTRY.definitions().stream().map(MetricDefinition::id);
    }

    private static Scorecard run(Instant asOf, List<LoopEvent> events) {
        return Analysis.builder(asOf, ZoneOffset.UTC)
                .metrics(REGISTRY)
                .window(WEEK)
                .build()
                .run(Facts.of(events));
    }

    private static MetricResult result(String id, List<LoopEvent> events) {
        return run(at(168), events).find(id, WEEK).orElseThrow().result();
    }

    @ParameterizedTest
    @MethodSource("ids")
    @Tag("MET-18")
    void of_an_empty_log_is_undefined_with_a_reason(String id) {
        MetricResult result = result(id, List.of());
        assertThat(result).isInstanceOf(MetricResult.Undefined.class);
        assertThat(((MetricResult.Undefined) result).reason()).isNotBlank();
        assertThat(result.excluded()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void of_one_subject_of_each_sort_has_a_unit_and_a_count(String id) {
        MetricDefinition definition = REGISTRY.definition(id).orElseThrow();
        MetricResult result = result(id, JOINED);
        assertThat(result).isNotInstanceOf(MetricResult.Failed.class);
        assertThat(result.definition()).isEqualTo(id);
        if (result instanceof MetricResult.Value value) {
            assertThat(value.headline().unit()).isEqualTo(definition.unit());
            assertThat(value.n()).isNotNegative();
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void of_what_cannot_be_joined_does_not_fail(String id) {
        assertThat(result(id, List.of(deployed("d1", 4, "release:gone"), release("v1", 3, "commit:gone"))))
                .isNotInstanceOf(MetricResult.Failed.class);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void a_duplicate_changes_nothing(String id) {
        List<LoopEvent> twice = new ArrayList<>(JOINED);
        twice.addAll(JOINED);
        assertThat(result(id, twice)).isEqualTo(result(id, JOINED));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void a_late_snapshot_counts_once_it_is_known_and_not_before(String id) {
        LoopEvent begun = deployment("d1", 4, Environment.PRODUCTION, DeploymentStatus.IN_PROGRESS, "release:v1");
        List<LoopEvent> first = new ArrayList<>(JOINED);
        first.removeIf(event -> event.equals(deployed("d1", 4, "release:v1")));
        first.add(begun);
        List<LoopEvent> late = new ArrayList<>(first);
        late.add(0, deployed("d1", 6, "release:v1"));
        assertThat(run(at(5), late)).isEqualTo(run(at(5), first));
        List<LoopEvent> inOrder = new ArrayList<>(first);
        inOrder.add(deployed("d1", 6, "release:v1"));
        assertThat(result(id, late)).isEqualTo(result(id, inOrder));
    }

    @ParameterizedTest
    @MethodSource("ids")
    @Tag("MET-01")
    void has_a_definition_with_all_fields_filled(String id) {
        MetricDefinition definition = REGISTRY.definition(id).orElseThrow();
        assertThat(List.of(definition.name(), definition.purpose(), definition.needs(), definition.source()))
                .noneMatch(String::isBlank);
        assertThat(definition.profile().audiences()).as("audiences").isNotEmpty();
        assertThat(definition.purpose()).endsWith(".");
    }

    @Test
    @Tag("MET-01")
    void ids_and_aliases_are_unique() {
        Set<String> names = new HashSet<>();
        for (MetricDefinition definition : REGISTRY.definitions()) {
            assertThat(names.add(definition.id())).as(definition.id()).isTrue();
            if (definition.id().equals(definition.metric())) {
                definition
                        .profile()
                        .aliases()
                        .forEach(alias -> assertThat(names.add(alias.toLowerCase(Locale.ROOT)))
                                .as(alias)
                                .isTrue());
            }
        }
    }
}
