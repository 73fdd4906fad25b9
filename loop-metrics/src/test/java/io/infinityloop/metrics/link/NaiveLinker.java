package io.infinityloop.metrics.link;

import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.Environment;
import io.infinityloop.artifact.Incident;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.artifact.Release;
import io.infinityloop.event.EventOrder;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Links by looking at everything for everything: what the linker is held against. For small worlds. */
final class NaiveLinker {
    private final List<Snapshot<?>> latest = new ArrayList<>();

    NaiveLinker(List<LoopEvent> events, Instant asOf) {
        List<LoopEvent> known =
                events.stream().filter(event -> !event.at().isAfter(asOf)).toList();
        List<LoopEvent> counting = known.stream()
                .filter(event -> known.stream()
                        .noneMatch(other ->
                                other.key().equals(event.key()) && EventOrder.BY_KEY.compare(other, event) > 0))
                .distinct()
                .sorted(EventOrder.BY_INSTANT)
                .toList();
        List<Snapshot<?>> all = new ArrayList<>();
        counting.stream()
                .filter(Recorded.class::isInstance)
                .map(Recorded.class::cast)
                .forEach(event -> all.add(new Snapshot<>(event.artifact(), event)));
        for (int i = 0; i < all.size(); i++) {
            Snapshot.Key key = all.get(i).key();
            if (all.subList(i + 1, all.size()).stream()
                    .noneMatch(later -> later.key().equals(key))) {
                latest.add(all.get(i));
            }
        }
        latest.sort(Snapshot.IN_TIME);
    }

    private <A extends Artifact> List<Snapshot<A>> of(Class<A> type) {
        return latest.stream()
                .filter(snapshot -> type.isInstance(snapshot.artifact()))
                .map(snapshot -> snapshot.as(type))
                .toList();
    }

    private List<Snapshot<?>> find(ArtifactRef ref) {
        return latest.stream()
                .filter(snapshot -> snapshot.artifact().ref().equals(ref))
                .toList();
    }

    private Scope scope(Snapshot<?> snapshot) {
        Scope own = Scope.of(snapshot.labels());
        return !own.equals(Scope.UNNAMED)
                ? own
                : snapshot.artifact().derivedFrom().stream()
                        .filter(ref -> ref.isOf(Release.KIND) || ref.isOf(Commit.KIND))
                        .flatMap(ref -> find(ref).stream())
                        .map(found -> Scope.of(found.labels()))
                        .findFirst()
                        .orElse(own);
    }

    /** The hashes that a lineage leads to, parents of commits left out. */
    private Set<String> direct(Snapshot<?> whole) {
        Set<String> commits = new TreeSet<>();
        direct(whole, commits, new TreeSet<>());
        return commits;
    }

    private void direct(Snapshot<?> whole, Set<String> commits, Set<String> seen) {
        for (ArtifactRef ref : whole.artifact().derivedFrom()) {
            boolean isPart = !ref.isOf(Incident.KIND) && !ref.isOf(PlanItem.KIND);
            for (Snapshot<?> part : isPart ? find(ref) : List.<Snapshot<?>>of()) {
                if (part.artifact() instanceof Commit commit) {
                    commits.add(commit.id());
                } else if (!isIntoProduction(part) && seen.add(ref.toString())) {
                    direct(part, commits, seen);
                }
            }
        }
    }

    private static boolean isIntoProduction(Snapshot<?> snapshot) {
        return snapshot.artifact() instanceof Deployment deployment
                && deployment.environment() == Environment.PRODUCTION;
    }

    /** The hashes that something contains, again and again until there are no more. */
    private Set<String> contents(Snapshot<?> whole) {
        Set<String> commits = new TreeSet<>(direct(whole));
        for (int before = -1; before < commits.size(); ) {
            before = commits.size();
            for (Snapshot<Commit> commit : of(Commit.class)) {
                if (commits.contains(commit.artifact().id())) {
                    commit.artifact().parents().stream()
                            .filter(parent -> of(Commit.class).stream()
                                    .anyMatch(other -> other.artifact().id().equals(parent)))
                            .forEach(commits::add);
                }
            }
        }
        return commits;
    }

    private List<Snapshot<Deployment>> production() {
        return of(Deployment.class).stream()
                .filter(deployment -> deployment.artifact().isSuccessfulInProduction())
                .toList();
    }

    private <A extends Artifact> @Nullable Snapshot<A> first(
            List<Snapshot<A>> deliveries, @Nullable Scope scope, String commit) {
        return deliveries.stream()
                .filter(delivery -> scope(delivery).equals(scope))
                .filter(delivery -> contents(delivery).contains(commit))
                .findFirst()
                .orElse(null);
    }

    private static boolean isOnly(List<? extends Snapshot<?>> of, Scope scope, NaiveLinker linker) {
        return of.stream().noneMatch(delivery -> linker.scope(delivery).equals(scope));
    }

