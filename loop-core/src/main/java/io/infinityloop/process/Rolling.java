package io.infinityloop.process;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.DeploymentStrategy;
import io.infinityloop.artifact.Verification;
import io.infinityloop.internal.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A rolling deployment: one server after the other gets the new version, the next one only once the one before is
 * healthy. The first unhealthy server halts it. Then somebody {@linkplain #resume resumes}, which tries that server
 * once more, or {@linkplain #undo undoes}; a deployment that is still going on can be undone too.
 *
 * <p>After each step, {@link #deployment()} is the fuller snapshot to be recorded: FAILED while it is halted, and in
 * progress again when it is resumed.
 *
 * <p>Source: requirement DEP-05.
 *
 * @param deployment the deployment as it is now
 * @param servers the names of the servers in the order in which they get the new version: at least one, no name twice,
 *     each of at most 200 characters
 * @param course the states that it went through
 * @since 0.1
 */
public record Rolling(Deployment deployment, List<String> servers, Course<RollingState> course) {
    private static final int NAME_LIMIT = 200;

    /** The table of a rolling deployment. */
    public static final Lifecycle<RollingState> LIFECYCLE = Lifecycle.of("Rolling deployment", RollingState.UPDATING)
            .step(RollingState.UPDATING, "check", RollingState.CHECKING)
            .back(RollingState.CHECKING, "next server", RollingState.UPDATING)
            .step(RollingState.CHECKING, "halt", RollingState.HALTED)
            .step(RollingState.CHECKING, "complete", RollingState.COMPLETED)
            .back(RollingState.HALTED, "resume", RollingState.UPDATING)
            .step(RollingState.UPDATING, "undo", RollingState.UNDOING)
            .step(RollingState.CHECKING, "undo", RollingState.UNDOING)
            .step(RollingState.HALTED, "undo", RollingState.UNDOING)
            .step(RollingState.UNDOING, "complete the undoing", RollingState.ROLLED_BACK)
            .build();

    /** What one server has. */
    public enum Server {
        /** The old version. */
        OLD,
        /** It is getting the new version, or waits for its check. */
        UPDATING,
        /** The new version, healthy. */
        NEW,
        /** The new version, unhealthy. */
        FAILED
    }

    /**
     * Creates a rolling deployment.
     *
     * @throws IllegalArgumentException if the course does not keep to {@link #LIFECYCLE} or does not fit the number of
     *     servers, a name of a server is blank, too long or there twice, or the deployment has another status than the
     *     state means, or another strategy than ROLLING
     */
    public Rolling {
        requireNonNull(deployment, "deployment");
        servers = List.copyOf(requireNonNull(servers, "servers"));
        servers.forEach(server -> Texts.bounded("server", server, NAME_LIMIT));
        if (servers.isEmpty() || new HashSet<>(servers).size() < servers.size()) {
            throw new IllegalArgumentException("a rolling deployment needs at least one server, and none twice");
        }
        LIFECYCLE.check(requireNonNull(course, "course"));
        DeploymentSnapshot.check(deployment, course.state().status(), course);
        DeploymentSnapshot.check(deployment, DeploymentStrategy.ROLLING);
        boolean completed = course.state() == RollingState.COMPLETED;
        if (countHealthy(course) > servers.size() || completed != (countHealthy(course) == servers.size())) {
            throw new IllegalArgumentException("of " + servers.size() + " servers " + countHealthy(course)
                    + " are healthy, and it is " + course.state() + ": expected COMPLETED if all are, and only then");
        }
    }

    /**
     * Begins a deployment with its first server.
     *
     * @param started the deployment, IN_PROGRESS
     * @param servers the names of the servers in the order in which they get the new version
     * @return the rolling deployment, in state UPDATING since the deployment started
     * @throws IllegalArgumentException if the deployment is not in progress, there is no server, or a name is blank,
     *     too long or there twice
     */
    public static Rolling start(Deployment started, List<String> servers) {
        Deployment planned = started.with(started.plan().withStrategy(DeploymentStrategy.ROLLING));
        return new Rolling(planned, servers, LIFECYCLE.begin(started.at(), Evidence.NONE));
    }

    /** {@return the state that it is in} */
    public RollingState state() {
        return course.state();
    }

    /** {@return how many servers have the new version and were found healthy; zero once it is rolled back} */
    public int updated() {
        return state() == RollingState.ROLLED_BACK ? 0 : countHealthy(course);
    }

    /** {@return the server that gets the new version or is unhealthy with it; empty at the end} */
    public Optional<String> current() {
        return LIFECYCLE.isFinal(state()) ? Optional.empty() : Optional.of(servers.get(countHealthy(course)));
    }

    /** {@return what each server has, by name, in the order of the servers} */
    public Map<String, Server> standing() {
        Map<String, Server> standing = new LinkedHashMap<>();
        for (int i = 0; i < servers.size(); i++) {
            Server server = i < updated() ? Server.NEW : Server.OLD;
            standing.put(servers.get(i), server);
        }
        current().ifPresent(server -> standing.put(server, foundUnhealthy(course) ? Server.FAILED : Server.UPDATING));
        return Collections.unmodifiableMap(standing);
    }

    /**
     * The current server has the new version, and its check begins.
     *
     * @param at when
     * @return the next step, or why not
     */
    public Progress<Rolling> check(Instant at) {
        return move(RollingState.CHECKING, at, Evidence.NONE);
    }

    /**
     * The current server is healthy: the next one gets the new version, or all have it.
     *
     * @param at when
     * @param evidence what was looked at
     * @return the next step, or why not
     */
    public Progress<Rolling> healthy(Instant at, Evidence evidence) {
        if (state() != RollingState.CHECKING) {
            return LIFECYCLE.refuse(
                    this, course, RollingState.UPDATING, "a server is found healthy while it is CHECKING only");
        }
        boolean last = countHealthy(course) == servers.size() - 1;
        return move(last ? RollingState.COMPLETED : RollingState.UPDATING, at, evidence);
    }

    /**
     * The current server is unhealthy: all others stay as they are.
     *
     * @param at when
     * @param evidence what was looked at
     * @return the next step, or why not
     */
    public Progress<Rolling> unhealthy(Instant at, Evidence evidence) {
        return move(RollingState.HALTED, at, evidence);
    }

    /**
     * The server that was unhealthy is tried once more.
     *
     * @param at when
     * @param evidence what was done about it
     * @return the next step, or why not: it is not halted
     */
    public Progress<Rolling> resume(Instant at, Evidence evidence) {
        if (state() != RollingState.HALTED) {
            return LIFECYCLE.refuse(this, course, RollingState.UPDATING, "only what is HALTED can be resumed");
        }
        return move(RollingState.UPDATING, at, evidence);
    }

    /**
     * The servers that have the new version are to get the old one again.
     *
     * @param at when that begins
     * @param evidence why
     * @return the next step, or why not
     */
    public Progress<Rolling> undo(Instant at, Evidence evidence) {
        return move(RollingState.UNDOING, at, evidence);
    }

    /**
     * All servers have the old version again.
     *
     * @param at when
     * @return the last step, or why not
     */
    public Progress<Rolling> undone(Instant at) {
        return move(RollingState.ROLLED_BACK, at, Evidence.NONE);
    }

    private Progress<Rolling> move(RollingState to, Instant at, Evidence evidence) {
        return LIFECYCLE.move(course, to, at, evidence).into(this, moved -> {
            Deployment next = DeploymentSnapshot.of(deployment, to.status(), at, checks(moved));
            return new Rolling(next, servers, moved);
        });
    }

    /** What was checked so far; a server that was tried again counts as it is now. */
    private List<Verification> checks(Course<RollingState> moved) {
        List<Verification> checks = new ArrayList<>();
        servers.subList(0, countHealthy(moved))
                .forEach(server -> checks.add(Verification.passed("health of " + server)));
        if (foundUnhealthy(moved)) {
            checks.add(Verification.failed("health of " + servers.get(countHealthy(moved))));
        }
        return checks;
    }

    /** Whether the current server was found unhealthy, also if everything is undone for that. */
    private static boolean foundUnhealthy(Course<RollingState> course) {
        List<Move<RollingState>> moves = course.moves();
        int last = moves.size() - 1;
        while (moves.get(last).to() == RollingState.UNDOING || moves.get(last).to() == RollingState.ROLLED_BACK) {
            last--;
        }
        return moves.get(last).to() == RollingState.HALTED;
    }

    private static int countHealthy(Course<RollingState> course) {
        int count = 0;
        for (int i = 1; i < course.moves().size(); i++) {
            RollingState to = course.moves().get(i).to();
            boolean checked = course.moves().get(i - 1).to() == RollingState.CHECKING;
            count += checked && (to == RollingState.UPDATING || to == RollingState.COMPLETED) ? 1 : 0;
        }
        return count;
    }
}
