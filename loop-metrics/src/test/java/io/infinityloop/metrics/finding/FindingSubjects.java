package io.infinityloop.metrics.finding;

import io.infinityloop.Labels;
import io.infinityloop.Stage;
import io.infinityloop.Trigger;
import io.infinityloop.artifact.AlertFiring;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.Incident;
import io.infinityloop.artifact.IncidentResponse;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.artifact.Recovery;
import io.infinityloop.artifact.ScalingAction;
import io.infinityloop.event.EventKey;
import io.infinityloop.metrics.Log;
import io.infinityloop.metrics.link.ChangeTests;
import io.infinityloop.metrics.link.DeploymentContext;
import io.infinityloop.metrics.link.FiredAlert;
import io.infinityloop.metrics.link.IncidentCase;
import io.infinityloop.metrics.link.Planned;
import io.infinityloop.metrics.link.ReleaseGap;
import io.infinityloop.metrics.link.Scaled;
import io.infinityloop.metrics.link.Silence;
import io.infinityloop.metrics.link.SourceTrace;
import io.infinityloop.metrics.link.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Subjects that only detectors look at, with any combination of fields, also those that no linker makes. */
class FindingSubjects extends DomainContextBase {
    @Provide
    Arbitrary<Subject> subjects() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(0, 400).map(Log::at),
                        Arbitraries.integers().between(0, 400).map(Log::at).injectNull(0.3),
                        Arbitraries.of("shop", "mail", "")
                                .map(service -> service.isEmpty() ? Labels.none() : Labels.of(Labels.SERVICE, service)),
                        Arbitraries.of("red", "blue", ""),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 99).map(i -> List.of(new EventKey("test", "e" + i))))
                .as(FindingSubjects::subject);
    }

    private static Subject subject(
            int kind,
            Instant from,
            @org.jspecify.annotations.Nullable Instant to,
            Labels labels,
            String word,
            int count,
            List<EventKey> evidence) {
        String service = labels.get(Labels.SERVICE).orElse("");
        return switch (kind) {
            case 0 ->
                new Planned(
                        PlanItem.of("p" + count, from, word),
                        from,
                        count == 0 ? null : LocalDate.of(2026, 3 * count, 5),
                        word.isEmpty() ? List.of() : List.of(word, "ops"),
                        to == null ? null : PlanItem.of("p" + count, from, word),
                        to,
                        new TreeSet<>(List.of((long) count, 2L)),
                        labels,
                        evidence);
            case 1 -> new SourceTrace("a", word, count > 0, from, labels, evidence);
            case 2 ->
                new Scaled(
                        ScalingAction.of("s", from, "shop", count, 1),
                        List.of(Trigger.AUTOMATED, Trigger.MANUAL, Trigger.UNKNOWN)
                                .get(count % 3),
                        labels,
                        evidence);
            case 3 -> new ReleaseGap("1", from, to == null ? "" : "2", to, labels, evidence);
            case 4 -> new Silence("shop", count == 0, from, to, labels, evidence);
            case 5 ->
                new DeploymentContext(
                        "d",
                        "1",
                        from,
                        count > 0,
                        count > 1 ? Recovery.fixForward() : null,
                        service + count,
                        word,
                        "green",
                        count > 1,
                        count > 2,
                        to,
                        labels,
                        evidence);
            case 6 -> new FiredAlert(AlertFiring.of("a", from, "cpu"), count > 0, labels, evidence);
            case 7, 8 ->
                new ChangeTests(
                        "L",
                        from,
                        to,
                        count,
                        Math.min(count, word.length() / 3),
                        count / 2,
                        count == 0 ? null : Stage.all().get(2 * count),
                        labels,
                        evidence);
            default ->
                new IncidentCase(
                        new Incident(
                                ArtifactMetadata.of("i", from),
                                "",
                                false,
                                null,
                                word.isEmpty()
                                        ? IncidentResponse.UNKNOWN
                                        : IncidentResponse.UNKNOWN.joined(word, from)),
                        List.of(),
                        labels,
                        evidence);
        };
    }
}