    /** Commit, service, first release, first deployment: {@code c1 shop r1 d1}. */
    List<String> changes() {
        List<String> changes = new ArrayList<>();
        for (Snapshot<Commit> commit : of(Commit.class)) {
            String hash = commit.artifact().id();
            Set<Scope> releasing = scopes(of(Release.class), hash);
            Set<Scope> deploying = scopes(production(), hash);
            List<Scope> onlyReleasing = releasing.stream()
                    .filter(scope -> isOnly(production(), scope, this))
                    .toList();
            List<Scope> onlyDeploying = deploying.stream()
                    .filter(scope -> isOnly(of(Release.class), scope, this))
                    .toList();
            boolean halves = onlyReleasing.size() == 1 && onlyDeploying.size() == 1;
            Set<Scope> all = new TreeSet<>(releasing);
            all.addAll(deploying);
            if (halves) {
                all.remove(onlyReleasing.get(0));
            }
            for (Scope scope : all) {
                Scope releaser = halves && scope.equals(onlyDeploying.get(0)) ? onlyReleasing.get(0) : scope;
                changes.add(
                        hash + " " + scope.service() + " " + released(releaser, hash) + " " + deployed(scope, hash));
            }
            if (all.isEmpty()) {
                changes.add(hash + "  - -");
            }
        }
        return changes;
    }

    private <A extends Artifact> Set<Scope> scopes(List<Snapshot<A>> deliveries, String commit) {
        Set<Scope> scopes = new TreeSet<>();
        deliveries.stream()
                .filter(delivery -> contents(delivery).contains(commit))
                .forEach(delivery -> scopes.add(scope(delivery)));
        return scopes;
    }

    private String released(Scope scope, String commit) {
        Snapshot<Release> release = first(of(Release.class), scope, commit);
        return release == null ? "-" : release.artifact().id();
    }

    private String deployed(Scope scope, String commit) {
        Snapshot<Deployment> deployment = first(production(), scope, commit);
        if (deployment == null) {
            return "-";
        }
        boolean isFirst = production().stream()
                .filter(other -> scope(other).equals(scope))
                .findFirst()
                .filter(deployment::equals)
                .isPresent();
        boolean isHistory = deployment.artifact().isRollback()
                || (isFirst && !direct(deployment).contains(commit));
        return deployment.artifact().id() + (isHistory ? " history" : "");
    }

    /** Incident and causes, sorted, as one strategy alone finds them: {@code i1 [d1, d2]}. */
    List<String> causes(LinkStrategy strategy) {
        return of(Incident.class).stream()
                .map(incident -> incident.artifact().id() + " "
                        + new TreeSet<>(causes(strategy, incident).stream()
                                .map(cause -> cause.artifact().id() + "@" + cause.evidence())
                                .toList()))
                .toList();
    }

    private List<Snapshot<Deployment>> causes(LinkStrategy strategy, Snapshot<Incident> incident) {
        return switch (strategy.name()) {
            case "id" ->
                named(incident, Deployment.class)
                        .filter(NaiveLinker::isIntoProduction)
                        .toList();
            case "commit" ->
                named(incident, Commit.class)
                        .flatMap(commit -> ofItsService(
                                incident, firstWith(commit.artifact().id(), incident))
                                .stream())
                        .distinct()
                        .toList();
            case "artifact" ->
                named(incident, Release.class)
                        .flatMap(release -> ofItsService(incident, latestOf(release, incident)).stream())
                        .distinct()
                        .toList();
            default -> byTime(incident);
        };
    }

    private <A extends Artifact> Stream<Snapshot<A>> named(Snapshot<Incident> incident, Class<A> type) {
        return incident.artifact().derivedFrom().stream()
                .flatMap(ref -> find(ref).stream())
                .filter(found -> type.isInstance(found.artifact()))
                .map(found -> found.as(type));
    }

    private static boolean isBefore(Snapshot<Deployment> deployment, Snapshot<Incident> incident) {
        return !deployment.deliveredAt().isAfter(incident.artifact().at());
    }

    private List<Snapshot<Deployment>> firstWith(String commit, Snapshot<Incident> incident) {
        return scopes(production(), commit).stream()
                .map(scope -> first(production(), scope, commit))
                .filter(Objects::nonNull)
                .filter(deployment -> isBefore(deployment, incident))
                .toList();
    }

    private List<Snapshot<Deployment>> latestOf(Snapshot<Release> release, Snapshot<Incident> incident) {
        List<Snapshot<Deployment>> of = production().stream()
                .filter(deployment -> deployment
                        .artifact()
                        .derivedFrom()
                        .contains(release.artifact().ref()))
                .filter(deployment -> isBefore(deployment, incident))
                .toList();
        return of.stream()
                .filter(one -> of.stream()
                        .noneMatch(
                                other -> scope(other).equals(scope(one)) && Snapshot.IN_TIME.compare(one, other) < 0))
                .toList();
    }

    private List<Snapshot<Deployment>> ofItsService(Snapshot<Incident> incident, List<Snapshot<Deployment>> found) {
        List<Snapshot<Deployment>> own = found.stream()
                .filter(deployment -> scope(deployment).equals(scope(incident)))
                .toList();
        return own.isEmpty() ? found : own;
    }

    private List<Snapshot<Deployment>> byTime(Snapshot<Incident> incident) {
        Set<Scope> scopes = new TreeSet<>();
        production().forEach(deployment -> scopes.add(scope(deployment)));
        boolean isOnly = scopes.size() == 1
                && (scopes.contains(Scope.UNNAMED) || scope(incident).equals(Scope.UNNAMED));
        List<Snapshot<Deployment>> before = production().stream()
                .filter(deployment -> isOnly || scope(deployment).equals(scope(incident)))
                .filter(deployment -> isBefore(deployment, incident))
                .toList();
        return before.isEmpty()
                ? List.of()
                : Stream.of(before.get(before.size() - 1))
                        .filter(last -> Duration.between(
                                                last.deliveredAt(),
                                                incident.artifact().at())
                                        .compareTo(Duration.ofHours(24))
                                <= 0)
                        .toList();
    }
}
