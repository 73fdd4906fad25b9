/**
 * What the main job costs beside the least that it could cost.
 *
 * <p>Start with {@link io.infinityloop.benchmarks.ImportBenchmark}: the source {@code git} against a bare walk of JGit
 * over the same commits and tags, in the same run. The target is a ratio of at most 1.5, warm; the memory that an
 * import keeps is to grow with the number of commits and with nothing else.
 *
 * <p>Every build compiles the benchmarks; they run by name only, after the tests, for some minutes:
 *
 * <pre>{@code
 * mvn -Pbench verify -DskipTests -pl loop-examples/benchmarks -am
 * mvn -Pbench verify -DskipTests -pl loop-examples/benchmarks -am -Dgit.repository=/path/to/a/clone
 * }</pre>
 *
 * <p>Without {@code git.repository}, {@link io.infinityloop.benchmarks.History} makes one from a seed.
 */
@NullMarked
package io.infinityloop.benchmarks;

import org.jspecify.annotations.NullMarked;
