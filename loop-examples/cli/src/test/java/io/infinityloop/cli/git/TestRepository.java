package io.infinityloop.cli.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TagBuilder;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** A repository whose every parent and date a test chooses. Day 0 is 1 January 2026, in UTC. */
final class TestRepository implements AutoCloseable {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Repository repository;

    private TestRepository(Repository repository) {
        this.repository = repository;
    }

    /** Creates an empty repository with a work tree; HEAD is the branch main. */
    static TestRepository in(Path directory) throws IOException {
        return create(new FileRepositoryBuilder().setWorkTree(directory.toFile()), false);
    }

    static TestRepository bareIn(Path directory) throws IOException {
        return create(new FileRepositoryBuilder().setGitDir(directory.toFile()), true);
    }

    private static TestRepository create(FileRepositoryBuilder builder, boolean bare) throws IOException {
        OutsideConfig.ignore();
        Repository repository = builder.build();
        repository.create(bare);
        Files.writeString(repository.getDirectory().toPath().resolve("HEAD"), "ref: refs/heads/main\n");
        return new TestRepository(repository);
    }

    static Instant day(double days) {
        return START.plus(Duration.ofMinutes(Math.round(days * 24 * 60)));
    }

    Path directory() {
        return repository.getWorkTree().toPath();
    }

    Path gitDirectory() {
        return repository.getDirectory().toPath();
    }

    /** Commits on a day, written on the same day. */
    String commit(String subject, double day, String... parents) throws IOException {
        return commit(subject, day(day), day(day), parents);
    }

    String commit(String message, Instant committed, Instant authored, String... parents) throws IOException {
        return commit(Map.of(), message, committed, authored, parents);
    }

    /** Commits files, by their paths, and nothing else: what the parents had besides is gone. */
    String commit(Map<String, String> files, String subject, double day, String... parents) throws IOException {
        return commit(files, subject, day(day), day(day), parents);
    }

    private String commit(
            Map<String, String> files, String message, Instant committed, Instant authored, String... parents)
            throws IOException {
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(tree(files, inserter));
            for (String parent : parents) {
                commit.addParentId(ObjectId.fromString(parent));
            }
            commit.setAuthor(person("Ada Author", authored));
            commit.setCommitter(person("Carl Committer", committed));
            commit.setMessage(message);
            ObjectId id = inserter.insert(commit);
            inserter.flush();
            return id.name();
        }
    }

    private static ObjectId tree(Map<String, String> files, ObjectInserter inserter) throws IOException {
        DirCache tree = DirCache.newInCore();
        DirCacheBuilder builder = tree.builder();
        for (Map.Entry<String, String> file : files.entrySet()) {
            DirCacheEntry entry = new DirCacheEntry(file.getKey());
            entry.setFileMode(FileMode.REGULAR_FILE);
            entry.setObjectId(
                    inserter.insert(Constants.OBJ_BLOB, file.getValue().getBytes(StandardCharsets.UTF_8)));
            builder.add(entry);
        }
        builder.finish();
        return tree.writeTree(inserter);
    }

    /** Stores a commit or tag exactly as given, however wrong. */
    String raw(int type, String content) throws IOException {
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            ObjectId id = inserter.insert(type, content.getBytes(StandardCharsets.UTF_8));
            inserter.flush();
            return id.name();
        }
    }

    String emptyTree() throws IOException {
        return raw(Constants.OBJ_TREE, "");
    }

    TestRepository main(String commit) throws IOException {
        return point("refs/heads/main", commit);
    }

    TestRepository lightweight(String tag, String object) throws IOException {
        return point(Constants.R_TAGS + tag, object);
    }

    TestRepository annotated(String tag, String object, double day) throws IOException {
        return lightweight(tag, tagObject(tag, object, Constants.OBJ_COMMIT, day));
    }

    String tagObject(String tag, String object, int type, double day) throws IOException {
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            TagBuilder builder = new TagBuilder();
            builder.setTag(tag);
            builder.setObjectId(ObjectId.fromString(object), type);
            builder.setTagger(person("Tina Tagger", day(day)));
            builder.setMessage("release " + tag);
            ObjectId id = inserter.insert(builder);
            inserter.flush();
            return id.name();
        }
    }

    TestRepository point(String ref, String object) throws IOException {
        Path file = gitDirectory().resolve(ref);
        Files.createDirectories(file.getParent());
        Files.writeString(file, object + "\n");
        return this;
    }

    void detach(String commit) throws IOException {
        RefUpdate update = repository.updateRef(Constants.HEAD, true);
        update.setNewObjectId(ObjectId.fromString(commit));
        update.forceUpdate();
    }

    /** Removes the file of an object that was just stored. */
    void lose(String object) throws IOException {
        Files.delete(file(object));
    }

    /** {@return the file of an object that was just stored} */
    Path file(String object) {
        return gitDirectory().resolve("objects").resolve(object.substring(0, 2)).resolve(object.substring(2));
    }

    private static PersonIdent person(String name, Instant at) {
        return new PersonIdent(name, "someone@example.com", at, ZoneOffset.UTC);
    }

    @Override
    public void close() {
        repository.close();
    }
}
