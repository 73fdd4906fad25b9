package io.infinityloop.machine;

/**
 * A rule of the embedding tool that may keep a loop from leaving a stage. A definition names its gates; the engine
 * binds a name to a gate.
 *
 * <p>A gate is asked once for each attempt to leave the stage forwards, before anything is appended, without a lock,
 * and once more when another process moved the loop in the meantime. It decides by what it is given and by what it
 * knows itself. One that throws, or returns null, refuses.
 *
 * <p>A gate must not make requests of the same engine: such a request throws, and so the gate refuses. Implementations
 * are safe for use by many threads if the engine is used by many. What many teams ask is ready-made in
 * {@code io.infinityloop.gate}.
 *
 * <p>Source: requirement SPI-10.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface Gate {
    /**
     * Judges an attempt.
     *
     * @param state where the loop stands, without the artifacts that are handed over with the move
     * @param command what is asked
     * @return whether the loop may pass
     * @throws Exception if it cannot be judged; the move is refused with {@link Reason.GateFailed}
     */
    Verdict check(LoopState state, Command command) throws Exception;
}
