package io.infinityloop.cli.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Finds the repository that a directory belongs to, as git does: the nearest one upwards, and no other in its place.
 */
final class RepositoryFinder {
    private RepositoryFinder() {}

    /** Opens the repository of a directory; whoever calls closes it. */
    static Repository open(Path directory) throws GitSourceException, IOException {
        if (!Files.isDirectory(directory)) {
            throw new GitSourceException(
                    Files.exists(directory) ? directory + " is not a directory" : "there is no directory " + directory);
        }
        for (Path place = directory.toRealPath(); place != null; place = place.getParent()) {
            FileRepositoryBuilder builder = at(place);
            if (builder.getGitDir() != null) {
                return opened(builder, directory);
            }
            Path link = place.resolve(".git");
            if (Files.isRegularFile(link)) {
                throw new GitSourceException(link + " does not say where the git directory is; clone " + place
                        + " again, or give another directory");
            }
        }
        throw new GitSourceException(
                directory + " is not in a git repository: give the directory of a clone, or run 'git init'");
    }

    private static FileRepositoryBuilder at(Path place) {
        FileRepositoryBuilder builder = new FileRepositoryBuilder().setMustExist(true);
        @Nullable Path above = place.getParent();
        if (above != null) {
            builder.addCeilingDirectory(above.toFile());
        }
        return builder.findGitDir(place.toFile());
    }

    private static Repository opened(FileRepositoryBuilder builder, Path directory)
            throws GitSourceException, IOException {
        try {
            Repository repository = builder.build();
            String hash = repository.getConfig().getString("extensions", null, "objectFormat");
            if (hash != null && !hash.equalsIgnoreCase("sha1")) {
                repository.close();
                throw new GitSourceException(directory + " names its objects by "
                        + hash.toUpperCase(Locale.ROOT).replace("SHA", "SHA-")
                        + ", which cannot be read: clone it with SHA-1 names");
            }
            return repository;
        } catch (RepositoryNotFoundException missing) {
            throw new GitSourceException(
                    "the git directory " + builder.getGitDir() + " of " + directory + " is missing or broken", missing);
        }
    }
}
