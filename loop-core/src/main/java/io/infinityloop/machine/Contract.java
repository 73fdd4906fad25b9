package io.infinityloop.machine;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.Approval;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactKind;
import io.infinityloop.artifact.Checked;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.Environment;
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
     * An artifact of a kind is there, recorded in this cycle.
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
            return "present(" + kind + ")";
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
            return "produced(" + kind + ")";
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
                if (isOfStage(artifact, kind, state)
                        && ((Checked) artifact).outcome().isSuccess()) {
                    return Optional.empty();
                }
            }
            return Optional.of("no passed " + kind + " of " + state.stage() + " is recorded; record one");
        }

        @Override
        public String text() {
            return "passed(" + kind + ")";
        }

        @Override
        public List<ArtifactKind> kinds() {
            return List.of(kind);
        }
    }

    /**
     * The latest artifact of a kind has a value in a field, one that is not empty. Without an artifact of the kind it
     * is not met, so that {@link Present} of the same kind says nothing more.
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
            Optional<Artifact> latest = latest(state, kind);
            if (latest.isPresent() && CheckedFields.isPresent(latest.get(), field)) {
                return Optional.empty();
            }
            return Optional.of(latest.map(artifact -> artifact.ref() + " has no " + field)
                            .orElse("no " + kind + " with " + field + " is recorded")
                    + "; record the " + kind + " with it");
        }

        @Override
        public String text() {
            return "field(" + kind + "." + field + ")";
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
     * @param kind the kind of the artifact that comes later, for example the release
     * @param as the kind of the artifacts before it, for example the test runs; of those that can fail, only passed
     *     ones
     */
    record SameDigest(ArtifactKind kind, ArtifactKind as) implements Contract {
        /** Creates the contract. */
        public SameDigest {
            requireNonNull(kind, "kind");
            requireNonNull(as, "as");
        }

        @Override
        public Optional<String> missing(LoopState state) {
            return latest(state, kind).flatMap(artifact -> Digests.strange(artifact, as, state));
        }

        @Override
        public String text() {
            return "same-digest(" + kind + ", " + as + ")";
        }

        @Override
        public List<ArtifactKind> kinds() {
            return List.of(kind, as);
        }
    }

    /**
     * A deployment into an environment succeeded, and none failed there after it.
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
            boolean succeeded = false;
            for (Artifact artifact : state.artifacts()) {
                if (artifact instanceof Deployment deployment && deployment.environment() == environment) {
                    succeeded = deployment.outcome().isSuccess()
                            || (succeeded && !deployment.outcome().isFailure());
                }
            }
            return succeeded
                    ? Optional.empty()
                    : Optional.of("no successful deployment to " + environment + " is recorded; record one");
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
     * A role was asked to let the loop pass, and every role that was asked said yes.
     *
     * <p>Source: requirement REL-10.
     */
    record Granted() implements Contract {
        @Override
        public Optional<String> missing(LoopState state) {
            boolean granted = false;
            for (Artifact artifact : state.artifacts()) {
                if (artifact instanceof Approval approval) {
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

    private static Optional<Artifact> latest(LoopState state, ArtifactKind kind) {
        List<Artifact> artifacts = state.artifacts();
        for (int i = artifacts.size() - 1; i >= 0; i--) {
            if (artifacts.get(i).kind().equals(kind)) {
                return Optional.of(artifacts.get(i));
            }
        }
        return Optional.empty();
    }
}
