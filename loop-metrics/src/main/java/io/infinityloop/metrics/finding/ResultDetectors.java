package io.infinityloop.metrics.finding;

import io.infinityloop.Stage;
import io.infinityloop.artifact.Insight;
import io.infinityloop.artifact.OutcomeGoal;
import io.infinityloop.event.EventKey;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Cell;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricProfile;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Target;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.Window;
import io.infinityloop.metrics.link.ApprovalWait;
import io.infinityloop.metrics.link.Learned;
import io.infinityloop.metrics.link.Planned;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What goes wrong with numbers: nobody needs them, nobody acts on them, or two of them tell a story together.
 *
 * @since 0.1
 */
public final class ResultDetectors {
    private static final int THREE = 3;
    private static final BigDecimal FIVE_POINTS = new BigDecimal("0.05");
    private static final Set<String> BUILT_IN = Set.of("dora", "flow", "delivery", "reliability");

    private static final DetectorDefinition VANITY = DetectorDefinition.builder(
                    "finding.vanity-metric", "Numbers that flatter")
            .antiPatterns("monitor-vanity-metrics")
            .stage(Stage.MONITOR)
            .severity(DetectorDefinition.Severity.ADVICE)
            .needs("metrics")
            .remedy("Ask of each metric which decision it serves: give it a target, a goal or a rule, or drop it.")
            .option("rules", "the ids of metrics that rules use; none unless set")
            .source(Sources.lesson("ANTI-29"))
            .build();

    private static final DetectorDefinition NO_ACTION = DetectorDefinition.builder(
                    "finding.metric-without-action", "Measured and ignored")
            .antiPatterns("monitor-no-action")
            .stage(Stage.MONITOR)
            .needs("metrics with a target")
            .remedy("Turn every missed target into an insight, and every insight into a plan item or a stated no.")
            .option("windows", "for how many windows in a row it is missed or gets worse; 3 unless set")
            .source(Sources.lesson("ANTI-31"))
            .build();

    private static final DetectorDefinition PRESSURE = DetectorDefinition.builder(
                    "finding.release-pressure", "Pressure to release")
            .antiPatterns("release-pressure")
            .severity(DetectorDefinition.Severity.RISK)
            .needs("windows with deployments")
            .remedy("Show the risk with evidence, and let the signals decide how and when to release.")
            .option("rise", "from which rise of the change failure rate on, 0.05 is 5 points; 0.05 unless set, ours")
            .source(Sources.master("ANTI-34"))
            .build();

    private static final DetectorDefinition AUTOMATED_MESS = DetectorDefinition.builder(
                    "finding.automation-without-simplification", "Automation of a bad process")
            .antiPatterns("automated-mess")
            .severity(DetectorDefinition.Severity.ADVICE)
            .needs("windows with steps, deployments and approvals")
            .remedy("Make it simple first: fewer approvals, smaller batches. Then automate what is left.")
            .source(Sources.master("ANTI-33"))
            .build();

    private static final DetectorDefinition GROWING_APPROVALS = DetectorDefinition.builder(
                    "finding.growing-approvals", "Ever more approvals")
            .stage(Stage.RELEASE)
            .needs("windows with approvals and deployments")
            .remedy("Ask which approval ever stopped anything; let an automated check take the place of the others.")
            .source(Sources.requirement("ANTI-38"))
            .build();

    private static final DetectorDefinition TOOLS_ONLY = DetectorDefinition.builder(
                    "finding.tooling-programme", "A programme of tools")
            .severity(DetectorDefinition.Severity.ADVICE)
            .needs("metrics")
            .remedy("Measure what users get from it: begin with lead time and with failures, and count tools last.")
            .source(Sources.requirement("ANTI-37"))
            .build();

    private ResultDetectors() {}

    /** {@return the detector {@code finding.vanity-metric}, where no rule uses a metric} */
    public static ScorecardDetector vanityMetric() {
        return vanityMetric(Set.of());
    }

