/**
 * What a change is put through by machines: steps in series and in parallel, of which the first failure stops the rest.
 *
 * <p>Start with {@link io.infinityloop.pipeline.Pipeline}, the order of the steps. A
 * {@link io.infinityloop.pipeline.PipelineRun} is one pass through it: it says what is due, is told how each step
 * ended, and knows what will not be run any more, how long it took and what {@link io.infinityloop.pipeline.Notice} to
 * send. {@link io.infinityloop.pipeline.PipelineLint} finds what had better stand elsewhere, an
 * {@link io.infinityloop.pipeline.OrderPolicy} puts test suites in order. {@link io.infinityloop.pipeline.PreMerge} is
 * the word of a run on a pull request; {@link io.infinityloop.pipeline.Integration} tells work that passed at its
 * author's from work that passed where all work comes together.
 *
 * <pre>{@code
 * Pipeline checks = Pipeline.of("Pre-merge")
 *         .parallel(PipelineStep.of("lint"), PipelineStep.of(TestLevel.UNIT), PipelineStep.of("licences"))
 *         .then(PipelineStep.of("build"));
 * PipelineRun run = checks.start();
 * run = run.report("lint", Outcome.FAILED, Duration.ofSeconds(20)).orThrow();
 * run.status("build");    // NOT_RUN
 * }</pre>
 *
 * <p>Nothing here runs anything: the caller does, and says what came of it. All types are immutable and safe for use by
 * many threads. The package needs nothing but the JDK.
 */
@NullMarked
package io.infinityloop.pipeline;

import org.jspecify.annotations.NullMarked;
