package io.infinityloop.cli.git;

import static java.util.Objects.requireNonNull;

import io.infinityloop.event.LoopEvent;
import java.util.List;

/**
 * What was read from a repository.
 *
 * @param repository its name: that of where it was cloned from, else of its directory
 * @param events the commits and releases, sorted by instant and id; none if the repository has no commit
 * @param commits how many commits are reachable from HEAD or a release, those that are left out included
 * @param merges how many of them join lines of work
 * @param annotated how many releases have an annotated tag, and so a time of their own
 * @param lightweight how many releases have a lightweight tag, whose time is the commit's
 * @param preReleases how many tags look like pre-releases and are left out
 * @param otherTags how many tags do not match the pattern for another reason and are left out
 * @param warnings what the reader of numbers must know, in sentences
 */
public record GitImport(
        String repository,
        List<LoopEvent> events,
        long commits,
        long merges,
        long annotated,
        long lightweight,
        long preReleases,
        long otherTags,
        List<String> warnings) {
    /** Creates the result. */
    public GitImport {
        requireNonNull(repository, "repository");
        events = List.copyOf(events);
        warnings = List.copyOf(warnings);
    }

    /** {@return whether the repository has no commit} */
    public boolean isEmpty() {
        return commits == 0;
    }
}
