package io.infinityloop.benchmarks;

import io.infinityloop.cli.git.GitImport;
import io.infinityloop.cli.git.GitOptions;
import io.infinityloop.cli.git.GitSource;
import io.infinityloop.cli.git.GitSourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** One repository, read by a bare walk and by the source {@code git}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ImportBenchmark {
    /** The system property with the directory of the repository. */
    static final String REPOSITORY = "git.repository";
    /** The system property with a file of the short names of its releases, one a line. */
    static final String RELEASES = "git.releases";

    private Path repository = Path.of("");
    private BareWalk bare = new BareWalk(repository, List.of());

    /** Takes the repository from the system properties. */
    @Setup
    public void open() throws IOException {
        repository = Path.of(System.getProperty(REPOSITORY));
        bare = new BareWalk(repository, Files.readAllLines(Path.of(System.getProperty(RELEASES))));
        ignoreOutsideConfig();
    }

    /** Both sides do without the configuration of the user and the system: the first import shuts it out. */
    private void ignoreOutsideConfig() {
        try {
            GitSource.read(repository.resolve("missing/repository"), GitOptions.defaults());
        } catch (GitSourceException expected) {
            return;
        }
        throw new IllegalStateException("there is a repository where none was expected");
    }

    /** {@return the number of commits that a bare walk visits} */
    @Benchmark
    public long bareWalk(Blackhole sink) throws IOException {
        return bare.walk(sink::consume);
    }

    /** {@return what the source reads} */
    @Benchmark
    public GitImport gitSource() throws GitSourceException {
        return GitSource.read(repository, GitOptions.defaults());
    }
}
