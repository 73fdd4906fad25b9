package io.infinityloop.gate;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import io.infinityloop.artifact.Approval;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Checked;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.artifact.PullRequest;
import io.infinityloop.artifact.Release;
import io.infinityloop.artifact.TestLevel;
import io.infinityloop.artifact.TestRun;
import io.infinityloop.internal.Texts;
import io.infinityloop.machine.Gate;
import io.infinityloop.machine.Verdict;
import io.infinityloop.pipeline.Integration;
import io.infinityloop.process.Mainline;
import io.infinityloop.process.MainlineState;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Gates that many teams want. Each is on where a definition names it, and off everywhere else.
 *
 * <p>Source: requirements GATE-06, GATE-07, GATE-08, GATE-13, GATE-15, GATE-16, GATE-19 and GATE-23.
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
        Texts.bounded("role", role, 100);
        return (state, command) -> {
            Held held = Held.of(state, command);
            Optional<ArtifactRef> release =
                    held.last(Release.class, any -> true).map(Artifact::ref);
            Optional<Approval> approval =
                    held.last(Approval.class, asked -> asked.role().equals(role) && isFor(asked, release));
            if (approval.isEmpty()) {
                return Verdict.waiting("no approval of the role " + role + " is recorded; ask for it");
            }
            String named = "the approval " + approval.get().id() + " of the role " + role;
            return switch (approval.get().answer()) {
                case PENDING -> Verdict.waiting(named + " is PENDING");
                case DENIED -> Verdict.refuse(named + " is DENIED; a later one that is granted would open the gate");
                case GRANTED -> Verdict.pass();
            };
        };
    }

    private static boolean isFor(Approval approval, Optional<ArtifactRef> release) {
        List<ArtifactRef> named = approval.derivedFrom().stream()
                .filter(ref -> ref.isOf(Release.KIND))
                .toList();
        return named.isEmpty() || release.isEmpty() || named.contains(release.get());
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
        return (state, command) -> judged(
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
        return (state, command) -> judged(
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
        return (state, command) ->
                judged("security check", Held.of(state, command).all(TestRun.class, ShiftLeft::isSecurityCheck));
    }

    /** Of several runs of one kind, stage and subject the last counts. */
    private static Verdict judged(String what, List<? extends Checked> runs) {
        if (runs.isEmpty()) {
            return Verdict.refuse("no " + what + " is recorded; record one that PASSED");
        }
        Map<String, Checked> last = new TreeMap<>();
        runs.forEach(run -> last.put(key(run), run));
        Collection<Checked> open = last.values();
        String message = open.stream()
                .filter(run -> !run.outcome().isSuccess())
                .map(run -> "'" + run.subject() + "' is " + run.outcome())
                .collect(Collectors.joining(", ", what + ": ", "; PASSED is expected"));
        if (open.stream().allMatch(run -> run.outcome().isSuccess())) {
            return Verdict.pass();
        }
        boolean isComing = open.stream().allMatch(run -> run.outcome().isSuccess() || run.outcome() == Outcome.RUNNING);
        return isComing ? Verdict.waiting(message) : Verdict.refuse(message);
    }

    private static String key(Checked run) {
        return run.getClass().getSimpleName() + " " + ((Artifact) run).stage() + " " + run.subject();
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
                    : Verdict.refuse("the main line is broken by " + now.red().values()
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
