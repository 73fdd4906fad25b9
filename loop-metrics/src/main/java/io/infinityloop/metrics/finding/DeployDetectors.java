package io.infinityloop.metrics.finding;

import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import io.infinityloop.Trigger;
import io.infinityloop.artifact.DeploymentPurpose;
import io.infinityloop.artifact.Environment;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.link.Deployed;
import io.infinityloop.metrics.link.DeploymentContext;
import io.infinityloop.policy.DeploymentWindow;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.function.Function;

/**
 * What goes wrong when software is deployed to production.
 *
 * @since 0.1
 */
public final class DeployDetectors {
    private static final DetectorDefinition MANUAL = DetectorDefinition.builder(
                    "finding.manual-deployment", "Deployed by hand")
            .antiPatterns("deploy-manual")
            .stage(Stage.DEPLOY)
            .needs("deployments")
            .remedy("Describe the wanted state in files, and let a pipeline bring it about.")
            .source(Sources.lesson("ANTI-20"))
            .build();

    private static final DetectorDefinition NO_WAY_BACK = DetectorDefinition.builder(
                    "finding.no-recovery-path", "No way back")
            .antiPatterns("deploy-no-way-back")
            .stage(Stage.DEPLOY)
            .severity(DetectorDefinition.Severity.RISK)
            .needs("production deployments of releases")
            .remedy("Say for each release how it is taken back or repaired, and try that before it is needed.")
            .source(Sources.lesson("ANTI-21"))
            .build();

    private static final DetectorDefinition OUTSIDE_WINDOW = DetectorDefinition.builder(
                    "finding.deployment-outside-window", "Deployed when nobody is there")
            .antiPatterns("deploy-friday-evening")
            .stage(Stage.DEPLOY)
            .severity(DetectorDefinition.Severity.RISK)
            .needs("production deployments")
            .remedy("Agree on hours in which somebody is there to repair it, and let what is ready wait for them.")
            .option(
                    "window",
                    "when deployments may begin; Monday to Thursday 9 to 17 and Friday 9 to 12 in the zone of the"
                            + " analysis unless set; the hours are ours")
            .source(Sources.lesson("ANTI-22"))
            .build();

    private static final DetectorDefinition UNVERIFIED = DetectorDefinition.builder(
                    "finding.unverified-deployment", "Nobody looks afterwards")
            .antiPatterns("deploy-not-verified")
            .stage(Stage.DEPLOY)
            .severity(DetectorDefinition.Severity.RISK)
            .needs("finished production deployments")
            .remedy("Let smoke tests and health checks decide whether a deployment succeeded.")
            .source(Sources.lesson("ANTI-23"))
            .build();

    private DeployDetectors() {}

    /**
     * Returns the detector of production deployments that somebody did by hand. Where nobody said who or what did it,
     * nothing is found.
     *
     * @return the detector {@code finding.manual-deployment}
     */
    public static Detector<Deployed, ?> manualDeployment() {
        return Detectors.each(
                MANUAL,
                Deployed.class,
                deployed -> inProduction(deployed)
                        ? deployed.trigger() == Trigger.UNKNOWN
                                ? new Place.Nowhere("nobody said who or what did it")
                                : new Place.At(deployed.startedAt())
                        : new Place.NotConcerned(),
                deployed -> deployed.trigger() == Trigger.MANUAL,
                deployed -> name(deployed) + " was done by hand");
    }

    /**
     * Returns the detector of production deployments whose release says neither how it is taken back nor how it is
     * repaired. A deployment of no recorded release is left out.
     *
     * @return the detector {@code finding.no-recovery-path}
     */
    public static Detector<DeploymentContext, ?> noRecoveryPath() {
        return Detectors.each(
                NO_WAY_BACK,
                DeploymentContext.class,
                context -> context.hasRelease() || context.recovery() != null
                        ? new Place.At(context.finishedAt())
                        : new Place.Nowhere("no release of it is known"),
                context -> context.recovery() == null,
                context -> "deployment " + context.id() + " went to production, and neither it nor its release says how"
                        + " it is taken back or repaired");
    }

    /**
     * Returns the detector of production deployments outside of office hours, in the zone of the analysis.
     *
     * @return the detector {@code finding.deployment-outside-window}
     */
    public static Detector<Deployed, ?> deploymentOutsideWindow() {
        return outside(DeploymentWindow::officeHours);
    }

    /**
     * Returns the detector of production deployments that begin outside of a window. What puts something right, a
     * roll-back or a hotfix, may begin at any time.
     *
     * @param window when deployments may begin, in its own zone
     * @return the detector {@code finding.deployment-outside-window}
     */
    public static Detector<Deployed, ?> deploymentOutsideWindow(DeploymentWindow window) {
        return outside(zone -> window);
    }

    private static Detector<Deployed, ?> outside(Function<ZoneId, DeploymentWindow> windows) {
        return Detectors.each(
                OUTSIDE_WINDOW,
                Deployed.class,
                (deployed, asOf) -> inProduction(deployed) && !deployed.isRework()
                        ? new Place.At(deployed.startedAt())
                        : new Place.NotConcerned(),
                (deployed, frame) -> outside(deployed, windows.apply(frame.zone())));
    }

    private static Optional<Sighting> outside(Deployed deployed, DeploymentWindow window) {
        if (window.isOpen(deployed.startedAt())) {
            return Optional.empty();
        }
        ZonedDateTime local = deployed.startedAt().atZone(window.zone());
        boolean late = local.getDayOfWeek() == DayOfWeek.FRIDAY
                && window.openings().stream()
                        .filter(opening -> opening.day() == DayOfWeek.FRIDAY)
                        .noneMatch(opening -> local.toLocalTime().isBefore(opening.from()));
        String when = late
                ? "late on Friday, at " + local.toLocalTime()
                : "on " + local.getDayOfWeek() + " at " + local.toLocalTime();
        return Optional.of(Sighting.of(
                name(deployed) + " began " + when + " in " + window.zone() + ", outside of the window",
                deployed.evidence()));
    }

    /**
     * Returns the detector of production deployments that ended well and that nothing verified: no smoke test and no
     * health check has a result.
     *
     * @return the detector {@code finding.unverified-deployment}
     */
    public static Detector<Deployed, ?> unverifiedDeployment() {
        return Detectors.each(
                UNVERIFIED,
                Deployed.class,
                deployed -> {
                    Instant finished = deployed.finishedAt();
                    return deployed.isInProduction() && finished != null
                            ? new Place.At(finished)
                            : new Place.NotConcerned();
                },
                deployed -> deployed.verifications().stream().allMatch(check -> check.outcome() == Outcome.UNKNOWN),
                deployed -> name(deployed) + " ended, and no smoke test or health check has a result");
    }

    private static boolean inProduction(Deployed deployed) {
        return deployed.environment() == Environment.PRODUCTION;
    }

    private static String name(Deployed deployed) {
        String purpose = deployed.plan().purpose() == DeploymentPurpose.ROLLBACK ? "roll-back " : "deployment ";
        return purpose + deployed.id();
    }
}
