package io.infinityloop.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.internal.storage.file.ObjectDirectory;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TagBuilder;
import org.eclipse.jgit.lib.TreeFormatter;

/**
 * Makes a repository from a seed: a main line, side branches of one to three commits merged into it (one commit in ten
 * is a merge), a maintenance line from the middle on, and releases on both, two of three with annotated tags.
 */
final class History {
    private static final double MERGES = 0.125;
    private static final double MAINTENANCE = 0.25;

    private final Random random = new Random(20_260_101);
    private final List<ObjectId> main = new ArrayList<>();
    private final List<String> tags = new ArrayList<>();
    private final List<ObjectId> tagged = new ArrayList<>();
    private final ObjectInserter inserter;
    private final ObjectId tree;
    private Instant now = Instant.parse("2015-01-05T09:00:00Z");
    private int made;

    private History(ObjectInserter inserter) throws IOException {
        this.inserter = inserter;
        this.tree = inserter.insert(new TreeFormatter());
    }

    /** Makes a bare, packed repository with about this many commits and this many releases in an empty directory. */
    static void write(Path directory, int commits, int releases) throws IOException, GitAPIException {
        try (Git git = Git.init()
                .setBare(true)
                .setInitialBranch("main")
                .setDirectory(directory.toFile())
                .call()) {
            ObjectDirectory objects = (ObjectDirectory) git.getRepository().getObjectDatabase();
            try (ObjectInserter inserter = objects.newPackInserter()) {
                new History(inserter).write(git.getRepository(), commits, releases);
            }
            git.gc().call();
        }
    }

    private void write(Repository repository, int commits, int releases) throws IOException {
        main.add(commit("Begin"));
        ObjectId maintained = main.get(0);
        for (int minor = 0; made < commits; ) {
            double dice = random.nextDouble();
            boolean second = made > commits / 2 && dice < MAINTENANCE && dice >= MERGES;
            if (second) {
                maintained = commit("Backport", maintained);
            } else {
                main.add(dice < MERGES ? merged() : commit("Change", last()));
                maintained = made > commits / 2 ? maintained : last();
            }
            if ((long) made * releases / commits > tags.size()) {
                tag(second ? "v1." + minor + "." + tags.size() : "v2." + minor++ + ".0", second ? maintained : last());
            }
        }
        inserter.flush();
        point(repository, Constants.R_HEADS + "main", last());
        point(repository, Constants.R_HEADS + "1.x", maintained);
        for (int i = 0; i < tags.size(); i++) {
            point(repository, Constants.R_TAGS + tags.get(i), tagged.get(i));
        }
    }

    private ObjectId last() {
        return main.get(main.size() - 1);
    }

    private ObjectId merged() throws IOException {
        ObjectId side = main.get(Math.max(0, main.size() - 1 - random.nextInt(8)));
        for (int i = random.nextInt(3); i >= 0; i--) {
            side = commit("Work on a branch", side);
        }
        return commit("Merge a branch", last(), side);
    }

    private ObjectId commit(String what, ObjectId... parents) throws IOException {
        now = now.plusSeconds(60 + random.nextInt(20_000));
        CommitBuilder commit = new CommitBuilder();
        commit.setTreeId(tree);
        commit.setParentIds(parents);
        commit.setAuthor(person(now.minusSeconds(random.nextInt(90_000))));
        commit.setCommitter(person(now));
        commit.setMessage(
                what + " number " + made++ + "\n\n" + "It says why, at some length.\n".repeat(random.nextInt(12)));
        return inserter.insert(commit);
    }

    private PersonIdent person(Instant at) {
        return new PersonIdent("Person " + random.nextInt(50), "person@example.com", at, ZoneOffset.UTC);
    }

    private void tag(String name, ObjectId commit) throws IOException {
        tags.add(name);
        if (tags.size() % 3 == 0) {
            tagged.add(commit);
            return;
        }
        TagBuilder tag = new TagBuilder();
        tag.setTag(name);
        tag.setObjectId(commit, Constants.OBJ_COMMIT);
        tag.setTagger(person(now));
        tag.setMessage("Release " + name + "\n");
        tagged.add(inserter.insert(tag));
    }

    private static void point(Repository repository, String name, ObjectId object) throws IOException {
        RefUpdate update = repository.updateRef(name);
        update.setNewObjectId(object);
        RefUpdate.Result result = update.forceUpdate();
        if (result != RefUpdate.Result.NEW) {
            throw new IOException(name + ": " + result);
        }
    }
}
