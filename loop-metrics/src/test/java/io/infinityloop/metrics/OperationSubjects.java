package io.infinityloop.metrics;

import io.infinityloop.Labels;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.Incident;
import io.infinityloop.artifact.IncidentResponse;
import io.infinityloop.artifact.Reading;
import io.infinityloop.metrics.link.IncidentCase;
import io.infinityloop.metrics.link.OperationalEvent;
import io.infinityloop.metrics.link.Subject;
import io.infinityloop.metrics.link.TelemetrySample;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** Subjects of a running service, with any combination of fields. */
final class OperationSubjects {
    private OperationSubjects() {}

    static Arbitrary<Subject> operationalEvents() {
        Arbitrary<Labels> told = Combinators.combine(
                        Subjects.labels(), Arbitraries.of("DEV", "OPS").injectNull(0.3))
                .as((labels, role) -> role == null ? labels : labels.with(Labels.ROLE, role));
        return Combinators.combine(
                        Arbitraries.of(OperationalEvent.Kind.class), Subjects.instants(), told, Subjects.evidence())
                .as((kind, at, labels, evidence) -> new OperationalEvent(kind, "o", at, labels, evidence));
    }

    static Arbitrary<Subject> telemetry() {
        Arbitrary<Reading> numbers = Combinators.combine(
                        Arbitraries.of("requests", "errors", "latency", "cpu", "queue"),
                        Arbitraries.bigDecimals()
                                .between(BigDecimal.ZERO, BigDecimal.valueOf(1_000))
                                .ofScale(2),
                        Arbitraries.of("", "ms", "%"))
                .as(Reading.Metric::new);
        Arbitrary<Reading> steps = Combinators.combine(
                        Arbitraries.of("", "p"), Arbitraries.longs().between(0, 900))
                .as((parent, millis) -> new Reading.Trace("t", "s", parent, "call", Duration.ofMillis(millis)));
        Arbitrary<Labels> about = Combinators.combine(
                        Subjects.labels(), Arbitraries.of("cpu", "disk").injectNull(0.5))
                .as((labels, resource) -> resource == null ? labels : labels.with(TelemetrySample.RESOURCE, resource));
        return Combinators.combine(Subjects.instants(), Arbitraries.oneOf(numbers, steps), about, Subjects.evidence())
                .as(TelemetrySample::new);
    }

    static Arbitrary<Subject> incidents() {
        Arbitrary<Incident> incidents = Combinators.combine(
                        Subjects.instants(),
                        Subjects.instants().injectNull(0.2),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as(OperationSubjects::incident);
        Arbitrary<List<IncidentCase.Cause>> causes = Arbitraries.of("d1", "d2")
                .map(deployment -> new IncidentCase.Cause(deployment, "id"))
                .list()
                .ofMaxSize(1);
        return Combinators.combine(incidents, causes, Subjects.labels(), Subjects.evidence())
                .as(IncidentCase::new);
    }

    private static Incident incident(Instant at, @Nullable Instant resolved, boolean impact, boolean practice) {
        IncidentResponse response = IncidentResponse.UNKNOWN
                .fired(at.plusSeconds(60))
                .paged(at.plusSeconds(70))
                .acknowledged(at.plusSeconds(130));
        Instant end = resolved == null || resolved.isBefore(at) ? null : resolved;
        return new Incident(
                ArtifactMetadata.of("i", at), "down", impact, end, practice ? response.asPractice() : response);
    }
}
