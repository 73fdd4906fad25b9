package io.infinityloop.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.Stage;
import io.infinityloop.event.Advanced;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Returned;
import io.infinityloop.machine.Command;
import io.infinityloop.machine.Decision;
import io.infinityloop.machine.LoopDefinition;
import io.infinityloop.machine.LoopListener;
import io.infinityloop.machine.LoopState;
import io.infinityloop.machine.Reason;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keeps count of what tests have tried of a definition: which ways were gone, what was refused where and why. Give it
 * to an engine as a listener, or to {@link GivenLoop#heardBy}, and ask at the end of the tests what is missing.
 *
 * <p>Safe for use by many threads.
 *
 * @since 0.1
 */
public final class TransitionCoverage implements LoopListener {
    private final String definition;
    private final List<Edge> edges;
    private final List<Refusal> rules;
    private final ConcurrentNavigableMap<Edge, Long> gone = new ConcurrentSkipListMap<>();
    private final ConcurrentNavigableMap<Refusal, Long> refused = new ConcurrentSkipListMap<>();

    private TransitionCoverage(LoopDefinition definition) {
        this.definition = definition.id();
        this.edges = StagePaths.of(definition).edges();
        this.rules = definition.order().stream()
                .flatMap(stage -> Stream.concat(
                        definition.contracts(stage).stream()
                                .map(contract -> new Refusal(stage, "CONTRACT", contract.text())),
                        definition.gates(stage).stream().map(gate -> new Refusal(stage, "GATE", gate))))
                .toList();
    }

    /**
     * Returns a count of nothing.
     *
     * @param definition what is to be tried
     * @return the count
     */
    public static TransitionCoverage of(LoopDefinition definition) {
        return new TransitionCoverage(definition);
    }

    /**
     * A reason for which something was refused in a stage.
     *
     * @param stage where the loop stood
     * @param code the {@linkplain Reason#code() code} of the reason
     * @param rule the text of the contract or the name of the gate that it is about, empty for other reasons
     * @since 0.1
     */
    public record Refusal(Stage stage, String code, String rule) implements Comparable<Refusal> {
        private static final Comparator<Refusal> ORDER = Comparator.comparing(Refusal::stage)
                .thenComparing(Refusal::code)
                .thenComparing(Refusal::rule);

        private static Refusal of(Stage stage, Reason reason) {
            return new Refusal(stage, reason.code(), rule(reason));
        }

        private static String rule(Reason reason) {
            if (reason instanceof Reason.ContractUnmet unmet) {
                return unmet.contract().text();
            }
            if (reason instanceof Reason.GateRefused refused) {
                return refused.gate();
            }
            if (reason instanceof Reason.GateWaiting waiting) {
                return waiting.gate();
            }
            if (reason instanceof Reason.AwaitingApproval awaiting) {
                return awaiting.gate();
            }
            return reason instanceof Reason.GateFailed failed ? failed.gate() : "";
        }

        /** Compares by stage, then by code, then by rule. */
        @Override
        public int compareTo(Refusal other) {
            return ORDER.compare(this, other);
        }

        @Override
        public String toString() {
            return code + (rule.isEmpty() ? "" : " " + rule) + " in " + stage;
        }
    }

    @Override
    public void onAccepted(Decision.Accepted decision, LoopState after) {
        for (LoopEvent event : decision.events()) {
            if (event instanceof Advanced advanced) {
                count(gone, Edge.advance(advanced.transition()));
            } else if (event instanceof Returned returned) {
                count(gone, new Edge(Edge.Kind.RETURN, returned.from(), returned.to()));
            }
        }
    }

    @Override
    public void onRefused(Command command, Decision.Refused decision, LoopState unchanged) {
        decision.reasons().stream()
                .map(reason -> Refusal.of(decision.from(), reason))
                .distinct()
                .forEach(refusal -> count(refused, refusal));
    }

    private static <K> void count(ConcurrentNavigableMap<K, Long> counts, K what) {
        counts.merge(what, 1L, Long::sum);
    }

    /** {@return how often each edge was gone along, for edges that were; unmodifiable, grows with the count} */
    public SortedMap<Edge, Long> gone() {
        return Collections.unmodifiableSortedMap(gone);
    }

    /** {@return how often something was refused, by stage and reason; unmodifiable, grows with the count} */
    public SortedMap<Refusal, Long> refused() {
        return Collections.unmodifiableSortedMap(refused);
    }

    /** {@return the edges that the definition has and nobody went along: advances first, in loop order} */
    public List<Edge> untried() {
        return edges.stream().filter(edge -> !gone.containsKey(edge)).toList();
    }

    /**
     * Returns the stages in which nothing was refused for a reason.
     *
     * @param code the {@linkplain Reason#code() code} of the reason, for example {@code NO_TRANSITION}
     * @return the stages, in loop order
     */
    public List<Stage> neverRefused(String code) {
        return Stage.all().stream()
                .filter(stage -> refused.keySet().stream()
                        .noneMatch(refusal ->
                                refusal.stage() == stage && refusal.code().equals(code)))
                .toList();
    }

    /**
     * Returns the contracts that were always met when somebody asked to leave, and the gates that never held anybody.
     *
     * @return one refusal for each, in the order of the stages: with the code {@code CONTRACT} or {@code GATE}
     */
    public List<Refusal> untriedRules() {
        Set<String> tried = refused.keySet().stream()
                .map(refusal -> refusal.stage() + " " + refusal.rule())
                .collect(Collectors.toSet());
        return rules.stream()
                .filter(rule -> !tried.contains(rule.stage() + " " + rule.rule()))
                .toList();
    }

    /**
     * Fails if a contract or a gate never refused anything.
     *
     * @return this count
     * @throws AssertionError if one did not; the message names all of these
     */
    public TransitionCoverage assertEveryRule() {
        assertThat(untriedRules()).as("never refused by '%s'", definition).isEmpty();
        return this;
    }

    /**
     * Fails if an edge of a kind was not tried.
     *
     * @param kind advances or returns
     * @return this count
     * @throws AssertionError if one is missing; the message names all of these
     */
    public TransitionCoverage assertEvery(Edge.Kind kind) {
        assertThat(untried().stream().filter(edge -> edge.kind() == kind))
                .as("never tried of '%s'", definition)
                .isEmpty();
        return this;
    }

    /**
     * Fails if nothing was refused for a reason, in any stage.
     *
     * @param codes the {@linkplain Reason#code() codes} of the reasons
     * @return this count
     * @throws AssertionError if one is missing
     */
    public TransitionCoverage assertRefused(String... codes) {
        assertThat(refused.keySet().stream().map(Refusal::code).distinct())
                .as("reasons for which '%s' refused something", definition)
                .contains(codes);
        return this;
    }

    /**
     * Returns what was tried and what was not, for people.
     *
     * @return some lines without a line break at the end
     */
    public String report() {
        List<Edge> untried = untried();
        return String.join(
                "\n",
                definition + ": " + (edges.size() - untried.size()) + " of " + edges.size() + " ways were gone",
                "never gone: " + list(untried),
                "never refused: " + list(untriedRules()),
                "refused: "
                        + list(refused.entrySet().stream()
                                .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                                .toList()));
    }

    private static String list(List<?> items) {
        return items.isEmpty()
                ? "nothing"
                : items.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}
