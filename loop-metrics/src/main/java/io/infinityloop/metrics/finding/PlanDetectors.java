package io.infinityloop.metrics.finding;

import io.infinityloop.Stage;
import io.infinityloop.artifact.Gap;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.artifact.QualityRequirement;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Frame;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.link.Planned;
import io.infinityloop.metrics.link.StageVisit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What goes wrong while work is planned.
 *
 * @since 0.1
 */
public final class PlanDetectors {
    private static final int HALF_A_YEAR = 6;
    private static final Set<String> NEEDED = Set.of("priority", "acceptanceCriteria");

    private static final DetectorDefinition FAR_AHEAD = DetectorDefinition.builder(
                    "finding.detailed-far-ahead", "Details for half a year")
            .antiPatterns("plan-far-ahead")
            .stage(Stage.PLAN)
            .severity(DetectorDefinition.Severity.ADVICE)
            .needs("plan items")
            .remedy("Keep what is months away coarse, and break it down when its turn comes.")
            .option("months", "from how many months ahead on tasks are too much; 6 unless set, as the source says")
            .source(Sources.lesson("ANTI-01"))
            .build();

    private static final DetectorDefinition WITHOUT_OPERATIONS = DetectorDefinition.builder(
                    "finding.planned-without-operations", "Planned without operations")
            .antiPatterns("plan-without-operations")
            .stage(Stage.PLAN)
            .needs("plan items")
            .remedy("Have somebody who runs the service take part in every plan.")
            .source(Sources.lesson("ANTI-02"))
            .build();

    private static final DetectorDefinition OVER_PLANNING = DetectorDefinition.builder(
                    "finding.over-planning", "Planning without end")
            .antiPatterns("plan-over-planning")
            .stage(Stage.PLAN)
            .needs("visits of PLAN")
            .remedy("Set a limit to the time in PLAN, begin with a small first version, and learn the rest from it.")
            .option("limit", "the longest time in PLAN that is fine; none unless set: the sources give no figure")
            .source(Sources.lesson("ANTI-03"))
            .build();

    private static final DetectorDefinition UNCLEAR = DetectorDefinition.builder(
                    "finding.unclear-plan-item", "Begun before it was clear")
            .stage(Stage.PLAN)
            .needs("plan items whose work has begun")
            .remedy("Say how urgent it is and how everybody will see that it is done, before the first line of code.")
            .source(Sources.requirement("ANTI-04"))
            .build();

    private static final DetectorDefinition OPERATIONS_LEFT_OUT = DetectorDefinition.builder(
                    "finding.operations-left-out", "Operations not in the plan")
            .antiPatterns("operations-left-out")
            .severity(DetectorDefinition.Severity.ADVICE)
            .needs("plan items")
            .remedy("Let the plan answer how it will be run, seen from outside and brought back.")
            .source(Sources.master("ANTI-35"))
            .build();

    private static final DetectorDefinition CHANGED_AGAIN = DetectorDefinition.builder(
                    "finding.requirement-changed-again", "A requirement that keeps changing")
            .stage(Stage.PLAN)
            .needs("plan items")
            .remedy(
                    "Plan in smaller pieces, so that what is learned goes into the next piece and not into the old one.")
            .source(Sources.requirement("ANTI-40"))
            .build();

    private PlanDetectors() {}

    /**
     * Returns the detector of tasks that are written down for work six months ahead or more.
     *
     * @return the detector {@code finding.detailed-far-ahead}
     */
    public static Detector<Planned, ?> detailedFarAhead() {
        return detailedFarAhead(HALF_A_YEAR);
    }

    /**
     * Returns the detector of tasks that are written down for work many months ahead. Items without tasks are fine;
     * items of which nobody said when they are due are left out.
     *
     * @param months from how many months ahead on; on the day itself it is found
     * @return the detector {@code finding.detailed-far-ahead}
     * @throws IllegalArgumentException if there are less than one
     */
    public static Detector<Planned, ?> detailedFarAhead(int months) {
        Limits.atLeast(1, FAR_AHEAD, "months", months);
        return Detectors.each(
                FAR_AHEAD,
                Planned.class,
                (planned, asOf) -> planned.due() == null
                        ? new Place.Nowhere("nobody said when it is due")
                        : new Place.At(planned.plannedAt()),
                (planned, frame) -> farAhead(planned, frame, months));
    }

    private static Optional<Sighting> farAhead(Planned planned, Frame frame, int months) {
        LocalDate due = planned.due();
        LocalDate first = planned.plannedAt().atZone(frame.zone()).toLocalDate().plusMonths(months);
        int tasks = planned.item().tasks().size();
        return due == null || due.isBefore(first) || tasks == 0
                ? Optional.empty()
                : Optional.of(Sighting.of(
                                name(planned) + " is due on " + due + " and is already cut into tasks: " + tasks
                                        + ", found from " + first + " on",
                                planned.evidence())
                        .figure("tasks", Amount.count(tasks)));
    }

