package io.infinityloop.machine;

import static java.util.Objects.requireNonNull;

import io.infinityloop.LoopId;
import io.infinityloop.Stage;
import io.infinityloop.event.DefinitionRef;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Started;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules of a loop, as a pure function: state, command and the verdicts of the gates in, {@link Decision} out. It
 * knows no clock and has no side effect. It is data, too: an id, a version, and for each stage what must be there
 * before it is left, which gates are asked, and whether it is left by itself.
 *
 * <p>Source: requirements LOOP-02, LOOP-05, LOOP-06, LOOP-09, LOOP-17, ART-02, ART-03.
 *
 * @since 0.1
 */
public final class LoopDefinition {
    private static final LoopDefinition RING = builder("ring").build();
    private static final LoopDefinition DELIVERY =
            Delivery.contracts(builder("delivery")).build();
    private static final LoopDefinition CONTINUOUS_DELIVERY = Delivery.contracts(builder("continuous-delivery"))
            .require(Stage.RELEASE, new Contract.Granted())
            .build();
    private static final LoopDefinition CONTINUOUS_DEPLOYMENT = Delivery.contracts(builder("continuous-deployment"))
            .automatic(Stage.RELEASE)
            .build();

    private final String id;
    private final int version;
    private final List<Stage> order;
    private final Exit[] exits;
    private final boolean hasAutomatic;
    private final DefinitionText text;
    private final DefinitionRef ref;
    private final Decider decider;

    LoopDefinition(
            String id,
            int version,
            List<Stage> order,
            Map<Stage, List<Contract>> contracts,
            Map<Stage, List<String>> gates,
            Set<Stage> automatic) {
        this.id = id;
        this.version = version;
        this.order = List.copyOf(order);
        this.exits = Stage.all().stream()
                .map(stage -> new Exit(
                        order,
                        stage,
                        contracts.getOrDefault(stage, List.of()),
                        gates.getOrDefault(stage, List.of()),
                        automatic.contains(stage)))
                .toArray(Exit[]::new);
        this.hasAutomatic = !automatic.isEmpty();
        this.text = DefinitionText.of(this);
        this.ref = new DefinitionRef(id, version, text.fingerprint());
        this.decider = new Decider(this);
    }

    /**
     * Returns the definition that enforces the order Plan→Code→Build→Test→Release→Deploy→Operate→Monitor→Plan.
     *
     * <p>It requires no artifact. It does respect what is recorded: a stage whose latest build, test run or deployment
     * failed is not left forwards.
     *
     * @return the definition with the id {@code ring}
     */
    public static LoopDefinition ring() {
        return RING;
    }

    /**
     * Returns the ring with the contracts of a delivery: each stage is left with what the next one needs.
     *
     * <ul>
     *   <li>PLAN: a plan item.
     *   <li>CODE: a commit.
     *   <li>BUILD: a build artifact.
     *   <li>TEST: a passed test run of TEST that names the digest of a build artifact.
     *   <li>RELEASE: a release with its recovery path, of digests that were tested.
     *   <li>DEPLOY: a deployment to production that succeeded and was not taken back, of digests that were tested and
     *       released.
     *   <li>OPERATE: an operation record of this stay in OPERATE; a quiet time is a record, too.
     *   <li>MONITOR: an insight of this stay in MONITOR, or the explicit record that nothing was found.
     * </ul>
     *
     * <p>Source: requirements ART-02, ART-03, ART-10, ART-17, ART-19, ART-20, ART-23, FBK-01.
     *
     * @return the definition with the id {@code delivery}; the default of {@link LoopEngine}
     */
    public static LoopDefinition delivery() {
        return DELIVERY;
    }

    /**
     * Returns {@link #delivery()} with a rule for how a release gets into production.
     *
     * @param mode wait for a granted approval, or move on by itself
     * @return the definition with the id {@code continuous-delivery} or {@code continuous-deployment}
     */
    public static LoopDefinition delivery(DeliveryMode mode) {
        return requireNonNull(mode, "mode") == DeliveryMode.DELIVERY ? CONTINUOUS_DELIVERY : CONTINUOUS_DEPLOYMENT;
    }

    /**
     * Returns a builder of a definition with the order of the ring and no contract, version 1.
     *
     * @param id the name of the definition, not blank
     * @return the builder
     * @throws IllegalArgumentException if the id is blank or has more than 500 characters
     */
    public static DefinitionBuilder builder(String id) {
        return new DefinitionBuilder(id);
    }

    /** {@return the name of the definition} */
    public String id() {
        return id;
    }

    /** {@return the version of the definition, 1 or more} */
    public int version() {
        return version;
    }

    /** {@return id, version and fingerprint: what a loop remembers of the rules that it runs under} */
    public DefinitionRef ref() {
        return ref;
    }

