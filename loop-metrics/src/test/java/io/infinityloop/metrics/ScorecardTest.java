package io.infinityloop.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinityloop.CalmrDimension;
import io.infinityloop.Labels;
import io.infinityloop.Stage;
import io.infinityloop.event.EventKey;
import io.infinityloop.metrics.MetricDefinition.Direction;
import io.infinityloop.metrics.MetricProfile.Audience;
import io.infinityloop.metrics.MetricProfile.Relevance;
import io.infinityloop.metrics.MetricProfile.Timing;
import io.infinityloop.metrics.link.Facts;
import io.infinityloop.metrics.link.Released;
import io.infinityloop.metrics.link.Subject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ScorecardTest {
    private static final Window DAY = new Window(Log.at(0), Log.at(24));

    private record Visit(Labels labels, List<EventKey> evidence) implements Subject {}

    private static MetricCalculator<?, ?> metric(String id, MetricProfile profile) {
        return Metrics.size(
                new MetricDefinition(id, "N", "P.", "releases", Unit.COUNT, Direction.LOWER_IS_BETTER, "test")
                        .with(profile),
                Released.class,
                one -> new Place.At(one.at()),
                Released::changes);
    }

    private static final MetricCalculator<?, ?> CPU =
            metric("acme.cpu", MetricProfile.PLAIN.leading().dimension(CalmrDimension.AUTOMATION));
    private static final MetricCalculator<?, ?> LATENCY = metric(
            "acme.latency",
            MetricProfile.PLAIN.primary().audience(Audience.ENGINEER, Audience.BUSINESS).stage(Stage.MONITOR));
    private static final MetricCalculator<?, ?> COST =
            metric("acme.cost", MetricProfile.PLAIN.audience(Audience.EXECUTIVE));

    private static Scorecard run(Subject... subjects) {
        return Analysis.builder(Log.at(24), ZoneOffset.UTC)
                .metric(CPU)
                .metric(COST)
                .metric(LATENCY)
                .metric(Metrics.duration(
                        new MetricDefinition(
                                "acme.visit",
                                "N",
                                "P.",
                                "visits",
                                Unit.SECONDS,
                                Direction.LOWER_IS_BETTER,
                                "test"),
                        Visit.class,
                        visit -> new Place.At(Log.at(1)),
                        visit -> Duration.ofMinutes(1)))
                .window(DAY)
                .segmentBy(Segmenter.by(Labels.SERVICE))
                .build()
                .run(List.of(subjects));
    }

    private static Released release(String service) {
        return new Released(
                service, "1", Log.at(1), 3, false, null, Labels.of(Labels.SERVICE, service), List.of());
    }

    private static List<String> ids(Predicate<MetricDefinition> filter) {
        return run().only(filter).metrics().stream().map(MetricDefinition::id).toList();
    }

    @Test
    @Tag("MET-33")
    void what_users_feel_comes_first() {
        assertThat(LATENCY.definition().profile().relevance()).isEqualTo(Relevance.PRIMARY);
        assertThat(CPU.definition().profile().relevance()).isEqualTo(Relevance.SECONDARY);
        assertThat(run().metrics())
                .extracting(MetricDefinition::id)
                .containsExactly("acme.latency", "acme.cpu", "acme.cost", "acme.visit");
        assertThat(ids(MetricFilter.relevance(Relevance.PRIMARY))).containsExactly("acme.latency");
    }

    @Test
    @Tag("MET-34")
    void metrics_can_be_filtered_by_when_they_move() {
        assertThat(ids(MetricFilter.timing(Timing.LEADING))).containsExactly("acme.cpu");
        assertThat(ids(MetricFilter.timing(Timing.LAGGING)))
                .containsExactly("acme.latency", "acme.cost", "acme.visit");
    }

    @Test
    @Tag("OBS-13")
    void each_audience_has_a_view_with_its_metrics_only() {
        assertThat(ids(MetricFilter.audience(Audience.EXECUTIVE))).containsExactly("acme.cost");
        assertThat(ids(MetricFilter.audience(Audience.BUSINESS))).containsExactly("acme.latency");
        assertThat(ids(MetricFilter.audience(Audience.ENGINEER)))
                .containsExactly("acme.latency", "acme.cpu", "acme.visit");
    }

    @Test
    @Tag("CAT-14")
    void metrics_can_be_reported_by_side_of_calmr_and_by_stage() {
        assertThat(CalmrDimension.values()).hasSize(5);
        assertThat(ids(MetricFilter.dimension(CalmrDimension.AUTOMATION))).containsExactly("acme.cpu");
        assertThat(ids(MetricFilter.dimension(CalmrDimension.RECOVERY))).isEmpty();
        assertThat(ids(MetricFilter.stage(Stage.MONITOR))).containsExactly("acme.latency");
    }

    @Test
    @Tag("OBS-16")
    void two_applications_have_the_same_columns_and_what_is_missing_is_no_data() {
        Visit visit = new Visit(Labels.of(Labels.SERVICE, "mail"), List.of());
        Scorecard scorecard = run(release("shop"), release("mail"), visit);
        Scorecard shop = scorecard.inSegment(segment("shop"));
        Scorecard mail = scorecard.inSegment(segment("mail"));
        assertThat(shop.metrics()).isEqualTo(mail.metrics()).hasSize(4);
        assertThat(mail.cells()).allSatisfy(cell -> assertThat(cell.result()).isInstanceOf(MetricResult.Value.class));
        assertThat(shop.find("acme.visit", segment("shop"), DAY).orElseThrow().result())
                .isEqualTo(new MetricResult.Undefined("acme.visit", "no visits are known", new TreeMap<>()));
        assertThat(scorecard.segments()).containsExactly(Segment.ALL, segment("mail"), segment("shop"));
    }

    private static Segment segment(String service) {
        return new Segment(new TreeMap<>(Map.of(Labels.SERVICE, service)));
    }

    /** One log has two reports: how the application does, and how the process does. */
    @Test
    @Tag("OBS-21")
    void process_and_application_are_reported_side_by_side_from_one_log() {
        Facts log = Facts.of(List.of(
                Log.labelled(Log.release("v1", 2), Labels.SERVICE, "shop"),
                Log.started("change-7", 0),
                Log.advanced("change-7", Stage.PLAN, 0, 4)));
        Scorecard all = Analysis.builder(Log.at(24), ZoneOffset.UTC)
                .metrics(MetricRegistry.discover(ScorecardTest.class.getClassLoader()))
                .window(DAY)
                .segmentBy(Segmenter.by(Labels.SERVICE))
                .build()
                .run(log);
        Scorecard process = all.only(metric -> metric.id().startsWith("flow."));
        Scorecard application = all.only(metric -> !metric.id().startsWith("flow."));
        assertThat(process.find("flow.dwell-time.plan", DAY).orElseThrow().result())
                .hasToString("14400s, n=1");
        assertThat(application.find("delivery.release-frequency", segment("shop"), DAY).orElseThrow().result())
                .hasToString("7/week, n=1");
        assertThat(process.segments()).isNotEqualTo(application.segments());
        assertThat(process.metrics()).doesNotContainAnyElementsOf(application.metrics());
    }

    @Test
    @Tag("OBS-23")
    void rates_convert_and_never_mix() {
        Amount perMinute = new Amount(BigDecimal.valueOf(1200), Unit.PER_MINUTE);
        assertThat(perMinute.in(Unit.PER_SECOND)).hasToString("20/s");
        assertThat(perMinute).isEqualByComparingTo(perMinute.in(Unit.PER_SECOND));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> perMinute.in(Unit.COUNT))
                .withMessageContaining("cannot be compared");
    }
}