    /**
     * Returns the detector of metrics of your own that have no target, that no plan item names in a goal and that no
     * rule uses. The library's metrics come with their meaning and are not judged.
     *
     * @param rules the ids of metrics that rules use
     * @return the detector {@code finding.vanity-metric}
     */
    public static ScorecardDetector vanityMetric(Set<String> rules) {
        Set<String> used = Set.copyOf(rules);
        return Detectors.results(VANITY, view -> view.segment().isAll() ? vanity(view, used) : List.of());
    }

    private static List<Sighting> vanity(ScorecardView view, Set<String> used) {
        return view.metrics().stream()
                .filter(metric ->
                        !BUILT_IN.contains(metric.id().substring(0, metric.id().indexOf('.'))))
                .filter(metric -> metric.profile().target() == null)
                .filter(metric -> !used.contains(metric.id()) && !used.contains(metric.metric()))
                .filter(metric -> goals(view).noneMatch(goal -> isAbout(goal.metric(), metric)))
                .map(metric -> Sighting.of(
                        "the metric " + metric.id()
                                + " has no target, no plan item names it as a goal, and no rule uses it",
                        evidence(view, view.course(metric.id()))))
                .toList();
    }

    private static Stream<OutcomeGoal> goals(ScorecardView view) {
        return view.subjects(Planned.class).flatMap(planned -> planned.item().brief().goals().stream());
    }

    /** {@return the detector {@code finding.metric-without-action}, for three windows in a row} */
    public static ScorecardDetector metricWithoutAction() {
        return metricWithoutAction(THREE);
    }

    /**
     * Returns the detector of metrics that miss their target, or get worse, in the last windows, while nobody wrote an
     * insight or a plan item. An insight counts if its evidence names the metric, or if it names no metric at all; a
     * plan item counts if a goal of it names the metric.
     *
     * @param windows for how many windows in a row
     * @return the detector {@code finding.metric-without-action}
     * @throws IllegalArgumentException if there are less than two
     */
    public static ScorecardDetector metricWithoutAction(int windows) {
        Limits.atLeast(2, NO_ACTION, "windows", windows);
        return Detectors.results(
                NO_ACTION,
                view -> view.metrics().stream()
                        .flatMap(metric -> ignored(view, metric, windows).stream())
                        .toList());
    }

    private static Optional<Sighting> ignored(ScorecardView view, MetricDefinition metric, int windows) {
        List<Cell> course = view.course(metric.id());
        if (course.size() < windows) {
            return Optional.empty();
        }
        List<Cell> last = course.subList(course.size() - windows, course.size());
        Target target = metric.profile().target();
        boolean missed =
                target != null && last.stream().allMatch(cell -> target.judge(cell.result()) == Target.Status.MISSED);
        boolean worse = course.size() > windows
                && isGettingWorse(course.subList(course.size() - windows - 1, course.size()), metric.direction());
        Instant since = last.get(0).window().from();
        if ((!missed && !worse) || isActedOn(view, metric, since)) {
            return Optional.empty();
        }
        String what = missed ? " missed its target in " : " got worse in ";
        return Optional.of(Sighting.of(
                        metric.id() + what + windows + " windows in a row, and no insight or plan item is about it",
                        evidence(view, last))
                .figure("windows", Amount.count(windows)));
    }

    private static boolean isGettingWorse(List<Cell> cells, MetricDefinition.Direction direction) {
        int worse = direction == MetricDefinition.Direction.HIGHER_IS_BETTER ? -1 : 1;
        for (int i = 1; i < cells.size(); i++) {
            Optional<Amount> before = value(cells.get(i - 1));
            Optional<Amount> now = value(cells.get(i));
            if (direction == MetricDefinition.Direction.NEUTRAL
                    || before.isEmpty()
                    || now.isEmpty()
                    || Integer.signum(now.get().compareTo(before.get())) != worse) {
                return false;
            }
        }
        return true;
    }

