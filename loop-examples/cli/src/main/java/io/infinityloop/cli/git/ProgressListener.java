package io.infinityloop.cli.git;

/** Is told how far the reading of a repository has come. */
@FunctionalInterface
public interface ProgressListener {
    /** Listens to nothing. */
    ProgressListener NONE = commits -> {};

    /**
     * Takes note of the progress; called now and then, from the thread that reads.
     *
     * @param commits how many commits were read so far
     */
    void read(long commits);
}
