package io.infinityloop.benchmarks;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevTag;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The least that an import can do: opens the repository, peels each tag, visits each commit once and reads what an
 * import needs of both, and keeps nothing.
 */
final class BareWalk {
    private final Path repository;
    private final List<String> releases;

    /** A walk from HEAD and from the tags of these short names. */
    BareWalk(Path repository, List<String> releases) {
        this.repository = repository;
        this.releases = releases;
    }

    /** Walks and gives what it reads to a sink; returns the number of commits. */
    long walk(Consumer<@Nullable Object> sink) throws IOException {
        try (Repository opened = new FileRepositoryBuilder()
                        .findGitDir(repository.toFile())
                        .setMustExist(true)
                        .build();
                RevWalk walk = new RevWalk(opened)) {
            for (Ref tag : opened.getRefDatabase().getRefsByPrefix(Constants.R_TAGS)) {
                peel(requireNonNull(tag.getObjectId()), walk, sink);
            }
            walk.markStart(walk.parseCommit(opened.resolve(Constants.HEAD)));
            for (String release : releases) {
                Ref tag = requireNonNull(opened.exactRef(Constants.R_TAGS + release));
                walk.markStart(walk.parseCommit(tag.getObjectId()));
            }
            return visit(walk, sink);
        }
    }

    private static void peel(ObjectId tag, RevWalk walk, Consumer<@Nullable Object> sink) throws IOException {
        RevObject object = walk.parseAny(tag);
        if (object instanceof RevTag annotated) {
            sink.accept(annotated.getTaggerIdent());
        }
        sink.accept(walk.peel(object));
    }

    private static long visit(RevWalk walk, Consumer<@Nullable Object> sink) throws IOException {
        long commits = 0;
        for (RevCommit commit = walk.next(); commit != null; commit = walk.next()) {
            sink.accept(commit.getAuthorIdent());
            sink.accept(commit.getCommitterIdent());
            sink.accept(commit.getFirstMessageLine());
            commit.disposeBody();
            commits++;
        }
        return commits;
    }
}
