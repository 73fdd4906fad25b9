package io.infinityloop.cli.git;

import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;

/** Git repositories of tests, apart from what this machine's git is told, as the tool itself reads them. */
public final class Apart {
    private Apart() {}

    /** Makes an empty repository. */
    public static Git init(Path directory) throws GitAPIException {
        OutsideConfig.ignore();
        return Git.init().setDirectory(directory.toFile()).call();
    }
}
