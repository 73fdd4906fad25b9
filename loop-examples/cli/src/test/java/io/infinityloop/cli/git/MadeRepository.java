package io.infinityloop.cli.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TagBuilder;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** A repository that a test makes object by object, so that every date and every parent is known. */
final class MadeRepository implements AutoCloseable {
    static final String NAME = "Ada Private";
    static final String MAIL = "ada@private.example";

    private final Repository repository;
    private final Path directory;

    private MadeRepository(Repository repository, Path directory) {
        this.repository = repository;
        this.directory = directory;
    }

    /** Makes an empty one whose HEAD is the branch main, which does not exist yet. */
    static MadeRepository in(Path directory) throws IOException {
        OutsideConfig.ignore();
        Repository repository = new FileRepositoryBuilder()
                .setGitDir(directory.resolve(".git").toFile())
                .setWorkTree(directory.toFile())
                .build();
        repository.create();
        RefUpdate head = repository.updateRef(Constants.HEAD);
        head.disableRefLog();
        head.link("refs/heads/main");
        return new MadeRepository(repository, directory);
    }

    /** Midnight, so many days after New Year. */
    static Instant day(double number) {
        return Instant.parse("2026-01-01T00:00:00Z").plusSeconds(Math.round(number * 86_400));
    }

    /** Adds a commit that was authored and committed on a day. */
    String commit(double day, String... parents) {
        return commit("Change of day " + day, day(day), day(day), parents);
    }

    String commit(String message, Instant authored, Instant committed, String... parents) {
        CommitBuilder commit = new CommitBuilder();
        commit.setMessage(message);
        commit.setAuthor(person(authored));
        commit.setCommitter(person(committed));
        commit.setParentIds(Stream.of(parents).map(ObjectId::fromString).toArray(ObjectId[]::new));
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            commit.setTreeId(inserter.insert(new TreeFormatter()));
            ObjectId id = inserter.insert(commit);
            inserter.flush();
            return id.name();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static PersonIdent person(Instant at) {
        return new PersonIdent(NAME, MAIL, at, ZoneOffset.UTC);
    }

    /** Adds an object of any type and content, however wrong. */
    String object(int type, String content) {
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            ObjectId id = inserter.insert(type, content.getBytes(StandardCharsets.UTF_8));
            inserter.flush();
            return id.name();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Points main to a commit. */
    MadeRepository main(String commit) {
        return ref("refs/heads/main", commit);
    }

    /** Points a lightweight tag to an object. */
    MadeRepository lightweight(String name, String target) {
        return ref("refs/tags/" + name, target);
    }

    /** Points an annotated tag of a day to a commit. */
    MadeRepository annotated(String name, double day, String target) {
        return ref("refs/tags/" + name, tagObject(name, day, target, Constants.OBJ_COMMIT));
    }

    /** Adds a tag object without a ref to it. */
    String tagObject(String name, double day, String target, int type) {
        TagBuilder tag = new TagBuilder();
        tag.setTag(name);
        tag.setMessage("Release " + name);
        tag.setTagger(person(day(day)));
        tag.setObjectId(ObjectId.fromString(target), type);
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            ObjectId id = inserter.insert(tag);
            inserter.flush();
            return id.name();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    MadeRepository ref(String name, String target) {
        try {
            RefUpdate update = repository.updateRef(name);
            update.setNewObjectId(ObjectId.fromString(target));
            update.disableRefLog();
            update.forceUpdate();
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Lets HEAD point to a commit, or to a branch by its full name. */
    MadeRepository head(String target) throws IOException {
        RefUpdate update = repository.updateRef(Constants.HEAD, ObjectId.isId(target));
        update.disableRefLog();
        if (ObjectId.isId(target)) {
            update.setNewObjectId(ObjectId.fromString(target));
            update.forceUpdate();
        } else {
            update.link(target);
        }
        return this;
    }

    Path directory() {
        return directory;
    }

    Path gitDirectory() {
        return directory.resolve(".git");
    }

    /** Where a loose object is stored. */
    Path file(String object) {
        return gitDirectory().resolve("objects").resolve(object.substring(0, 2)).resolve(object.substring(2));
    }

    @Override
    public void close() {
        repository.close();
    }
}
