/**
 * The state machine that enforces Plan→…→Monitor→Plan for each loop.
 *
 * <p>Start with {@link io.infinityloop.machine.LoopEngine}: it starts and finds
 * {@linkplain io.infinityloop.machine.Loop loops}.
 *
 * <pre>{@code
 * static final LoopDefinition RULES = LoopDefinition.builder("portal")
 *         .require(Stage.TEST, new Contract.Passed(TestRun.KIND))
 *         .require(Stage.RELEASE, new Contract.Granted())
 *         .gate(Stage.RELEASE, "change-freeze")
 *         .build();
 *
 * static LoopEngine engine(Clock clock, Journal journal, BooleanSupplier frozen) {
 *     return LoopEngine.builder(clock)
 *             .definition(RULES)
 *             .journal(journal)
 *             .gate(
 *                     "change-freeze",
 *                     (state, command) -> frozen.getAsBoolean()
 *                             ? Verdict.refuse("no change before Monday")
 *                             : Verdict.pass())
 *             .build();
 * }
 *
 * static String ship(Loop loop, Approval approval) {
 *     return loop.advance(Stage.DEPLOY, approval) instanceof Decision.Refused refused
 *             ? refused.message()
 *             : "now in " + loop.stage();
 * }
 * }</pre>
 *
 * <h2>Where is what?</h2>
 *
 * <ul>
 *   <li>The rules: {@link io.infinityloop.machine.LoopDefinition} ({@code delivery()}, {@code ring()} or
 *       {@linkplain io.infinityloop.machine.DefinitionBuilder your own}). What a stage must leave behind is a
 *       {@link io.infinityloop.machine.Contract}, data that is part of the definition; what only your tool knows is a
 *       {@link io.infinityloop.machine.Gate}, code that the engine asks, which answers with a
 *       {@link io.infinityloop.machine.Verdict}.
 *   <li>Requests: the methods of {@link io.infinityloop.machine.Loop}, or a {@link io.infinityloop.machine.Command}
 *       with an id of your own, which is carried out once however often it is delivered.
 *   <li>Answers: {@link io.infinityloop.machine.Decision}; of a refusal, each {@link io.infinityloop.machine.Reason}
 *       has a code for tools and a message for people. {@code orThrow()} makes a
 *       {@link io.infinityloop.machine.RefusedException} of it. {@code check} asks without doing, {@code permitted}
 *       says what would be granted.
 *   <li>Where a loop stands: {@link io.infinityloop.machine.LoopState}; how it came there:
 *       {@link io.infinityloop.machine.HistoryEntry}, {@code stageAt} and {@link io.infinityloop.machine.Replay}.
 *   <li>Who hears of it: a {@link io.infinityloop.machine.LoopListener} at once, or a subscription
 *       ({@link io.infinityloop.machine.LoopEngine#subscribe}), which misses nothing in a crash.
 *   <li>A {@link io.infinityloop.machine.SnapshotStore} is a cache that may be deleted. New rules get a higher version
 *       and name the old ones: {@link io.infinityloop.machine.LoopEngine.Builder#migrate}.
 * </ul>
 *
 * <p>Underneath, the definition decides as a pure function of state and command, and the state evolves as a pure
 * function of state and event. Foreign feeds, which cannot be refused, are watched: see {@code io.infinityloop.watch}.
 * The order of the stages is in the types of {@code io.infinityloop.journey}. Rules are tried without an engine with
 * the test kit, the {@code tests} jar of {@code loop-core}.
 *
 * <p>Values are immutable; {@code LoopEngine} and {@code Loop} are safe for use by many threads and hold no lock while
 * they call a gate, a listener, a snapshot store or a journal.
 */
@NullMarked
package io.infinityloop.machine;

import org.jspecify.annotations.NullMarked;
