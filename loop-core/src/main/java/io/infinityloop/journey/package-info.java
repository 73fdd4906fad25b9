/**
 * The typed journey: a stage that is skipped, an artifact of the wrong kind, one that is missing, or a return forwards
 * does not compile. For programs that go straight on, and for learning.
 *
 * <p>Start with {@link io.infinityloop.journey.Journey}. It gives a {@link io.infinityloop.journey.Waypoint}, one type
 * a stage, whose methods are the moves that lead out of it: the one to the next stage, which asks for what the stage
 * has to produce, and the returns to earlier ones.
 *
 * <pre>{@code
 * static AtPlan deliver(LoopEngine engine, Instant at) {
 *     AtTest atTest = Journey.start(engine, LoopId.of("pay-by-card"))
 *             .plan(PlanItem.of("SHOP-1", at, "Pay by card"))
 *             .code(Commit.of("4f2a91c", at, "Pay by card"))
 *             .build(built("sha256:9f86d081", at));
 *     AtCode again = atTest.returnToCode("the card number is logged");
 *     return again.code(Commit.of("77aa01b", at, "Do not log the card number"))
 *             .build(built("sha256:60303ae2", at))
 *             .test(tested("sha256:60303ae2", at))
 *             .release(released("sha256:60303ae2", at))
 *             .deploy(Deployment.toProduction("d1", at, List.of()))
 *             .operate(OperationRecord.of("o1", at, "a quiet day"))
 *             .monitor(Insight.of("i1", at, "one in three pays by card"));
 * }
 * }</pre>
 *
 * <p>The machine is the same as ever: each step is one request of {@link io.infinityloop.machine.Loop}, which records
 * the artifacts and moves, or changes nothing. What only shows when the program runs, such as a test run that failed or
 * a release that nobody tested, is refused with a {@link io.infinityloop.machine.RefusedException}; the waypoint stays
 * as good as before, so that more can be recorded and the step tried again. Where others change the loop all the time,
 * a step ends in a {@link io.infinityloop.machine.ContentionException}.
 *
 * <p>A waypoint counts for one stay of the loop in its stage. Used after the loop has moved on, it is refused with
 * {@link io.infinityloop.machine.Reason.MovedOn} and moves nothing, also when the loop is in the same stage again.
 * Under a definition with stages that are left by themselves, the loop may be further on than the waypoint that a step
 * returns: {@linkplain io.infinityloop.journey.Journey#resume(io.infinityloop.machine.Loop) resume} it where it is.
 * Only the order of the ring has types; a definition with another order is refused at the start. What a step takes
 * besides the required artifact is of the stage's own kinds; any other is recorded on its own.
 *
 * <p>Waypoints are immutable and safe for use by many threads: of several that make the same move, one wins.
 */
@NullMarked
package io.infinityloop.journey;

import org.jspecify.annotations.NullMarked;
