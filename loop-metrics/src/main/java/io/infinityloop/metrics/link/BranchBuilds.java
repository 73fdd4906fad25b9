package io.infinityloop.metrics.link;

import io.infinityloop.Labels;
import io.infinityloop.event.EventKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Follows the builds of one branch: which subjects are red, and since when. */
final class BranchBuilds {
    private final Set<String> red = new HashSet<>();
    private final List<RedSpan> spans = new ArrayList<>();
    private final List<BuildRun> failed = new ArrayList<>();

    private record Line(Scope scope, String repository, String branch) implements Comparable<Line> {
        private static final Comparator<Line> ORDER = Comparator.comparing(Line::scope)
                .thenComparing(Line::repository)
                .thenComparing(Line::branch);

        static Line of(BuildRun build) {
            return new Line(
                    Scope.of(build.labels()),
                    build.labels().get(Labels.REPOSITORY).orElse(""),
                    build.branch());
        }

        @Override
        public int compareTo(Line other) {
            return ORDER.compare(this, other);
        }
    }

    private BranchBuilds() {}

    /** Takes builds; those of pull requests, on a developer's own machine or without a verdict say nothing. */
    static List<BranchHealth> health(Collection<BuildRun> builds) {
        Map<Line, List<BuildRun>> lines = new TreeMap<>();
        builds.stream()
                .filter(build -> build.hasVerdict() && !build.isOfPullRequest() && !build.isLocal())
                .sorted(Comparator.comparing(Run::endedAt))
                .forEach(build -> lines.computeIfAbsent(Line.of(build), line -> new ArrayList<>())
                        .add(build));
        return lines.values().stream().map(BranchBuilds::health).toList();
    }

    private static BranchHealth health(List<BuildRun> inTime) {
        BranchBuilds branch = new BranchBuilds();
        inTime.forEach(branch::take);
        branch.close(null);
        BuildRun first = inTime.get(0);
        return new BranchHealth(
                first.branch(),
                first.endedAt(),
                branch.spans,
                inTime.get(inTime.size() - 1).labels(),
                Stream.concat(
                                first.evidence().stream(),
                                branch.spans.stream().flatMap(span -> span.evidence().stream()))
                        .distinct()
                        .toList());
    }

    private void take(BuildRun build) {
        if (build.outcome().isFailure()) {
            red.add(build.subject());
            failed.add(build);
        } else if (red.remove(build.subject()) && red.isEmpty()) {
            close(build);
        }
    }

    private void close(@Nullable BuildRun repair) {
        if (failed.isEmpty()) {
            return;
        }
        BuildRun first = failed.get(0);
        List<EventKey> evidence = Stream.concat(failed.stream(), Stream.ofNullable(repair))
                .flatMap(build -> build.evidence().stream())
                .toList();
        spans.add(new RedSpan(
                first.branch(),
                first.endedAt(),
                repair == null ? null : repair.endedAt(),
                failed.stream().map(BuildRun::id).toList(),
                first.labels(),
                evidence));
        failed.clear();
    }
}
