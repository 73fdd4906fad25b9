package io.infinityloop.machine;

import io.infinityloop.Stage;
import io.infinityloop.artifact.Approval;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.BuildArtifact;
import io.infinityloop.artifact.Checked;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.Environment;
import io.infinityloop.artifact.Insight;
import io.infinityloop.artifact.OperationRecord;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.artifact.Release;
import io.infinityloop.artifact.TestRun;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rules of a delivery that waits for a go once more, naively: lists that are searched again and again. RELEASE is
 * left by itself; a gate at CODE and at RELEASE is open to some requests and closed to others.
 */
final class DeliveryOracle {
    Stage stage = Stage.PLAN;
    long cycle = 1;
    int attempt = 1;
    boolean retired;
    List<Artifact> there = new ArrayList<>();
    List<Artifact> fresh = new ArrayList<>();
    private List<Checked> verdicts = new ArrayList<>();

    /** {@return how many events come of a command; 0 if it is refused} */
    int take(Command command, boolean open) {
        if (retired) {
            return 0;
        }
        if (command instanceof Command.Advance advance) {
            return advance(advance, open);
        }
        if (command instanceof Command.Attach attach) {
            add(attach.artifact());
            return 1 + byItself(open);
        }
        if (command instanceof Command.ReturnTo returnTo) {
            if (returnTo.to().number() >= stage.number()) {
                return 0;
            }
            stage = returnTo.to();
            attempt++;
            there.removeIf(artifact -> artifact.stage().number() >= stage.number());
            verdicts.removeIf(artifact -> ((Artifact) artifact).stage().number() >= stage.number());
            fresh.clear();
            return 1;
        }
        retired = true;
        return 1;
    }

    private int advance(Command.Advance advance, boolean open) {
        List<Artifact> thereBefore = new ArrayList<>(there);
        List<Artifact> freshBefore = new ArrayList<>(fresh);
        List<Checked> verdictsBefore = new ArrayList<>(verdicts);
        advance.artifacts().forEach(this::add);
        boolean gated = stage == Stage.CODE || stage == Stage.RELEASE;
        if (advance.to() != stage.next() || !isReady() || (gated && !open)) {
            there = thereBefore;
            fresh = freshBefore;
            verdicts = verdictsBefore;
            return 0;
        }
        move();
        return advance.artifacts().size() + 1;
    }

    /** Only a request that is made in RELEASE has its gate asked. */
    private int byItself(boolean open) {
        if (stage != Stage.RELEASE || !open || !isReady()) {
            return 0;
        }
        move();
        return 1;
    }

    private void move() {
        if (stage == Stage.MONITOR) {
            there = new ArrayList<>(fresh.stream()
                    .filter(artifact -> artifact.stage() == Stage.MONITOR)
                    .toList());
            verdicts.clear();
            cycle++;
            attempt = 1;
        }
        fresh.clear();
        stage = stage.next();
    }

    private void add(Artifact artifact) {
        if (there.contains(artifact)) {
            return;
        }
        Predicate<Artifact> same = other -> other.ref().equals(artifact.ref());
        there.removeIf(same);
        fresh.removeIf(same);
        there.add(artifact);
        fresh.add(artifact);
        if (artifact instanceof Checked checked) {
            verdicts.add(checked);
        }
    }

    private boolean isReady() {
        if (isHeld()) {
            return false;
        }
        return switch (stage) {
            case PLAN -> of(there, PlanItem.class).findAny().isPresent();
            case CODE -> of(there, Commit.class).findAny().isPresent();
            case BUILD -> of(there, BuildArtifact.class).findAny().isPresent();
            case TEST -> isTested();
            case RELEASE -> isReleased() && isGranted();
            case DEPLOY -> isDeployed();
            case OPERATE -> of(fresh, OperationRecord.class).findAny().isPresent();
            case MONITOR -> of(fresh, Insight.class).findAny().isPresent();
        };
    }

