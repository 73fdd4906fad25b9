package io.infinityloop.pipeline;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Outcome;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Checked;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a commit stands between its author's machine and the main line. It may go to the main line when its build and its
 * tests passed at its author's; it is integrated only when they passed again where the work of all comes together.
 *
 * <p>Source: requirements GATE-06 and GATE-07.
 *
 * @param commit the commit
 * @param local how build and tests ended at its author's; UNKNOWN if nobody said
 * @param server how they ended on the server of all; UNKNOWN if nobody said
 * @since 0.1
 */
public record Integration(ArtifactRef commit, Outcome local, Outcome server) {
    /** Creates the standing of a commit. */
    public Integration {
        requireNonNull(commit, "commit");
        requireNonNull(local, "local");
        requireNonNull(server, "server");
    }

    /**
     * Returns the standing of a commit by its builds and test runs.
     *
     * @param commit the commit
     * @param local builds and test runs at its author's, oldest first
     * @param server builds and test runs on the server of all, oldest first
     * @return the standing; of several runs of one subject the last counts
     */
    public static Integration of(
            ArtifactRef commit, Collection<? extends Checked> local, Collection<? extends Checked> server) {
        return new Integration(commit, together(local), together(server));
    }

    private static Outcome together(Collection<? extends Checked> runs) {
        Map<String, Outcome> last = new LinkedHashMap<>();
        runs.forEach(run -> last.put(run.getClass().getName() + " " + run.subject(), run.outcome()));
        List<Outcome> outcomes = new ArrayList<>(last.values());
        if (outcomes.stream().anyMatch(Outcome::isFailure)) {
            return Outcome.FAILED;
        }
        if (outcomes.contains(Outcome.RUNNING)) {
            return Outcome.RUNNING;
        }
        outcomes.removeIf(Outcome.SKIPPED::equals);
        return !outcomes.isEmpty() && outcomes.stream().allMatch(Outcome::isSuccess) ? Outcome.PASSED : Outcome.UNKNOWN;
    }

    /** {@return INTEGRATED only if everything passed on the server of all} */
    public State state() {
        return server.isSuccess() ? State.INTEGRATED : State.NOT_INTEGRATED;
    }

    /** {@return whether it may go to the main line: everything passed at its author's} */
    public boolean mayCommit() {
        return local.isSuccess();
    }

    /** {@return what stands against it, that of its author's machine first, unmodifiable; empty if nothing does} */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (!mayCommit()) {
            findings.add(new Finding(Code.LOCAL_RUN_NOT_PASSED, commit, local));
        }
        if (state() == State.NOT_INTEGRATED) {
            findings.add(new Finding(Code.SERVER_RUN_NOT_PASSED, commit, server));
        }
        return List.copyOf(findings);
    }

    /**
     * Whether work is part of the work of all.
     *
     * @since 0.1
     */
    public enum State {
        /** It passed where all work comes together. */
        INTEGRATED,
        /** It did not, or not yet, whatever it did at its author's. */
        NOT_INTEGRATED
    }

    /**
     * What can stand against a commit.
     *
     * @since 0.1
     */
    public enum Code {
        /** Build and tests did not pass before it went to the main line. */
        LOCAL_RUN_NOT_PASSED("build and tests at its author's are "),
        /** Build and tests did not pass on the server of all. */
        SERVER_RUN_NOT_PASSED("build and tests on the server are ");

        private final String words;

        Code(String words) {
            this.words = requireNonNull(words, "words");
        }
    }

    /**
     * Something that stands against a commit.
     *
     * @param code what it is
     * @param commit the commit
     * @param outcome what was found instead of PASSED
     * @since 0.1
     */
    public record Finding(Code code, ArtifactRef commit, Outcome outcome) {
        /** Creates a finding. */
        public Finding {
            requireNonNull(code, "code");
            requireNonNull(commit, "commit");
            requireNonNull(outcome, "outcome");
        }

        /** {@return one sentence for people: what was found, and what would be accepted} */
        public String message() {
            return commit + ": " + code.words + outcome + ", expected PASSED";
        }
    }
}
