package io.infinityloop.cli.git;

import io.infinityloop.event.LoopEvent;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

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
        if (!Files.isDirectory(absolute)) {
            throw new GitSourceException(absolute + " is not a directory");
        }
        FileRepositoryBuilder builder = new FileRepositoryBuilder().setMustExist(true);
        builder.findGitDir(absolute.toFile());
        if (builder.getGitDir() == null) {
            throw new GitSourceException(
                    absolute + " is not in a git repository: give the directory of a clone, or run 'git init'");
        }
        try (Repository repository = builder.build()) {
            if ("sha256".equalsIgnoreCase(repository.getConfig().getString("extensions", null, "objectformat"))) {
                throw new GitSourceException(
                        absolute + " names its objects by SHA-256, which cannot be read: clone it with SHA-1 names");
            }
            return new GitSource(repository, name(repository), options).read();
        } catch (RepositoryNotFoundException missing) {
            throw new GitSourceException(absolute + " is not a git repository", missing);
        } catch (MissingObjectException | IncorrectObjectTypeException missing) {
            throw new GitSourceException(
                    "the repository " + absolute + " is damaged or incomplete: " + missing.getMessage()
                            + "; run 'git fsck', or clone it again",
                    missing);
        } catch (IOException | IllegalArgumentException failed) {
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

    private GitImport read() throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            TagReader tags = new TagReader(repository, walk, options.tagPattern(), name);
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

    private GitImport summary(GitEvents events, TagReader tags) {
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

    private List<String> warnings(GitEvents events, TagReader tags, long lightweight) {
        List<String> warnings = new ArrayList<>();
        if (events.cutOff() > 0) {
            warnings.add("the clone of " + name + " is shallow: its history is cut off at " + events.cutOff()
                    + " of " + events.commits()
                    + " commits, older releases and their contents are missing or incomplete;"
                    + " run 'git fetch --unshallow --tags'");
        }
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
        if (!tags.withoutCommit().isEmpty()) {
            warnings.add(
                    tags.withoutCommit().size() + " tags that look like releases point to no commit and are left out: "
                            + String.join(", ", tags.withoutCommit()));
        }
        if (events.oddlyDated() > 0) {
            warnings.add(events.oddlyDated()
                    + " commits or releases are dated before 1970, at its very start, or after 2200");
        }
        return warnings;
    }
}
