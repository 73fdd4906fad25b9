package io.infinityloop.machine;

/**
 * Hears what an engine did, after it was done.
 *
 * <p>Listeners are called in the order in which they were given, in the thread that made the request, without a lock. A
 * listener that throws is logged and harms neither the loop nor the other listeners. A listener may make requests of
 * the same loop: they are ordinary requests, done at once, and every listener hears of them before the listeners that
 * are still to hear of the first.
 *
 * <p>Source: requirement LOOP-19.
 *
 * @since 0.1
 */
public interface LoopListener {
    /**
     * Hears of a granted request.
     *
     * @param decision the events, already in the journal
     * @param after where the loop stands after them
     */
    default void onAccepted(Decision.Accepted decision, LoopState after) {}

    /**
     * Hears of a refused request.
     *
     * @param command what was asked
     * @param decision why it was refused
     * @param unchanged where the loop stands
     */
    default void onRefused(Command command, Decision.Refused decision, LoopState unchanged) {}
}
