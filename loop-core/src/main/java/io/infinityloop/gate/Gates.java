package io.infinityloop.gate;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.Stage;
import io.infinityloop.artifact.Checked;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.artifact.PullRequest;
import io.infinityloop.artifact.Release;
import io.infinityloop.artifact.TestLevel;
import io.infinityloop.artifact.TestRun;
import io.infinityloop.internal.Texts;
import io.infinityloop.machine.Command;
import io.infinityloop.machine.Gate;
import io.infinityloop.machine.LoopState;
import io.infinityloop.machine.Verdict;
import io.infinityloop.pipeline.Integration;
import io.infinityloop.policy.PolicySet;
import io.infinityloop.policy.Proposal;
import io.infinityloop.process.Mainline;
import io.infinityloop.process.MainlineState;
import io.infinityloop.rule.QualityGate;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Gates that many teams want. Each is on where a definition names it, and off everywhere else.
 *
 * <p>Source: requirements GATE-04, GATE-06, GATE-07, GATE-08, GATE-13, GATE-15, GATE-16, GATE-19, GATE-23 and OBS-07.
 *
 * @since 0.1
 */
public final class Gates {
    private Gates() {}

    /**
     * Returns a gate that asks for the word of a role. The loop waits until the role was asked and has answered; it
     * passes if the last answer is yes. An approval that names releases counts for these only.
     *
     * @param role the role, for example {@code release-manager}
     * @return the gate, usually for leaving RELEASE
     * @throws IllegalArgumentException if the role is blank or has more than 100 characters
     */
    public static Gate approval(String role) {
        return new ApprovalGate(role);
    }

    /**
     * Returns a gate that asks that a check passed, for example {@code lint}: a build or a run of a test suite with
     * that subject.
     *
     * @param subject the name of the check
     * @return the gate
     * @throws IllegalArgumentException if the subject is blank or has more than 500 characters
     */
    public static Gate passed(String subject) {
        Texts.id("subject", subject);
        return (state, command) -> LastRuns.verdict(
                "check '" + subject + "'",
                Held.of(state, command)
                        .all(Checked.class, check -> check.subject().equals(subject)));
    }

    /**
     * Returns a gate that asks for unit tests of the build: at least one run of level UNIT in BUILD, and each suite
     * passed. Tests of higher levels belong to TEST, and are passed over.
     *
     * @return the gate, usually for leaving BUILD
     */
    public static Gate unitTests() {
        return (state, command) -> LastRuns.verdict(
                "unit tests in BUILD",
                Held.of(state, command)
                        .all(
                                TestRun.class,
                                run -> run.stage() == Stage.BUILD
                                        && run.coverage().level() == TestLevel.UNIT));
    }

    /**
     * Returns a gate that asks for a look at security: at least one {@linkplain ShiftLeft#isSecurityCheck run about
     * it}, and each suite passed. It can stand in any stage from CODE on; {@link ShiftLeft} tells how early the first
     * look was.
     *
     * @return the gate
     */
    public static Gate security() {
        return (state, command) -> LastRuns.verdict(
                "security check", Held.of(state, command).all(TestRun.class, ShiftLeft::isSecurityCheck));
    }

    /**
     * Returns a gate that lets a loop pass if all conditions hold of {@linkplain #measured what its artifacts say}.
     *
     * @param conditions the conditions
     * @return the gate
     * @throws IllegalArgumentException if a condition has a hold, a date or a window, which single values cannot fulfil
     */
    public static Gate quality(QualityGate conditions) {
        return quality(conditions, Gates::measured);
    }

    /**
     * Returns a gate that lets a loop pass if all conditions hold. If none is FALSE but one is UNKNOWN, the loop waits;
     * else it is refused with what was required and what was found.
     *
     * @param conditions the conditions
     * @param values gives the values by measure, for a loop and what is asked of it
     * @return the gate
     * @throws IllegalArgumentException if a condition has a hold, a date or a window, which single values cannot fulfil
     */
    public static Gate quality(QualityGate conditions, BiFunction<LoopState, Command, Map<String, BigDecimal>> values) {
        requireNonNull(values, "values");
        conditions.judge(Map.of()); // says now, and not at each attempt, what it can never judge
        return (state, command) -> Measured.verdict(conditions, values.apply(state, command));
    }

    /**
     * Returns the values that the artifacts of a loop, and those handed over with a request, hold: the latest of each
     * metric of a {@link io.infinityloop.artifact.Measurement}, by its name; and of the latest run of each suite of
     * tests the counts, as {@code suite.passed}, {@code suite.failed} and {@code suite.skipped}, if any test was
     * counted.
     *
     * @param state where the loop stands
     * @param command what is asked
     * @return the values by measure, sorted
     */
    public static SortedMap<String, BigDecimal> measured(LoopState state, Command command) {
        return Measured.of(Held.of(state, command));
    }

