package io.infinityloop.metrics.link;

import io.infinityloop.Labels;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Build;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Environment;
import io.infinityloop.artifact.PullRequest;
import io.infinityloop.artifact.TestRun;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The runs of builds and tests, how the branches went, and what was run of each commit. */
final class Runs implements SubjectProducer {
    @Override
    public void produce(Derivation derivation) {
        Lineage lineage = new Lineage(derivation);
        List<BuildRun> builds = attempts(
                derivation.latest(Build.class).stream()
                        .map(build -> build(build, lineage, derivation))
                        .toList(),
                BuildRun::with);
        List<TestRan> tests = attempts(
                derivation.latest(TestRun.class).stream()
                        .map(tested -> test(tested, lineage))
                        .toList(),
                TestRan::with);
        builds.forEach(derivation::emit);
        tests.forEach(derivation::emit);
        for (BranchHealth health : BranchBuilds.health(builds)) {
            health.red().forEach(derivation::emit);
            derivation.emit(health);
        }
        Revisions.of(derivation.latest(Commit.class), builds, tests).forEach(derivation::emit);
    }

    private static BuildRun build(Snapshot<Build> snapshot, Lineage lineage, Derivation derivation) {
        Build build = snapshot.artifact();
        Labels labels = snapshot.labels();
        List<String> revisions = lineage.origin(snapshot).revisions();
        return new BuildRun(
                build.id(),
                build.subject(),
                build.outcome(),
                queuedAt(snapshot, derivation),
                build.at(),
                build.finishedAt(),
                labels.get(Labels.BRANCH).orElseGet(() -> branch(revisions, snapshot, derivation)),
                build.derivedFrom().stream().anyMatch(ref -> ref.isOf(PullRequest.KIND)),
                environment(labels),
                snapshot.event().trigger(),
                revisions,
                Attempt.NONE,
                labels,
                List.of(snapshot.evidence()));
    }

    private static TestRan test(Snapshot<TestRun> snapshot, Lineage lineage) {
        TestRun run = snapshot.artifact();
        Environment told = run.coverage().environment();
        Lineage.Origin origin = lineage.origin(snapshot);
        return new TestRan(
                run.id(),
                run.subject(),
                run.stage(),
                run.coverage().level(),
                run.outcome(),
                run.counts(),
                run.at(),
                run.finishedAt(),
                told == Environment.UNKNOWN ? environment(snapshot.labels()) : told,
                snapshot.event().trigger(),
                origin.revisions(),
                origin.builds(),
                Attempt.NONE,
                snapshot.labels(),
                List.of(snapshot.evidence()));
    }

    private static @Nullable Instant queuedAt(Snapshot<Build> snapshot, Derivation derivation) {
        Optional<String> told = snapshot.labels().get(Labels.QUEUED);
        if (told.isEmpty()) {
            return null;
        }
        try {
            return Instant.parse(told.get());
        } catch (DateTimeException unreadable) {
            derivation.unjoined(
                    "label '" + Labels.QUEUED + "' is no instant",
                    snapshot.artifact().ref().toString());
            return null;
        }
    }

    /** The branch that all commits of the build say they were made on; empty if they say none, or many. */
    private static String branch(List<String> revisions, Snapshot<Build> snapshot, Derivation derivation) {
        List<String> branches = revisions.stream()
                .flatMap(commit ->
                        derivation
                                .find(
                                        ArtifactRef.of(Commit.KIND, commit),
                                        snapshot.event().source())
                                .stream())
                .map(found -> found.artifact() instanceof Commit commit
                        ? commit.details().branch()
                        : "")
                .distinct()
                .toList();
        return branches.size() == 1 ? branches.get(0) : "";
    }

    private static Environment environment(Labels labels) {
        String name = labels.get(Labels.ENVIRONMENT).orElse("").toUpperCase(Locale.ROOT);
        return Stream.of(Environment.values())
                .filter(environment -> environment.name().equals(name))
                .findFirst()
                .orElse(Environment.UNKNOWN);
    }

    /** What was tried more than once. A run of no known revision is a try of its own. */
    private record Tried(Scope scope, String subject, Environment environment, List<String> revisions) {
        static Tried of(Run run) {
            return new Tried(Scope.of(run.labels()), run.subject(), run.environment(), run.revisions());
        }
    }

    private static <R extends Run> List<R> attempts(List<R> runs, BiFunction<R, Attempt, R> with) {
        Map<Tried, Integer> all = new HashMap<>();
        for (R run : runs) {
            if (run.hasVerdict()) {
                all.merge(Tried.of(run), 1, Integer::sum);
            }
        }
        Map<Tried, Integer> sofar = new HashMap<>();
        return runs.stream()
                .sorted(Comparator.comparing(Run::endedAt))
                .map(run -> run.hasVerdict() ? with.apply(run, attempt(run, sofar, all)) : run)
                .sorted(Comparator.comparing(Run::startedAt))
                .toList();
    }

    private static Attempt attempt(Run run, Map<Tried, Integer> sofar, Map<Tried, Integer> all) {
        if (run.revisions().isEmpty()) {
            return Attempt.ONLY;
        }
        Tried tried = Tried.of(run);
        int number = sofar.merge(tried, 1, Integer::sum);
        return new Attempt(number, all.getOrDefault(tried, number) == number);
    }
}
