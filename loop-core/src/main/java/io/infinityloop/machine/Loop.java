package io.infinityloop.machine;

import static java.util.Objects.requireNonNull;

import io.infinityloop.LoopId;
import io.infinityloop.Stage;
import io.infinityloop.Trigger;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.journal.Entry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One change on its way round the loop.
 *
 * <p>A thin handle: what it knows is in the journal of its {@link LoopEngine}. Safe for use by many threads; handles of
 * the same loop, in this process or in another, may be used side by side.
 *
 * @since 0.1
 */
public final class Loop {
    private final Requests requests;
    private final LoopId id;
    private final Trigger trigger;
    private final @Nullable Stay stay;
    private final AtomicReference<LoopState> latest;

    Loop(Requests requests, LoopState state, Trigger trigger) {
        this(requests, state.loop(), trigger, null, new AtomicReference<>(state));
    }

    private Loop(
            Requests requests, LoopId id, Trigger trigger, @Nullable Stay stay, AtomicReference<LoopState> latest) {
        this.requests = requests;
        this.id = id;
        this.trigger = trigger;
        this.stay = stay;
        this.latest = latest;
    }

    /** {@return the loop's name} */
    public LoopId id() {
        return id;
    }

    /** {@return the rules that its requests are decided by} */
    public LoopDefinition definition() {
        return requests.definition();
    }

    /** {@return where the loop stood when this handle last looked: after its last request, or when it was found} */
    public LoopState state() {
        return requireNonNull(latest.get());
    }

    /** {@return the stage that the loop was in when this handle last looked} */
    public Stage stage() {
        return state().stage();
    }

    /**
     * Returns a handle of the same loop whose requests name a trigger.
     *
     * @param newTrigger who or what makes the requests
     * @return the handle; it shares what this one knows
     */
    public Loop triggeredBy(Trigger newTrigger) {
        return new Loop(requests, id, requireNonNull(newTrigger, "trigger"), stay, latest);
    }

    /**
     * Returns a handle of the same loop whose requests count for one stay in a stage only. Whenever the loop is not in
     * it, also when it has come back to the stage since, they are refused with {@link Reason.MovedOn} and change
     * nothing, whoever else moves the loop at the same time.
     *
     * @param newStay the stay, for example {@link LoopState#stay} of what was shown to the one who now asks
     * @return the handle; it shares what this one knows
     */
    public Loop during(Stay newStay) {
        return new Loop(requests, id, trigger, requireNonNull(newStay, "stay"), latest);
    }

    /**
     * Moves on to a stage, after recording artifacts, both or neither.
     *
     * @param to the stage to enter
     * @param artifacts what the stage that is left produced, possibly nothing
     * @return granted, or refused with every reason; a refusal changes nothing
     * @throws ContentionException if others changed the loop in each of 100 attempts
     */
    public Decision advance(Stage to, Artifact... artifacts) {
        List<Artifact> given = List.of(artifacts);
        return apply(state -> new Command.Advance(requests.metadata(state, given.size(), trigger), to, given));
    }

    /**
     * Records an artifact without moving.
     *
     * @param artifact the artifact
     * @return granted, or refused with every reason; a refusal changes nothing
     * @throws ContentionException if others changed the loop in each of 100 attempts
     */
    public Decision record(Artifact artifact) {
        return apply(state -> new Command.Attach(requests.metadata(state, 0, trigger), artifact));
    }

    /**
     * Goes back to an earlier stage of the cycle.
     *
     * @param to the stage to enter again
     * @param cause why, not blank
     * @return granted, or refused with every reason; a refusal changes nothing
     * @throws IllegalArgumentException if the cause is blank
     * @throws ContentionException if others changed the loop in each of 100 attempts
     */
    public Decision returnTo(Stage to, String cause) {
        return apply(state -> new Command.ReturnTo(requests.metadata(state, 0, trigger), to, cause));
    }

