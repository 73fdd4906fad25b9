package io.infinityloop.benchmarks;

import io.infinityloop.cli.git.GitImport;
import io.infinityloop.cli.git.GitOptions;
import io.infinityloop.cli.git.GitSource;
import io.infinityloop.cli.git.GitSourceException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** How much heap an import keeps: what is used while it is held, less what is used once it is let go. */
final class RetainedHeap {
    private static final int COLLECTIONS = 4;

    private RetainedHeap() {}

    /** Returns the bytes for each commit of a repository. */
    static double bytesPerCommit(Path repository) throws GitSourceException {
        Deque<GitImport> held = new ArrayDeque<>(List.of(GitSource.read(repository, GitOptions.defaults())));
        long with = used();
        long commits = held.removeLast().commits();
        return (with - used()) / (double) commits;
    }

    /** {@return the bytes in use after several collections} */
    static long used() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        for (int i = 0; i < COLLECTIONS; i++) {
            memory.gc();
        }
        return memory.getHeapMemoryUsage().getUsed();
    }
}
