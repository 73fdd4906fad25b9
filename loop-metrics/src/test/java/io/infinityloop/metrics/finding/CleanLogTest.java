package io.infinityloop.metrics.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.event.LoopEvent;
import io.infinityloop.metrics.Analysis;
import io.infinityloop.metrics.Log;
import io.infinityloop.metrics.Window;
import io.infinityloop.metrics.dora.ChangeFailureRate;
import io.infinityloop.metrics.dora.ChangeLeadTime;
import io.infinityloop.metrics.dora.DeploymentFrequency;
import io.infinityloop.metrics.link.Derived;
import io.infinityloop.metrics.link.Facts;
import io.infinityloop.metrics.link.Linker;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A log without a fault gives no finding, and each fault that is planted gives its own finding and no other. */
class CleanLogTest {
    private static final Instant AS_OF = Log.at(CleanLog.HOURS);
    private static final Window WHOLE = new Window(Log.START, AS_OF);

    private static Findings examined(List<LoopEvent> events) {
        Derived derived = Linker.derive(Facts.of(events), AS_OF);
        Analysis analysis = Analysis.builder(AS_OF, ZoneOffset.UTC)
                .metric(DeploymentFrequency.calculator())
                .metric(ChangeFailureRate.calculator())
                .metric(ChangeLeadTime.calculator())
                .window(WHOLE)
                .windows(Window.weeks(WHOLE, ZoneOffset.UTC))
                .build();
        return Detection.builder(AS_OF, ZoneOffset.UTC)
                .detectors(DetectorRegistry.discover(DetectorRegistry.class.getClassLoader()))
                .without("finding.over-planning")
                .without("finding.poor-alert")
                .detector(PlanDetectors.overPlanning(Duration.ofDays(10)))
                .window(WHOLE)
                .build()
                .run(derived, analysis);
    }

    @Test
    @Tag("ANTI-43")
    void a_log_without_a_fault_gives_no_finding() {
        Findings findings = examined(CleanLog.events());
        assertThat(findings.all()).isEmpty();
        assertThat(findings.examinations())
                .extracting(Examination::result)
                .hasOnlyElementsOfType(Examination.Result.Looked.class);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    @Tag("ANTI-43")
    void a_planted_fault_gives_exactly_its_finding(String detector, UnaryOperator<List<LoopEvent>> fault) {
        assertThat(examined(fault.apply(CleanLog.events())).all())
                .extracting(finding -> finding.detector().id())
                .containsExactly(detector);
    }

    @Test
    @Tag("ANTI-43")
    void each_detector_has_a_fault() {
        DetectorRegistry registry = DetectorRegistry.discover(DetectorRegistry.class.getClassLoader());
        TreeSet<String> ids = new TreeSet<>(faulty().keySet());
        assertThat(Stream.concat(
                        registry.detectors().stream().map(Detector::definition),
                        registry.scorecardDetectors().stream().map(ScorecardDetector::definition)))
                .extracting(DetectorDefinition::id)
                .allMatch(id -> ids.contains(id) || ELSEWHERE.contains(id));
    }

    /** Their faults need other metrics, or options, than those of this analysis; other tests plant them. */
    private static final List<String> ELSEWHERE = List.of(
            "finding.vanity-metric",
            "finding.release-pressure",
            "finding.automation-without-simplification",
            "finding.growing-approvals",
            "finding.poor-alert",
            "finding.tooling-programme");

    static Stream<Arguments> faults() {
        return faulty().entrySet().stream().map(fault -> Arguments.of(fault.getKey(), fault.getValue()));
    }

    private static Map<String, UnaryOperator<List<LoopEvent>>> faulty() {
        Map<String, UnaryOperator<List<LoopEvent>>> faults = new TreeMap<>();
        PlanAndCodeFaults.plan(faults);
        PlanAndCodeFaults.code(faults);
        DeliveryFaults.delivery(faults);
        OperationFaults.operation(faults);
        return faults;
    }
}