    /**
     * Gives the loop up for good.
     *
     * @param reason why, not blank
     * @return granted, or refused if it was retired before
     * @throws IllegalArgumentException if the reason is blank
     * @throws ContentionException if others changed the loop in each of 100 attempts
     */
    public Decision retire(String reason) {
        return apply(state -> new Command.Retire(requests.metadata(state, 0, trigger), reason));
    }

    /**
     * Carries a request through whose metadata the caller made: for what other tools deliver, perhaps twice.
     *
     * <p>The metadata are taken as they are, without the labels of the engine or the trigger of this handle. An instant
     * before the loop's last event is refused, also where it is another machine's clock that is behind: date the
     * request with the clock of the engine, and keep the instant of the fact in the artifact.
     *
     * @param command the request; its id and source name the event that follows, and say whether it was carried out
     *     before, whatever else it says. A request that was refused left nothing behind and is decided anew
     * @return granted, or refused with every reason. For a request that was carried out before (same source and id) the
     *     events of the first time; nothing is changed then, and no listener is told
     * @throws IllegalStateException if the id names an event of another loop, or a fact without a loop
     * @throws ContentionException if others changed the loop in each of 100 attempts
     */
    public Decision apply(Command command) {
        return seen(requests.applyOnce(state(), stay, requireNonNull(command, "command")));
    }

    /** {@return the steps of the loop so far, oldest first, unmodifiable; read from the journal} */
    public List<HistoryEntry> history() {
        return History.of(requests.entries(id));
    }

    /**
     * Returns the stages that the loop may advance to now, without handing over anything more. Gates are asked.
     *
     * @return an unmodifiable list; empty if it is retired, a failure or a gate holds it, or a contract is not met
     */
    public List<Stage> permitted() {
        LoopState now = refreshed();
        return requests.definition().permitted(now).stream()
                .filter(to -> check(now, to, List.of()).isAccepted())
                .toList();
    }

    /**
     * Tells what {@link #advance} would answer now, and does nothing. Gates are asked; listeners hear nothing.
     *
     * @param to the stage to enter
     * @param artifacts what the stage that is left produced, possibly nothing
     * @return granted, or refused with every reason
     */
    public Decision check(Stage to, Artifact... artifacts) {
        return check(refreshed(), to, List.of(artifacts));
    }

    /**
     * Returns the stage that the loop was in at an instant.
     *
     * @param instant the instant; at the instant of a move the loop is in the stage that it entered
     * @return the stage, or empty before the loop was started; read from the journal
     */
    public Optional<Stage> stageAt(Instant instant) {
        return History.stageAt(requests.entries(id), requireNonNull(instant, "instant"));
    }

    /**
     * Plays the loop's history through a definition, for example one that it is to go on under.
     *
     * @param definition the rules
     * @return the state that is reached, or the first event that these rules refuse; read from the journal
     */
    public Replay replay(LoopDefinition definition) {
        return definition.replay(requests.entries(id).stream().map(Entry::event).toList());
    }

    /**
     * Tells whether a plan item is done: its change came to run in production, and was looked at in MONITOR after that.
     *
     * <p>Source: requirement ART-05.
     *
     * @param item the plan item, one that was recorded with this loop
     * @return whether it is; false for an item that the loop does not know
     */
    public boolean isDone(ArtifactRef item) {
        return DoneItems.of(requests.entries(id)).contains(requireNonNull(item, "item"));
    }

    private LoopState refreshed() {
        return latest.updateAndGet(requests::refresh);
    }

    private Decision check(LoopState state, Stage to, List<Artifact> given) {
        return requests.check(
                state, stay, new Command.Advance(requests.metadata(state, given.size(), trigger), to, given));
    }

    private Decision apply(Function<LoopState, Command> request) {
        return seen(requests.apply(state(), stay, request));
    }

    private Decision seen(Requests.Result result) {
        latest.accumulateAndGet(result.state(), (one, other) -> one.revision() > other.revision() ? one : other);
        return result.decision();
    }

    @Override
    public String toString() {
        return "loop " + id + (state().isRetired() ? ", retired in " : " in ") + stage();
    }
}
