package io.infinityloop.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** What the disk takes to keep a page that is added to a file: no durable append can be faster. */
final class Sync {
    private static final int PAGES = 300;
    private static final int BYTES = 4_096;

    private Sync() {}

    /** {@return the median, in nanoseconds} */
    static double median(Path directory) throws IOException {
        long[] nanos = new long[PAGES];
        try (FileChannel file = FileChannel.open(
                directory.resolve("sync"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            for (int page = 0; page < PAGES; page++) {
                file.write(ByteBuffer.allocate(BYTES));
                long begin = System.nanoTime();
                file.force(false);
                nanos[page] = System.nanoTime() - begin;
            }
        }
        Arrays.sort(nanos);
        return nanos[PAGES / 2];
    }
}