    /**
     * Returns the detector of plans in which nobody took part who runs software. Items of which nobody said who took
     * part are left out.
     *
     * @return the detector {@code finding.planned-without-operations}
     */
    public static Detector<Planned, ?> plannedWithoutOperations() {
        return Detectors.each(
                WITHOUT_OPERATIONS,
                Planned.class,
                planned -> planned.roles().isEmpty()
                        ? new Place.Nowhere("nobody said who took part")
                        : new Place.At(planned.plannedAt()),
                planned -> !planned.isWithOperations(),
                planned -> name(planned) + " was planned by " + String.join(", ", planned.roles())
                        + ": nobody took part who runs it");
    }

    /**
     * Returns the detector of long planning, which does not run: the sources give no limit, and there is none until one
     * is chosen.
     *
     * @return the detector {@code finding.over-planning}
     */
    public static Detector<StageVisit, ?> overPlanning() {
        return new IdleDetector<>(
                OVER_PLANNING, StageVisit.class, "no limit is set for the time in PLAN, and the sources give none");
    }

    /**
     * Returns the detector of visits of PLAN that take longer than a limit, or have until what is known.
     *
     * @param limit the longest time that is fine
     * @return the detector {@code finding.over-planning}
     * @throws IllegalArgumentException if the limit is not positive
     */
    public static Detector<StageVisit, ?> overPlanning(Duration limit) {
        Limits.positive(OVER_PLANNING, "limit", limit);
        return Detectors.each(
                OVER_PLANNING,
                StageVisit.class,
                (visit, asOf) -> {
                    if (visit.stage() != Stage.PLAN) {
                        return new Place.NotConcerned();
                    }
                    Instant left = visit.left();
                    return left == null ? new Place.Over(visit.entered(), null) : new Place.At(left);
                },
                (visit, frame) -> overPlanned(visit, frame, limit));
    }

    private static Optional<Sighting> overPlanned(StageVisit visit, Frame frame, Duration limit) {
        Instant left = visit.left();
        Duration dwell = Duration.between(visit.entered(), left == null ? frame.observedTo() : left);
        return dwell.compareTo(limit) <= 0
                ? Optional.empty()
                : Optional.of(Sighting.of(
                                visit.loop() + (left == null ? " is in PLAN for " : " was in PLAN for ")
                                        + Words.span(dwell) + ", more than " + Words.span(limit),
                                visit.evidence())
                        .figure("dwell", Amount.of(dwell)));
    }

    /**
     * Returns the detector of changes that enter CODE though nobody said how urgent they are or when they are done.
     * What was added later does not count.
     *
     * @return the detector {@code finding.unclear-plan-item}
     */
    public static Detector<Planned, ?> unclearPlanItem() {
        return Detectors.each(
                UNCLEAR,
                Planned.class,
                (planned, asOf) -> {
                    Instant begun = planned.begunAt();
                    return begun == null ? new Place.NotConcerned() : new Place.At(begun);
                },
                (planned, frame) -> unclear(planned));
    }

    private static Optional<Sighting> unclear(Planned planned) {
        PlanItem begun = planned.begunAs();
        if (begun == null) {
            return Optional.empty();
        }
        String missing = begun.gaps().stream()
                .filter(gap -> NEEDED.contains(gap.field()))
                .map(Gap::message)
                .collect(Collectors.joining(", "));
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(Sighting.of(name(planned) + " went into CODE: " + missing, planned.evidence()));
    }

    /**
     * Returns the detector of plans that ask neither how the result is watched nor how it comes into use and back.
     *
     * @return the detector {@code finding.operations-left-out}
     */
    public static Detector<Planned, ?> operationsLeftOut() {
        return Detectors.each(
                OPERATIONS_LEFT_OUT,
                Planned.class,
                planned -> new Place.At(planned.plannedAt()),
                planned -> planned.item().brief().requirements().stream()
                        .map(QualityRequirement::kind)
                        .noneMatch(kind -> kind == QualityRequirement.Kind.MONITORING
                                || kind == QualityRequirement.Kind.DEPLOYMENT),
                planned -> name(planned) + " requires nothing of monitoring, deployment and recovery");
    }

    /**
     * Returns the detector of requirements whose words change in more than one cycle after the first.
     *
     * @return the detector {@code finding.requirement-changed-again}
     */
    public static Detector<Planned, ?> requirementChangedAgain() {
        return Detectors.each(
                CHANGED_AGAIN,
                Planned.class,
                planned -> new Place.At(planned.item().at()),
                planned -> planned.changedIn().size() > 1,
                planned -> name(planned) + " was written anew in the cycles "
                        + planned.changedIn().stream().map(String::valueOf).collect(Collectors.joining(", "))
                        + " of its loop, more than once after the first");
    }

    private static String name(Planned planned) {
        return "plan item " + planned.item().id();
    }
}
