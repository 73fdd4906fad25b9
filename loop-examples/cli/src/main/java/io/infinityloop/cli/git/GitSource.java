package io.infinityloop.cli.git;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.Branch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

/**
 * Reads a local clone: every commit that HEAD or a release can reach, every branch that was merged into HEAD's main
 * line, and every release with the commits that it is the first to contain.
 *
 * <p>Each commit is read once, and its message is let go of at once; files and their differences are not read, and
 * directories only where paths of components are asked for. Time and memory grow with the number of commits and not
 * with their size: the events keep about 420 bytes a commit, and while it reads, about 700 bytes a commit are in use,
 * besides some 35 megabytes of JGit's. Measured on histories of 8,000 to 42,000 commits, their releases included.
 */
public final class GitSource {
    private static final int STEP = 1_000;

    private final Repository repository;
    private final RepositoryNames names;
    private final GitOptions options;
    private final ProgressListener progress;

    private GitSource(Repository repository, GitOptions options, ProgressListener progress) {
        this.repository = repository;
        this.names = RepositoryNames.of(repository);
        this.options = options;
        this.progress = progress;
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
        return read(directory, options, ProgressListener.NONE);
    }

    /**
     * Reads a repository and tells how far it has come.
     *
     * @param directory the work tree, a folder in it, or the git directory itself
     * @param options how to read it
     * @param progress is told after every 1,000 commits
     * @return its events and what to know of them; no events if it has no commit
     * @throws GitSourceException if there is no repository, or a part of it cannot be read
     */
    public static GitImport read(Path directory, GitOptions options, ProgressListener progress)
            throws GitSourceException {
        requireNonNull(options, "options");
        requireNonNull(progress, "progress");
        OutsideConfig.ignore();
        Path absolute = directory.toAbsolutePath().normalize();
        try (Repository repository = RepositoryFinder.open(absolute)) {
            return read(absolute, repository, options, progress);
        } catch (IOException | IllegalArgumentException | LargeObjectException failed) {
            throw new GitSourceException(
                    "the repository " + absolute + " cannot be read: " + failed.getMessage(), failed);
        }
    }

    private static GitImport read(Path directory, Repository repository, GitOptions options, ProgressListener progress)
            throws GitSourceException, IOException {
        try {
            return new GitSource(repository, options, progress).read();
        } catch (MissingObjectException | IncorrectObjectTypeException missing) {
            boolean fetchable = CloneWarnings.isPartial(repository);
            throw new GitSourceException(
                    "the repository " + directory + " is " + (fetchable ? "a partial clone" : "damaged or incomplete")
                            + ": " + missing.getMessage() + "; run "
                            + (fetchable ? "'git fetch --refetch --filter=blob:none'" : "'git fsck'")
                            + ", or clone it again",
                    missing);
        }
    }

    private GitImport read() throws IOException, GitSourceException {
        try (NumberedCommit.Walk walk = new NumberedCommit.Walk(repository)) {
            TagReader tags = new TagReader(repository, walk, options.tagPattern(), names.all());
            tags.read();
            NumberedCommit head = head(walk);
            GitEvents events = new GitEvents(names.name());
            Deque<NumberedCommit> starts = new ArrayDeque<>();
            if (head != null) {
                starts.add(head);
            }
            tags.releases().forEach(release -> starts.add(release.commit()));
            if (starts.isEmpty()) {
                refuseUnbornHead();
            }
            addAll(starts, walk, events);
            MergedBranches merged = MergedBranches.into(head);
            for (Branch branch : merged.branches()) {
                events.add(branch, requireNonNull(branch.mergedAt()));
            }
            ReleaseLines lines = new ReleaseLines(options, walk.getObjectReader());
            lines.addAll(tags.releases(), events);
            return summary(head, events, tags, merged, lines);
        }
    }

    private @Nullable NumberedCommit head(NumberedCommit.Walk walk) throws IOException {
        Ref head = repository.exactRef(Constants.HEAD);
        return head == null || head.getObjectId() == null ? null : walk.commit(head.getObjectId());
    }

    /** HEAD of a new repository leads nowhere; where there are branches, it should lead to one of them. */
    private void refuseUnbornHead() throws IOException, GitSourceException {
        List<Ref> branches = repository.getRefDatabase().getRefsByPrefix(Constants.R_HEADS);
        if (!branches.isEmpty()) {
            throw new GitSourceException("HEAD of " + names.name() + " points to no commit, and there are "
                    + branches.size() + " branches: say which one is measured, as by 'git symbolic-ref HEAD "
                    + branches.get(0).getName() + "'");
        }
    }

    /** Adds what can be reached, each commit once. An own walk knows which commit cannot be read. */
    private void addAll(Deque<NumberedCommit> starts, NumberedCommit.Walk walk, GitEvents events) throws IOException {
        BitSet met = new BitSet();
        // Packs hold the newest first, and what is read in the order of time needs no sorting.
        Queue<NumberedCommit> open = new PriorityQueue<>(NumberedCommit.NEWEST_FIRST);
        for (NumberedCommit start : starts) {
            enter(start, met, open, walk, events);
        }
        for (NumberedCommit commit = open.poll(); commit != null; commit = open.poll()) {
            events.add(commit);
            for (int i = 0; i < commit.parents(); i++) {
                enter(commit.parent(i), met, open, walk, events);
            }
        }
    }

    private void enter(
            NumberedCommit commit, BitSet met, Queue<NumberedCommit> open, NumberedCommit.Walk walk, GitEvents events)
            throws IOException {
        if (met.get(commit.number())) {
            return;
        }
        met.set(commit.number());
        NamedReading.of(commit, () -> {
            walk.read(commit);
            events.read(commit);
            return commit;
        });
        open.add(commit);
        if (events.commits() % STEP == 0) {
            progress.read(events.commits());
        }
    }

    private GitImport summary(
            @Nullable NumberedCommit head, GitEvents events, TagReader tags, MergedBranches merged, ReleaseLines lines)
            throws IOException {
        long annotated = tags.releases().stream().filter(ReleaseTag::annotated).count();
        List<String> warnings = new ArrayList<>();
        if (events.commits() > 0) {
            warnings.addAll(CloneWarnings.of(repository, names.name(), head, events));
            warnings.addAll(tags.warnings(names.name()));
            warnings.addAll(lines.warnings(names.name()));
            warnings.addAll(merged.warnings());
            warnings.addAll(events.warnings(options.now()));
        }
        return new GitImport(
                names.name(),
                events.sorted(),
                events.commits(),
                events.merges(),
                annotated,
                tags.releases().size() - annotated,
                tags.preReleases(),
                tags.others(),
                warnings);
    }
}
