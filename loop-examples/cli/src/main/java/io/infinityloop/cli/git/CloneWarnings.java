package io.infinityloop.cli.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;

/** How a clone can differ from the history as it was made, so that numbers from it mislead. */
final class CloneWarnings {
    private CloneWarnings() {}

    /** {@return a sentence for each difference} */
    static List<String> of(Repository repository, String name, @Nullable NumberedCommit head, GitEvents events)
            throws IOException {
        List<String> warnings = new ArrayList<>();
        if (head == null) {
            warnings.add("HEAD of " + name + " points to no commit: only what was released is measured; check out the"
                    + " branch that releases are made from");
        }
        if (events.cutOff() > 0) {
            warnings.add("the clone of " + name + " is shallow: its history is cut off at " + events.cutOff()
                    + " of " + events.commits()
                    + " commits, older releases and their contents are missing or incomplete;"
                    + " run 'git fetch --unshallow --tags'");
        }
        if (isPartial(repository)) {
            warnings.add("the clone of " + name + " is partial: files that were not fetched are not needed for these"
                    + " numbers, and nothing is fetched");
        }
        if (head != null && hasSubmodules(repository, head)) {
            warnings.add(name + " has submodules: what is in them is not measured; give each with --git to measure it");
        }
        warnings.addAll(rewritten(repository, name));
        return warnings;
    }

    private static List<String> rewritten(Repository repository, String name) throws IOException {
        List<String> warnings = new ArrayList<>();
        int replaced =
                repository.getRefDatabase().getRefsByPrefix("refs/replace/").size();
        if (replaced > 0) {
            warnings.add(replaced + " objects of " + name + " are replaced by others: the originals are measured, as"
                    + " by 'git --no-replace-objects'");
        }
        Path grafts = repository.getCommonDirectory().toPath().resolve("info").resolve("grafts");
        if (Files.isRegularFile(grafts) && Files.size(grafts) > 0) {
            warnings.add("the history of " + name + " is grafted by " + grafts
                    + ": what was committed is measured, without the grafts");
        }
        return warnings;
    }

    /** {@return whether the clone left objects behind that it could still fetch} */
    static boolean isPartial(Repository repository) {
        Config config = repository.getConfig();
        return config.getString("extensions", null, "partialClone") != null
                || config.getSubsections("remote").stream()
                        .anyMatch(remote -> config.getString("remote", remote, "partialCloneFilter") != null
                                || config.getBoolean("remote", remote, "promisor", false));
    }

    private static boolean hasSubmodules(Repository repository, NumberedCommit head) throws IOException {
        try (TreeWalk walk = TreeWalk.forPath(repository, Constants.DOT_GIT_MODULES, head.getTree())) {
            return walk != null;
        } catch (MissingObjectException unknown) {
            return false;
        }
    }
}
