package io.infinityloop.cli.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.Repository;

/** How a clone can differ from the history as it was made, so that numbers from it mislead. */
final class CloneWarnings {
    private CloneWarnings() {}

    /** {@return a sentence for each difference} */
    static List<String> of(Repository repository, String name, GitEvents events) throws IOException {
        List<String> warnings = new ArrayList<>();
        if (events.cutOff() > 0) {
            warnings.add("the clone of " + name + " is shallow: its history is cut off at " + events.cutOff()
                    + " of " + events.commits()
                    + " commits, older releases and their contents are missing or incomplete;"
                    + " run 'git fetch --unshallow --tags'");
        }
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
}