    /** {@return the eight stages in the order in which they are passed, from PLAN to MONITOR} */
    public List<Stage> order() {
        return order;
    }

    /**
     * Returns the stage after another one.
     *
     * @param stage the stage
     * @return the only stage that it is left to
     */
    public Stage next(Stage stage) {
        return exit(stage).next();
    }

    /**
     * Returns what must be there before a stage is left.
     *
     * @param stage the stage
     * @return the contracts in the order given, unmodifiable, possibly empty
     */
    public List<Contract> contracts(Stage stage) {
        return exit(stage).contracts();
    }

    /**
     * Returns which gates are asked before a stage is left.
     *
     * @param stage the stage
     * @return the names in the order given, unmodifiable, possibly empty
     */
    public List<String> gates(Stage stage) {
        return exit(stage).gates();
    }

    /**
     * Tells whether a stage is left by itself, as soon as its contracts are met and its gates let pass.
     *
     * @param stage the stage
     * @return whether it is
     */
    public boolean isAutomatic(Stage stage) {
        return exit(stage).isAutomatic();
    }

    /**
     * Tells in what another definition differs, for people.
     *
     * @param other the definition to compare with
     * @return a line for each thing that only one of the two says, sorted, with {@code -} before what only this one
     *     says and {@code +} before what only the other one says; empty if their fingerprints are equal
     */
    public List<String> differences(LoopDefinition other) {
        return text.differences(other.text);
    }

    /**
     * Returns the event that starts a loop.
     *
     * @param metadata id, source, instant, labels and trigger
     * @param loop the loop
     * @return the event, in PLAN
     */
    public Started start(EventMetadata metadata, LoopId loop) {
        return start(metadata, loop, Stage.PLAN);
    }

    /**
     * Returns the event that takes over a loop which is on its way already.
     *
     * <p>Source: requirement LOOP-15.
     *
     * @param metadata id, source, instant, labels and trigger
     * @param loop the loop
     * @param stage where the loop is
     * @return the event
     */
    public Started start(EventMetadata metadata, LoopId loop, Stage stage) {
        return new Started(metadata, loop, stage, ref);
    }

    /**
     * Returns the stages that a loop may advance to now, without handing over anything more. Gates are not asked.
     *
     * @param state where the loop stands
     * @return an unmodifiable list; empty if it is retired, a failure holds it, or a contract is not met
     */
    public List<Stage> permitted(LoopState state) {
        return exit(state.stage()).permitted(state);
    }

    /**
     * Decides on a request in a definition without gates. Where there are gates, none was asked, and so they refuse.
     *
     * @param state where the loop stands
     * @param command what is asked
     * @return granted with the events, or refused with every reason
     */
    public Decision decide(LoopState state, Command command) {
        return decide(state, command, Verdicts.none());
    }

    /**
     * Decides on a request. The state is not changed; a granted decision holds the events that would change it.
     *
     * @param state where the loop stands
     * @param command what is asked
     * @param verdicts what the gates said, of those that {@link #gatesAsked} names at least
     * @return granted with the events, or refused with every reason
     */
    public Decision decide(LoopState state, Command command, Verdicts verdicts) {
        return decider.decide(
                requireNonNull(state, "state"),
                requireNonNull(command, "command"),
                requireNonNull(verdicts, "verdicts"));
    }

    /**
     * Returns the gates whose verdict a request depends on.
     *
     * @param state where the loop stands
     * @param command what is asked
     * @return the names in the order of the definition, unmodifiable, often empty
     */
    public List<String> gatesAsked(LoopState state, Command command) {
        Exit exit = exit(state.stage());
        boolean leaves = command instanceof Command.Advance advance
                ? advance.to() == exit.next()
                : command instanceof Command.Attach && exit.isAutomatic();
        return leaves && !state.isRetired() ? exit.gates() : List.of();
    }

    /**
     * Plays a loop's history through these rules, whatever rules it was written under. What is in a history has passed
     * its gates.
     *
     * @param history the events of one loop, oldest first
     * @return the state that is reached, or the first event that is not legal where it stands
     * @throws IllegalArgumentException if there is no event
     */
    public Replay replay(List<? extends LoopEvent> history) {
        return Playback.of(history, reference -> this);
    }

    Exit exit(Stage stage) {
        return exits[stage.number() - 1];
    }

    boolean hasAutomatic() {
        return hasAutomatic;
    }

    /** {@return the canonical text, from which the fingerprint is made: a line for each thing that it says} */
    @Override
    public String toString() {
        return text.toString();
    }

    /** Two definitions are equal if they say the same under the same name and version. */
    @Override
    public boolean equals(Object other) {
        return other instanceof LoopDefinition definition && ref.equals(definition.ref);
    }

    @Override
    public int hashCode() {
        return ref.hashCode();
    }
}
