package io.infinityloop.cli.git;

import io.infinityloop.event.LoopEvent;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * Reads a local clone: every commit that HEAD or a release can reach, and every release with the commits that it is the
 * first to contain.
 */
public final class GitSource {
    private final Repository repository;
    private final String name;
    private final GitOptions options;

    private GitSource(Repository repository, String name, GitOptions options) {
        this.repository = repository;
        this.name = name;
        this.options = options;
    }

    /**
     * Reads a repository.
     *
     * @param directory the work tree, a folder in it, or the git directory itself
     * @param options how to read it
     * @return its events and what to know of them; no events if it has no commit
     * @throws GitSourceException if there is no repository, or a part of it cannot be read
     */
    public static GitImport read(Path directory, GitOptions options) throws GitSourceException {
        OutsideConfig.ignore();
        Path absolute = directory.toAbsolutePath().normalize();
        try (Repository repository = RepositoryFinder.open(absolute)) {
            return new GitSource(repository, name(repository), options).read();
        } catch (MissingObjectException | IncorrectObjectTypeException missing) {
            throw new GitSourceException(
                    "the repository " + absolute + " is damaged or incomplete: " + missing.getMessage()
                            + "; run 'git fsck', or clone it again",
                    missing);
        } catch (IOException | IllegalArgumentException | LargeObjectException failed) {
            throw new GitSourceException(
                    "the repository " + absolute + " cannot be read: " + failed.getMessage(), failed);
        }
    }

    /** The name of the directory that holds the repository, whichever of its work trees is read. */
    private static String name(Repository repository) {
        File common = repository
                .getCommonDirectory()
                .getAbsoluteFile()
                .toPath()
                .normalize()
                .toFile();
        boolean apart =
                repository.isBare() || !common.equals(repository.getDirectory().getAbsoluteFile());
        File directory = common.getName().equals(Constants.DOT_GIT)
                ? common.getParentFile()
                : apart ? common : repository.getWorkTree();
        String name = directory.getName().replaceFirst("\\.git$", "");
        return name.isBlank() ? "repository" : name;
    }

    /** What the repository is called here and where it came from: prefixes of tags that name no part of it. */
    private static Set<String> names(Repository repository, String name) {
        String origin = repository.getConfig().getString("remote", Constants.DEFAULT_REMOTE_NAME, "url");
        String last = origin == null ? "" : origin.replaceFirst("(?:\\.git)?/*$", "");
        return Set.copyOf(List.of(
                name.toLowerCase(Locale.ROOT),
                last.substring(Math.max(last.lastIndexOf('/'), last.lastIndexOf(':')) + 1)
                        .toLowerCase(Locale.ROOT)));
    }

    private GitImport read() throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            TagReader tags = new TagReader(repository, walk, options.tagPattern(), names(repository, name));
            tags.read();
            GitEvents events = new GitEvents(name);
            List<RevCommit> starts = new ArrayList<>();
            ObjectId head = repository.resolve(Constants.HEAD);
            if (head != null) {
                starts.add(walk.lookupCommit(head));
            }
            tags.releases().forEach(release -> starts.add(release.commit()));
            addAll(starts, walk, events);
            SortedMap<String, FirstContained> components = new TreeMap<>();
            for (ReleaseTag release : tags.releases()) {
                boolean first = !components.containsKey(release.component());
                FirstContained contained =
                        components.computeIfAbsent(release.component(), same -> new FirstContained());
                events.add(release, contained.by(release.commit()), first);
            }
            return summary(events, tags);
        }
    }

    /** Adds what can be reached, each commit once. An own walk knows which commit cannot be read. */
    private static void addAll(List<RevCommit> starts, RevWalk walk, GitEvents events) throws IOException {
        Set<RevCommit> met = new HashSet<>(starts);
        Deque<RevCommit> open = new ArrayDeque<>(met);
        while (!open.isEmpty()) {
            RevCommit commit = open.removeLast();
            RevCommit[] parents = NamedReading.of(commit, () -> {
                walk.parseBody(commit);
                events.add(commit);
                return commit.getParents();
            });
            for (RevCommit parent : parents) {
                if (met.add(parent)) {
                    open.addLast(parent);
                }
            }
        }
    }

    private GitImport summary(GitEvents events, TagReader tags) throws IOException {
        long annotated = tags.releases().stream().filter(ReleaseTag::annotated).count();
        long lightweight = tags.releases().size() - annotated;
        List<LoopEvent> sorted = events.sorted();
        return new GitImport(
                name,
                sorted,
                events.commits(),
                events.merges(),
                annotated,
                lightweight,
                tags.preReleases(),
                tags.others(),
                events.commits() == 0 ? List.of() : warnings(events, tags, lightweight));
    }

    private List<String> warnings(GitEvents events, TagReader tags, long lightweight) throws IOException {
        List<String> warnings = new ArrayList<>(CloneWarnings.of(repository, name, events));
        int releases = tags.releases().size();
        if (releases == 0) {
            warnings.add(name + " has no release: none of its " + (tags.preReleases() + tags.others())
                    + " tags is one; fetch the tags, or say with --tag-pattern which tags are releases");
        }
        if (lightweight > 0) {
            warnings.add(lightweight + " of " + releases
                    + " releases have lightweight tags: they are dated by their commit, not by the tagging");
        }
        if (tags.preReleases() > 0) {
            warnings.add(tags.preReleases() + " tags of pre-releases are not counted as releases");
        }
        leftOut(tags.withoutCommit(), "tags that look like releases point to no commit", warnings);
        leftOut(tags.undated(), "tags that look like releases are dated before 1970-01-02 or after 2199", warnings);
        leftOut(events.undated(), "commits are dated before 1970-01-02 or after 2199", warnings);
        return warnings;
    }

    private static void leftOut(Names what, String why, List<String> warnings) {
        if (what.count() > 0) {
            warnings.add(what.count() + " " + why + " and are left out: " + what);
        }
    }
}