    /**
     * Returns a gate that holds releases back while an error budget is spent. A release whose {@linkplain Labels#INTENT
     * intent} is {@code fix} passes all the same, because it is to bring the budget back.
     *
     * @param left gives how much of the budget is left, in any unit; spent at 0 and below
     * @return the gate, for leaving RELEASE
     */
    public static Gate errorBudget(Supplier<BigDecimal> left) {
        requireNonNull(left, "left");
        return (state, command) -> {
            BigDecimal now = left.get();
            boolean isFix = Held.of(state, command)
                    .last(Release.class, any -> true)
                    .flatMap(release -> release.labels().get(Labels.INTENT))
                    .filter("fix"::equals)
                    .isPresent();
            return now.signum() > 0 || isFix
                    ? Verdict.pass()
                    : Verdict.refuse("the error budget is spent, " + now.toPlainString()
                            + " is left: a release labelled " + Labels.INTENT
                            + " fix may pass, others when there is some");
        };
    }

    /**
     * Returns a gate that asks policies about the deployment of the latest release. It refuses what is against a strict
     * policy, and says that it waits where waiting helps: for a release, an approval, the window, another release.
     * Advice holds nothing up; who wants to hear it asks {@link PolicySet#judge}.
     *
     * @param policies the policies
     * @param proposal says how a release is to be deployed that would be deployed at an instant, and what is known from
     *     elsewhere; what is recorded in the loop or handed over with the move is added
     * @return the gate, usually for leaving RELEASE
     */
    public static Gate policies(PolicySet policies, BiFunction<Release, Instant, Proposal> proposal) {
        return new PolicyGate(policies, proposal);
    }

    /**
     * Returns a gate that holds a change back while the main line is broken, unless it is the fix.
     *
     * @param mainline tells how the main line is
     * @return the gate, usually for leaving CODE
     */
    public static Gate mainline(Supplier<Mainline> mainline) {
        requireNonNull(mainline, "mainline");
        return (state, command) -> {
            Mainline now = mainline.get();
            boolean isFix =
                    Held.of(state, command).last(PullRequest.class, now::isFix).isPresent();
            return now.state() == MainlineState.GREEN || isFix
                    ? Verdict.pass()
                    : Verdict.refuse("the main line is broken by "
                            + now.red().values().stream().flatMap(List::stream).toList()
                            + ": only a pull request that names a failed build in its lineage may pass");
        };
    }

    /**
     * Returns a gate that asks that a commit passed at its author's.
     *
     * @param standing tells how a commit stands
     * @return the gate, usually for leaving CODE
     */
    public static Gate commit(Function<Commit, Integration> standing) {
        return integration(standing, Integration.Code.LOCAL_RUN_NOT_PASSED);
    }

    /**
     * Returns a gate that asks that a commit passed where the work of all comes together, whatever it did at its
     * author's.
     *
     * @param standing tells how a commit stands
     * @return the gate, usually for leaving BUILD
     */
    public static Gate integrated(Function<Commit, Integration> standing) {
        return integration(standing, Integration.Code.SERVER_RUN_NOT_PASSED);
    }

    /** Asked of the last commit alone: it holds the work of those before it. */
    private static Gate integration(Function<Commit, Integration> standing, Integration.Code code) {
        requireNonNull(standing, "standing");
        return (state, command) -> {
            Optional<Commit> commit = Held.of(state, command).last(Commit.class, any -> true);
            if (commit.isEmpty()) {
                return Verdict.refuse("no commit is recorded; record one");
            }
            return standing.apply(commit.get()).findings().stream()
                    .filter(finding -> finding.code() == code)
                    .findFirst()
                    .map(finding -> Verdict.refuse(finding.message()))
                    .orElseGet(Verdict::pass);
        };
    }

    /**
     * Returns a gate that asks that a change which is to make something faster names the metrics by which that will be
     * seen.
     *
     * @param check the metrics
     * @return the gate, usually for leaving CODE
     */
    public static Gate observability(ObservabilityCheck check) {
        requireNonNull(check, "check");
        return (state, command) -> {
            Held held = Held.of(state, command);
            List<PlanItem> items = held.all(PlanItem.class, any -> true);
            String message = held.all(PullRequest.class, any -> true).stream()
                    .flatMap(request -> check.judge(request, items).stream())
                    .map(UnwatchedChange::message)
                    .distinct()
                    .collect(Collectors.joining("; "));
            return message.isEmpty() ? Verdict.pass() : Verdict.refuse(message);
        };
    }
}
