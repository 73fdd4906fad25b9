package io.infinityloop.benchmarks;

import io.infinityloop.Labels;
import io.infinityloop.Trigger;
import io.infinityloop.artifact.DeploymentPlan;
import io.infinityloop.artifact.DeploymentPurpose;
import io.infinityloop.artifact.DeploymentStatus;
import io.infinityloop.artifact.Environment;
import io.infinityloop.event.EventKey;
import io.infinityloop.metrics.Window;
import io.infinityloop.metrics.link.Change;
import io.infinityloop.metrics.link.Delivery;
import io.infinityloop.metrics.link.Deployed;
import io.infinityloop.metrics.link.Failure;
import io.infinityloop.metrics.link.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Deployments of 200 services in 52 weeks with three changes each, made from a seed; one of ten fails. */
final class DoraSubjects {
    static final int SERVICES = 200;
    static final int WEEKS = 52;
    static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    static final Window YEAR = Window.after(START, Duration.ofDays(7L * WEEKS));
    static final List<Window> WINDOWS = Window.weeks(YEAR, ZoneOffset.UTC);

    private static final int CHANGES = 3;

    private final Random random = new Random(6);
    private final List<Subject> subjects = new ArrayList<>();

    private DoraSubjects() {}

    static List<Subject> of(int deployments) {
        DoraSubjects made = new DoraSubjects();
        for (int i = 0; i < deployments; i++) {
            made.deployment(i);
        }
        return made.subjects;
    }

    private void deployment(int number) {
        Labels labels = Labels.of(Labels.SERVICE, "service-" + random.nextInt(SERVICES));
        Instant at = START.plusMillis((long) (random.nextDouble() * YEAR.length().toMillis()));
        EventKey key = new EventKey("bench", "d" + number);
        List<Failure> failures = random.nextInt(10) > 0
                ? List.of()
                : List.of(new Failure(
                        Failure.Sign.INCIDENT,
                        "incident/i" + number,
                        at.plusSeconds(60),
                        at.plusSeconds(60 + random.nextInt(100_000)),
                        true,
                        "id",
                        key));
        DeploymentPurpose purpose = random.nextInt(20) > 0 ? DeploymentPurpose.DELIVERY : DeploymentPurpose.HOTFIX;
        subjects.add(new Deployed(
                "d" + number,
                Environment.PRODUCTION,
                DeploymentStatus.SUCCEEDED,
                at.minusSeconds(300),
                at,
                DeploymentPlan.UNKNOWN.withPurpose(purpose),
                Trigger.AUTOMATED,
                List.of(),
                CHANGES,
                failures,
                List.of(),
                labels,
                List.of(key)));
        Delivery delivery = new Delivery("d" + number, at, false);
        for (int i = 0; i < CHANGES; i++) {
            Instant authored = at.minusMillis((long) Math.exp(10 + 2 * random.nextGaussian()));
            subjects.add(new Change(
                    "c" + number + "." + i, authored, authored, false, null, delivery, labels, List.of(key)));
        }
    }
}
