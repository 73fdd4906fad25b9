/**
 * What the tests of a tool need that has the loop inside.
 *
 * <p>Start with {@link io.infinityloop.testkit.GivenLoop}: given a loop that stands somewhere, when something is asked,
 * then the definition has to answer so. No engine and no clock is needed, and a loop is put where the test wants it.
 *
 * <ul>
 *   <li>What artifacts let a loop pass under {@code delivery()}? {@link io.infinityloop.testkit.Evidence#usual} makes
 *       valid ones for each stage. A definition that requires more, such as a kind of your own, needs an
 *       {@link io.infinityloop.testkit.Evidence} that adds it.
 *   <li>For properties: {@link io.infinityloop.testkit.Journeys} are arbitrary legal and illegal requests;
 *       {@link io.infinityloop.testkit.StagePaths} are paths that go everywhere.
 *   <li>Any events, artifacts and small values, hostile texts included:
 *       {@link io.infinityloop.testkit.EventArbitraries}, {@link io.infinityloop.testkit.ArtifactArbitraries} and
 *       {@link io.infinityloop.testkit.ValueArbitraries}.
 *   <li>What was never tried? {@link io.infinityloop.testkit.TransitionCoverage} counts moves, refusals, contracts and
 *       gates.
 *   <li>For an engine: {@link io.infinityloop.testkit.SettableClock} shows the time that a test sets.
 *   <li>For a journal or an artifact repository of your own: extend {@link io.infinityloop.testkit.JournalContract},
 *       {@link io.infinityloop.testkit.DurableJournalContract} if it outlives its process, or
 *       {@link io.infinityloop.testkit.ArtifactRepositoryContract} in its test.
 * </ul>
 *
 * <pre>{@code
 * static final LoopDefinition RULES =
 *         LoopDefinition.builder("team").gate(CODE, "review").build();
 *
 * @Test
 * void nobody_builds_without_a_review() {
 *     TransitionCoverage coverage = TransitionCoverage.of(RULES);
 *     GivenLoop coded = given(RULES).inStage(CODE).heardBy(coverage);
 *     coded.gate("review", Verdict.waiting("of a second pair of eyes"))
 *             .whenAdvanced(BUILD)
 *             .thenRefused("WAITING")
 *             .thenStage(CODE);
 *     coded.gate("review", Verdict.pass()).whenAdvanced(BUILD).thenAccepted().thenStage(BUILD);
 *     coverage.assertEveryRule();
 * }
 *
 * @Property
 * void our_engine_goes_every_legal_way(@ForAll("journeys") LegalJourney journey) {
 *     LoopEngine engine = LoopEngine.builder(SettableClock.start())
 *             .definition(RULES)
 *             .gate("review", (state, command) -> Verdict.pass())
 *             .build();
 *     journey.commands().forEach(engine.start(journey.loop())::apply);
 *     assertThat(engine.states().get(0).revision()).isEqualTo(journey.events().size());
 * }
 *
 * @Provide
 * Arbitrary<LegalJourney> journeys() {
 *     return Journeys.of(RULES).legal();
 * }
 * }</pre>
 *
 * <p>The package is the {@code tests} jar of {@code loop-core}: depend on it with {@code <type>test-jar</type>} and
 * {@code <scope>test</scope>}, beside JUnit Jupiter, AssertJ and jqwik, which it does not bring along.
 *
 * <p>Values are immutable; the clock and the count of what was tried are safe for use by many threads.
 */
@NullMarked
package io.infinityloop.testkit;

import org.jspecify.annotations.NullMarked;
