/**
 * What the main job and the machine cost, beside the least that they could cost and beside what others cost.
 *
 * <p>Start with {@link io.infinityloop.benchmarks.ImportBenchmark}: the source {@code git} against a bare walk of JGit
 * over the same commits and tags, in the same run. The target is a ratio of at most 1.5, warm; the memory that an
 * import keeps is to grow with the number of commits and with nothing else.
 *
 * <p>{@link io.infinityloop.benchmarks.MachineBenchmark} and {@link io.infinityloop.benchmarks.EngineBenchmark} measure
 * a move of the machine, alone and through an engine with a journal in memory, beside a bare table, a hand-written
 * compare-and-set machine, stateless4j, squirrel, COLA and Spring Statemachine; {@code RestingLoops} measures the heap
 * of loops that wait.
 *
 * <p>{@code JournalSummary} measures durable appends to a journal in SQLite and in PostgreSQL, one by one, 100 at a
 * time and by 16 threads, beside bare JDBC that makes the same writes in turn with it, and says what the disk itself
 * takes. The goal that 16 threads append 10 times as much as one is that of a disk on which a durable append of bare
 * JDBC takes 0.9 ms (SQLite) or 1.8 ms (PostgreSQL). The events of 16 loops touch many more pages than one event does,
 * so the faster the disk, the less there is to gain: how much bare JDBC gains, where one thread writes an event of each
 * of 16 loops in one transaction, stands beside it. On a faster disk everything is measured a second time with an
 * artificial delay before each commit, the journal's and that of bare JDBC, which makes a durable append of the latter
 * take as long as there. That is a model: the thread sleeps, and the disk writes as fast as before.
 *
 * <p>{@link io.infinityloop.benchmarks.MetricsBenchmark} measures DORA's five metrics over linked subjects, 200
 * services by 52 weeks at three sizes, beside a loop with hash maps that computes the same cells;
 * {@code MetricsSummary} also says what an analysis keeps for each sample and each cell.
 *
 * <p>Every build compiles the benchmarks; they run by name only, after the tests, for some minutes:
 *
 * <pre>{@code
 * mvn -Pbench verify -DskipTests -pl loop-examples/benchmarks -am
 * mvn -Pbench verify -DskipTests -pl loop-examples/benchmarks -am -Dbench=git -Dgit.repository=/path/to/a/clone
 * mvn -Pbench verify -DskipTests -pl loop-examples/benchmarks -am -Dbench=machine
 * mvn -Pbench verify -DskipTests -pl loop-examples/benchmarks -am -Dbench=metrics
 * mvn -Pbench verify -DskipTests -pl loop-examples/benchmarks -am -Dbench=journal -Djournal.directory=/path/on/a/disk
 * }</pre>
 *
 * <p>Without {@code git.repository}, {@link io.infinityloop.benchmarks.History} makes one from a seed.
 */
@NullMarked
package io.infinityloop.benchmarks;

import org.jspecify.annotations.NullMarked;