    private static boolean isActedOn(ScorecardView view, MetricDefinition metric, Instant since) {
        boolean learned = view.subjects(Learned.class)
                .map(Learned::insight)
                .anyMatch(insight -> !insight.at().isBefore(since) && isAbout(insight, metric));
        return learned
                || view.subjects(Planned.class)
                        .filter(planned -> !planned.item().at().isBefore(since))
                        .flatMap(planned -> planned.item().brief().goals().stream())
                        .anyMatch(goal -> isAbout(goal.metric(), metric));
    }

    private static boolean isAbout(Insight insight, MetricDefinition metric) {
        return !insight.isNothingFound()
                && (insight.grounds().evidence().isEmpty()
                        || insight.grounds().evidence().stream().anyMatch(reading -> isAbout(reading.name(), metric)));
    }

    private static boolean isAbout(String name, MetricDefinition metric) {
        String plain = name.toLowerCase(Locale.ROOT);
        return Stream.concat(
                        Stream.of(metric.id(), metric.metric(), metric.name()), metric.profile().aliases().stream())
                .anyMatch(known -> known.toLowerCase(Locale.ROOT).equals(plain));
    }

    /** {@return the detector {@code finding.release-pressure}, from a rise of 5 points on; the limit is ours} */
    public static ScorecardDetector releasePressure() {
        return releasePressure(FIVE_POINTS);
    }

    /**
     * Returns the detector of a last window in which more was deployed than in the one before, and more of it failed.
     *
     * @param rise from which rise of the change failure rate on, 0.05 is 5 points
     * @return the detector {@code finding.release-pressure}
     * @throws IllegalArgumentException if it is not more than 0
     */
    public static ScorecardDetector releasePressure(BigDecimal rise) {
        if (rise.signum() <= 0) {
            throw new IllegalArgumentException(
                    PRESSURE.id() + ": the option 'rise' is " + rise.toPlainString() + ", expected more than 0");
        }
        return Detectors.results(
                PRESSURE,
                view -> Course.last(view).stream()
                        .flatMap(course -> pressure(course, rise).stream())
                        .toList());
    }

    private static Optional<Sighting> pressure(Course course, BigDecimal rise) {
        Optional<Course.Step> frequency = course.step("dora.deployment-frequency");
        Optional<Course.Step> failures = course.step("dora.change-failure-rate");
        if (frequency.isEmpty()
                || failures.isEmpty()
                || frequency.get().rise().signum() <= 0
                || failures.get().rise().compareTo(rise) < 0) {
            return Optional.empty();
        }
        return Optional.of(Sighting.of(
                        "deployments went from " + frequency.get().before() + " to "
                                + frequency.get().now() + ", and of them failed "
                                + Words.percent(failures.get().now()) + " instead of "
                                + Words.percent(failures.get().before()),
                        course.evidence("dora.deployment-frequency", "dora.change-failure-rate"))
                .figure("deployment frequency", frequency.get().now())
                .figure("change failure rate", failures.get().now())
                .figure("rise", new Amount(failures.get().rise(), Unit.CHANGE)));
    }

    /**
     * Returns the detector of a last window in which more was automated than in the one before, more failed, and no
     * less was asked for approval.
     *
     * @return the detector {@code finding.automation-without-simplification}
     */
    public static ScorecardDetector automationWithoutSimplification() {
        return Detectors.results(
                AUTOMATED_MESS,
                view -> Course.last(view).stream()
                        .flatMap(course -> mess(course).stream())
                        .toList());
    }

    private static Optional<Sighting> mess(Course course) {
        Optional<Course.Step> automation = course.step("delivery.automation-share");
        Optional<Course.Step> failures = course.step("dora.change-failure-rate");
        if (automation.isEmpty()
                || failures.isEmpty()
                || automation.get().rise().signum() <= 0
                || failures.get().rise().signum() <= 0
                || course.approvals(course.now()) < course.approvals(course.before())) {
            return Optional.empty();
        }
        return Optional.of(Sighting.of(
                        "automation went from " + Words.percent(automation.get().before()) + " to "
                                + Words.percent(automation.get().now()) + ", failures from "
                                + Words.percent(failures.get().before()) + " to "
                                + Words.percent(failures.get().now()) + ", and there are no fewer approvals: "
                                + course.approvals(course.now()),
                        course.evidence("delivery.automation-share", "dora.change-failure-rate"))
                .figure("automation share", automation.get().now())
                .figure("change failure rate", failures.get().now())
                .figure("approvals", Amount.count(course.approvals(course.now()))));
    }

