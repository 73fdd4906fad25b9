/**
 * Ready-made gates of the machine: what many teams ask of a change before it leaves a stage, each optional.
 *
 * <p>{@link io.infinityloop.gate.Gates} makes them; a definition names the gates of a stage, and the engine binds a
 * name to one of these or to a {@link io.infinityloop.machine.Gate} of the tool's own.
 *
 * <pre>{@code
 * LoopDefinition rules = LoopDefinition.builder("shop")
 *         .gate(Stage.CODE, "lint")
 *         .gate(Stage.BUILD, "unit-tests")
 *         .gate(Stage.TEST, "quality")
 *         .gate(Stage.RELEASE, "go")
 *         .build();
 * LoopEngine engine = LoopEngine.builder(clock)
 *         .definition(rules)
 *         .gate("lint", Gates.passed("lint"))
 *         .gate("unit-tests", Gates.unitTests())
 *         .gate("quality", Gates.quality(QualityGate.of("quality", "e2e.failed = 0", "coverage >= 80")))
 *         .gate("go", Gates.approval("release-manager"))
 *         .build();
 * }</pre>
 *
 * <p>{@linkplain io.infinityloop.rule.QualityGate Conditions} and {@linkplain io.infinityloop.policy.PolicySet
 * policies} become gates here too: {@code Gates.quality}, {@code Gates.policies}.
 *
 * <p>A gate looks at what the loop holds and at what is handed over with the request. Of several artifacts of one
 * subject the last recorded counts. {@link io.infinityloop.gate.ObservabilityCheck} is a question of a reviewer, and
 * {@link io.infinityloop.gate.ShiftLeft} says how early security was looked at. All types are immutable and safe for
 * use by many threads, as far as what the caller gives them is.
 */
@NullMarked
package io.infinityloop.gate;

import org.jspecify.annotations.NullMarked;
