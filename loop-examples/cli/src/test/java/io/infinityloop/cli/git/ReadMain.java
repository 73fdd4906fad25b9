package io.infinityloop.cli.git;

import java.nio.file.Path;

/** Reads a repository in a process of its own, and says how many events it has. */
final class ReadMain {
    private ReadMain() {}

    public static void main(String[] args) throws GitSourceException {
        System.out.println(
                GitSource.read(Path.of(args[0]), GitOptions.defaults()).events().size() + " events");
    }
}