    /**
     * Returns the detector of a last window in which more approvals were asked for than in the one before, and changes
     * took longer.
     *
     * @return the detector {@code finding.growing-approvals}
     */
    public static ScorecardDetector growingApprovals() {
        return Detectors.results(
                GROWING_APPROVALS,
                view -> Course.last(view).stream()
                        .flatMap(course -> growth(course).stream())
                        .toList());
    }

    private static Optional<Sighting> growth(Course course) {
        Optional<Course.Step> leadTime = course.step("dora.change-lead-time");
        long before = course.approvals(course.before());
        long now = course.approvals(course.now());
        if (leadTime.isEmpty() || leadTime.get().rise().signum() <= 0 || before == 0 || now <= before) {
            return Optional.empty();
        }
        return Optional.of(Sighting.of(
                        "approvals went from " + before + " to " + now + " while the lead time grew from "
                                + Words.span(leadTime.get().before().toDuration()) + " to "
                                + Words.span(leadTime.get().now().toDuration()),
                        course.evidence("dora.change-lead-time"))
                .figure("approvals", Amount.count(now))
                .figure("lead time", leadTime.get().now()));
    }

    /**
     * Returns the detector of a scorecard that holds no metric of what users feel: only counts of tools, runs and
     * resources.
     *
     * @return the detector {@code finding.tooling-programme}
     */
    public static ScorecardDetector toolingProgramme() {
        return Detectors.results(TOOLS_ONLY, view -> {
            List<MetricDefinition> metrics = view.metrics();
            boolean outcome = metrics.stream()
                    .anyMatch(metric -> metric.profile().relevance() == MetricProfile.Relevance.PRIMARY);
            return metrics.isEmpty() || outcome || !view.segment().isAll()
                    ? List.of()
                    : List.of(Sighting.of(
                                    "none of the " + metrics.size() + " metrics is about what users get from it",
                                    List.of())
                            .figure("metrics", Amount.count(metrics.size())));
        });
    }

    private static Optional<Amount> value(Cell cell) {
        return cell.result() instanceof MetricResult.Value value ? Optional.of(value.headline()) : Optional.empty();
    }

    private static List<EventKey> evidence(ScorecardView view, List<Cell> cells) {
        return cells.stream()
                .flatMap(cell -> view.evidence(cell).stream())
                .distinct()
                .toList();
    }

    /** The last window of a segment, and the one before it. */
    private record Course(ScorecardView view, Window before, Window now) {
        /** A number before and now. */
        private record Step(Amount before, Amount now) {
            BigDecimal rise() {
                return now.number().subtract(before.number());
            }
        }

        static Optional<Course> last(ScorecardView view) {
            List<Window> windows = view.windows();
            int size = windows.size();
            return size < 2
                    ? Optional.empty()
                    : Optional.of(new Course(view, windows.get(size - 2), windows.get(size - 1)));
        }

        Optional<Step> step(String metric) {
            Optional<Amount> earlier = view.value(metric, before);
            Optional<Amount> later = view.value(metric, now);
            return earlier.isEmpty() || later.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Step(earlier.get(), later.get()));
        }

        /** How many approvals were asked for in a window, in this segment. */
        long approvals(Window window) {
            return view.subjects(ApprovalWait.class)
                    .filter(wait -> window.contains(wait.askedAt()) && view.holds(wait))
                    .count();
        }

        List<EventKey> evidence(String... metrics) {
            Set<EventKey> keys = new TreeSet<>();
            for (String metric : metrics) {
                view.course(metric).stream()
                        .filter(cell -> cell.window().equals(now))
                        .forEach(cell -> keys.addAll(view.evidence(cell)));
            }
            return new ArrayList<>(keys);
        }
    }
}
