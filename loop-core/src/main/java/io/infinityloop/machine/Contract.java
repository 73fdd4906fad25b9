package io.infinityloop.machine;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.Approval;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactKind;
import io.infinityloop.artifact.Checked;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.Environment;
import io.infinityloop.artifact.Release;
import io.infinityloop.internal.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What must be there before a loop leaves a stage. Data, and nothing else: two contracts that say the same are equal,
 * and {@link #text()} says it in one line.
 *
 * <p>A contract is asked with the state in which the loop is about to leave the stage: what is handed over with the
 * move is recorded in it already. Only what counts in the cycle is looked at, {@link LoopState#artifacts()}.
 *
 * <p>The hierarchy is closed. A later version may add a contract; an exhaustive {@code switch} then no longer compiles,
 * which is meant. What is no contract of the library can be a {@link Gate}.
 *
 * <p>Source: requirements ART-02 and ART-03.
 *
 * @since 0.1
 */
public sealed interface Contract {
    /**
     * Tells what is missing.
     *
     * @param state where the loop stands, about to leave its stage
     * @return what is missing and what would meet the contract, in words; empty if it is met
     */
    Optional<String> missing(LoopState state);

    /**
     * Tells whether the contract is met.
     *
     * @param state where the loop stands, about to leave its stage
     * @return whether nothing is {@linkplain #missing missing}
     */
    default boolean isMet(LoopState state) {
        return missing(state).isEmpty();
    }

    /** {@return the contract in one line, the same for equal contracts: {@code present(release)}} */
    String text();

    /** {@return the kinds of artifacts that it looks at, in the order of the text} */
    List<ArtifactKind> kinds();

    /**
     * An artifact of a kind is there, recorded in this cycle, or left for it by MONITOR of the one before.
     *
     * @param kind the kind
     */
    record Present(ArtifactKind kind) implements Contract {
        /** Creates the contract. */
        public Present {
            requireNonNull(kind, "kind");
        }

        @Override
        public boolean isMet(LoopState state) {
            return isFrom(0, kind, state);
        }

        @Override
        public Optional<String> missing(LoopState state) {
            return isMet(state)
                    ? Optional.empty()
                    : Optional.of("no " + kind + " is recorded; record " + Texts.withArticle(kind));
        }

        @Override
        public String text() {
            return "present(" + name(kind) + ")";
        }

        @Override
        public List<ArtifactKind> kinds() {
            return List.of(kind);
        }
    }

    /**
     * An artifact of a kind was recorded since the stage was entered: what an earlier stage or cycle left does not do.
     *
     * @param kind the kind
     */
    record Produced(ArtifactKind kind) implements Contract {
        /** Creates the contract. */
        public Produced {
            requireNonNull(kind, "kind");
        }

        @Override
        public boolean isMet(LoopState state) {
            return isFrom(state.inherited(), kind, state);
        }

        @Override
        public Optional<String> missing(LoopState state) {
            return isMet(state)
                    ? Optional.empty()
                    : Optional.of("no " + kind + " is recorded since " + state.stage() + " was entered; record "
                            + Texts.withArticle(kind));
        }

        @Override
        public String text() {
            return "produced(" + name(kind) + ")";
        }

        @Override
        public List<ArtifactKind> kinds() {
            return List.of(kind);
        }
    }

    /**
     * Something of a kind was checked in the stage, and the latest outcome of everything so checked is a success.
     *
     * @param kind the kind, one whose artifacts are {@link Checked}
     */
    record Passed(ArtifactKind kind) implements Contract {
        /** Creates the contract. */
        public Passed {
            requireNonNull(kind, "kind");
        }

        @Override
        public Optional<String> missing(LoopState state) {
            for (LoopState.Failure failure : state.failures()) {
                if (failure.stage() == state.stage() && failure.kind().equals(kind.name())) {
                    return Optional.of("'" + failure.subject() + "' failed (" + failure.artifact()
                            + "); record a passed " + kind + " of it");
                }
            }
            for (Artifact artifact : state.artifacts()) {
                if (isOfStage(artifact, kind, state) && Evidence.isSuccess((Checked) artifact)) {
                    return Optional.empty();
                }
            }
            return Optional.of("no passed " + kind + " of " + state.stage() + " is recorded; record one");
        }

        @Override
        public String text() {
            return "passed(" + name(kind) + ")";
        }

        @Override
        public List<ArtifactKind> kinds() {
            return List.of(kind);
        }
    }

    /**
     * The latest artifact of a kind has a value in a field, one that is not empty. Without an artifact of the kind it
     * is not met, so that {@link Present} of the same kind says nothing more. Of a kind that can fail, the latest that
     * passed is looked at, of each subject, and one is enough.
     *
     * @param kind the kind
     * @param field the field: of a built-in kind one of {@link #fieldsOf}, of a kind of one's own any
     */
    record FieldPresent(ArtifactKind kind, String field) implements Contract {
        /**
         * Creates the contract.
         *
         * @throws IllegalArgumentException if the field is not a name of letters, digits, points, dashes and
         *     underscores, at most 100
         */
        public FieldPresent {
            requireNonNull(kind, "kind");
            Texts.bounded("field", field, 100);
            if (!field.matches("[A-Za-z][A-Za-z0-9._-]*")) {
                throw new IllegalArgumentException(
                        "field '" + field + "' is not a name of letters, digits, points, dashes and underscores");
            }
        }

        @Override
        public Optional<String> missing(LoopState state) {
            List<Artifact> claims = Evidence.claims(state, kind);
            if (claims.stream().anyMatch(artifact -> CheckedFields.isPresent(artifact, field))) {
                return Optional.empty();
            }
            return Optional.of((claims.isEmpty()
                            ? "no " + kind + " with " + field + " is recorded"
                            : claims.get(claims.size() - 1).ref() + " has no " + field)
                    + "; record the " + kind + " with it");
        }

        @Override
        public String text() {
            return "field(" + name(kind) + "." + field + ")";
        }

        @Override
        public List<ArtifactKind> kinds() {
            return List.of(kind);
        }
    }

    /**
     * What the latest artifact of one kind is about is what an artifact of another kind was about, by digest: what is
     * released is what was tested. An artifact that names no digest is not refused by this.
     *
     * <p>Of a kind that can fail, an artifact of an earlier stage than that of the kind does not count once that stage
     * was reached: a test run of BUILD does not test a release.
     *
     * @param kind the kind of the artifact that comes later, for example the release; of one that can fail, the latest
     *     that passed of each subject
     * @param as the kind of the artifacts before it, for example the test runs; of one that can fail, a digest counts
     *     that passed, and that did not fail in the same subject after it
     */
    record SameDigest(ArtifactKind kind, ArtifactKind as) implements Contract {
        /** Creates the contract. */
        public SameDigest {
            requireNonNull(kind, "kind");
            requireNonNull(as, "as");
        }

        @Override
        public Optional<String> missing(LoopState state) {
            return Evidence.claims(state, kind).stream()
                    .flatMap(artifact -> Digests.strange(artifact, as, state).stream())
                    .findFirst();
        }

        @Override
        public String text() {
            return "same-digest(" + name(kind) + ", " + name(as) + ")";
        }

        @Override
        public List<ArtifactKind> kinds() {
            return List.of(kind, as);
        }
    }

    /**
     * A deployment into an environment succeeded since the stage was entered, and none failed there or took the version
     * back after it. What was deployed before, without the go, is not what the stage is for.
     *
     * @param environment the environment
     */
    record InEnvironment(Environment environment) implements Contract {
        /** Creates the contract. */
        public InEnvironment {
            requireNonNull(environment, "environment");
        }

        @Override
        public Optional<String> missing(LoopState state) {
            return Evidence.isRunning(state.produced(), environment)
                    ? Optional.empty()
                    : Optional.of("no successful deployment to " + environment + " is recorded since " + state.stage()
                            + " was entered; record one");
        }

        @Override
        public String text() {
            return "in-environment(" + environment + ")";
        }

        @Override
        public List<ArtifactKind> kinds() {
            return List.of(Deployment.KIND);
        }
    }

    /**
     * A role was asked to let the loop pass, and every role that was asked said yes. An approval that names releases
     * counts for these only, not for one that was recorded in their place.
     *
     * <p>Source: requirement REL-10.
     */
    record Granted() implements Contract {
        @Override
        public Optional<String> missing(LoopState state) {
            Optional<Release> release = Evidence.latest(state, Release.KIND)
                    .filter(Release.class::isInstance)
                    .map(Release.class::cast);
            boolean granted = false;
            for (Artifact artifact : state.artifacts()) {
                if (artifact instanceof Approval approval
                        && release.map(approval::isFor).orElse(true)) {
                    if (approval.answer() != Approval.Answer.GRANTED) {
                        return Optional.of("the approval " + approval.id() + " of the role " + approval.role() + " is "
                                + approval.answer() + "; record it when it is granted");
                    }
                    granted = true;
                }
            }
            return granted
                    ? Optional.empty()
                    : Optional.of("no approval is recorded; record one that is granted: the go");
        }

        @Override
        public String text() {
            return "granted(" + Approval.KIND + ")";
        }

        @Override
        public List<ArtifactKind> kinds() {
            return List.of(Approval.KIND);
        }
    }

    /**
     * One of several contracts is met.
     *
     * @param contracts at least two, in the order in which they are named
     */
    record AnyOf(List<Contract> contracts) implements Contract {
        /**
         * Creates the contract.
         *
         * @throws IllegalArgumentException if there are fewer than two
         */
        public AnyOf {
            contracts = List.copyOf(contracts);
            if (contracts.size() < 2) {
                throw new IllegalArgumentException("any-of needs at least two contracts, got " + contracts.size());
            }
        }

        @Override
        public Optional<String> missing(LoopState state) {
            List<String> messages = contracts.stream()
                    .flatMap(contract -> contract.missing(state).stream())
                    .toList();
            return messages.size() < contracts.size() ? Optional.empty() : Optional.of(String.join(", or ", messages));
        }

        @Override
        public String text() {
            return contracts.stream().map(Contract::text).collect(Collectors.joining(", ", "any-of(", ")"));
        }

        @Override
        public List<ArtifactKind> kinds() {
            return contracts.stream()
                    .flatMap(contract -> contract.kinds().stream())
                    .distinct()
                    .toList();
        }
    }

    /**
     * Returns the fields of a built-in kind that {@link FieldPresent} can ask for: {@code digests} of a build artifact,
     * test run, release or deployment; {@code recovery} of a release or deployment; {@code notes}, {@code risks} and
     * {@code tag} of a release. Of a kind of one's own it can ask for every field; what else a built-in kind has to say
     * is for a {@link Gate}.
     *
     * @param kind the kind
     * @return the names, sorted; empty if the kind has none, or is not built in
     */
    static List<String> fieldsOf(ArtifactKind kind) {
        return CheckedFields.of(kind);
    }

    /** Of a kind of one's own the name does not tell the stage. */
    private static String name(ArtifactKind kind) {
        return kind.isBuiltIn() ? kind.name() : kind.name() + "@" + kind.stage();
    }

    private static boolean isFrom(int first, ArtifactKind kind, LoopState state) {
        List<Artifact> artifacts = state.artifacts();
        for (int i = first; i < artifacts.size(); i++) {
            if (artifacts.get(i).kind().equals(kind)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfStage(Artifact artifact, ArtifactKind kind, LoopState state) {
        return artifact instanceof Checked
                && artifact.stage() == state.stage()
                && artifact.kind().equals(kind);
    }
}