    /** Something of this stage was checked, and the last word on it, good or bad, was bad. */
    private boolean isHeld() {
        List<Checked> here = verdicts.stream()
                .filter(checked -> ((Artifact) checked).stage() == stage)
                .filter(checked -> checked.outcome().isFailure() || isGood(checked))
                .toList();
        return here.stream()
                .anyMatch(one -> last(here.stream()
                                .filter(other -> other.getClass() == one.getClass()
                                        && other.subject().equals(one.subject()))
                                .toList())
                        .outcome()
                        .isFailure());
    }

    private boolean isTested() {
        List<TestRun> runs = lastGood(testRuns());
        return runs.stream().anyMatch(run -> !run.digests().isEmpty())
                && runs.stream().allMatch(run -> built().containsAll(run.digests()));
    }

    private boolean isReleased() {
        List<Release> releases = of(there, Release.class).toList();
        return !releases.isEmpty()
                && last(releases).recovery().isPresent()
                && !last(releases).digests().isEmpty()
                && last(releases).digests().stream().allMatch(this::isTested);
    }

    private boolean isGranted() {
        ArtifactRef release = last(of(there, Release.class).toList()).ref();
        List<Approval> about = of(there, Approval.class)
                .filter(approval -> approval.derivedFrom().isEmpty()
                        || approval.derivedFrom().contains(release))
                .toList();
        return !about.isEmpty() && about.stream().allMatch(approval -> approval.answer() == Approval.Answer.GRANTED);
    }

    private boolean isDeployed() {
        List<Deployment> decided = of(fresh, Deployment.class)
                .filter(deployment -> deployment.environment() == Environment.PRODUCTION)
                .filter(deployment ->
                        deployment.outcome().isSuccess() || deployment.outcome().isFailure())
                .toList();
        List<Deployment> ofStage = of(there, Deployment.class)
                .filter(deployment -> deployment.stage() == Stage.DEPLOY)
                .toList();
        Set<String> released = of(there, Release.class)
                .flatMap(release -> release.digests().stream())
                .collect(Collectors.toSet());
        return !decided.isEmpty()
                && isGood(last(decided))
                && lastGood(ofStage).stream()
                        .flatMap(deployment -> deployment.digests().stream())
                        .allMatch(digest -> released.contains(digest) && isTested(digest));
    }

    /** Some suite passed on it last, and none failed on it last. */
    private boolean isTested(String digest) {
        List<TestRun> about = testRuns().stream()
                .filter(run -> run.digests().contains(digest))
                .filter(run -> run.outcome().isSuccess() || run.outcome().isFailure())
                .toList();
        return !about.isEmpty()
                && about.stream()
                        .allMatch(run -> last(about.stream()
                                        .filter(other -> other.subject().equals(run.subject()))
                                        .toList())
                                .outcome()
                                .isSuccess());
    }

    private List<TestRun> testRuns() {
        return of(there, TestRun.class).filter(run -> run.stage() == Stage.TEST).toList();
    }

    private Set<String> built() {
        return of(there, BuildArtifact.class)
                .flatMap(artifact -> artifact.digests().stream())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static boolean isGood(Checked checked) {
        return checked.outcome().isSuccess() && !(checked instanceof Deployment deployment && deployment.isRollback());
    }

    /** {@return of each subject the last that passed} */
    private static <C extends Checked> List<C> lastGood(List<C> all) {
        Map<String, C> bySubject = new LinkedHashMap<>();
        all.stream().filter(DeliveryOracle::isGood).forEach(one -> {
            bySubject.remove(one.subject());
            bySubject.put(one.subject(), one);
        });
        return List.copyOf(bySubject.values());
    }

    private static <T> T last(List<T> some) {
        return some.get(some.size() - 1);
    }

    private static <A extends Artifact> Stream<A> of(List<Artifact> artifacts, Class<A> type) {
        return artifacts.stream().filter(type::isInstance).map(type::cast);
    }
}
