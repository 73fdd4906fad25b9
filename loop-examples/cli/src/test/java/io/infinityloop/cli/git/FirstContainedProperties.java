package io.infinityloop.cli.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryDescription;
import org.eclipse.jgit.internal.storage.dfs.InMemoryRepository;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;

class FirstContainedProperties {
    @Property(tries = 150)
    void contents_are_what_is_reachable_and_was_not_reachable_before(
            @ForAll @IntRange(min = 1, max = 40) int size, @ForAll long seed) throws IOException {
        Random random = new Random(seed);
        try (InMemoryRepository repository = new InMemoryRepository(new DfsRepositoryDescription("random"));
                NumberedCommit.Walk walk = new NumberedCommit.Walk(repository)) {
            List<NumberedCommit> graph = graph(repository, walk, size, random);
            FirstContained contained = new FirstContained();
            Set<NumberedCommit> earlier = new HashSet<>();
            for (int i = 0; i < 5; i++) {
                NumberedCommit release = graph.get(random.nextInt(size));
                Set<NumberedCommit> expected = reachable(release);
                expected.removeAll(earlier);
                earlier.addAll(reachable(release));

                assertThat(contained.by(release)).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(expected);
            }
        }
    }

    /** Commits with up to three parents among those before them. */
    private static List<NumberedCommit> graph(
            InMemoryRepository repository, NumberedCommit.Walk walk, int size, Random random) throws IOException {
        List<ObjectId> ids = new ArrayList<>();
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            ObjectId tree = inserter.insert(Constants.OBJ_TREE, new byte[0]);
            PersonIdent nobody = new PersonIdent("nobody", "", TestRepository.START, java.time.ZoneOffset.UTC);
            for (int i = 0; i < size; i++) {
                CommitBuilder commit = new CommitBuilder();
                commit.setTreeId(tree);
                commit.setAuthor(nobody);
                commit.setCommitter(nobody);
                commit.setMessage("commit " + i);
                Set<ObjectId> parents = new HashSet<>();
                for (int p = random.nextInt(Math.min(i, 3) + 1); p > 0; p--) {
                    parents.add(ids.get(random.nextInt(i)));
                }
                commit.setParentIds(new ArrayList<>(parents));
                ids.add(inserter.insert(commit));
            }
            inserter.flush();
        }
        List<NumberedCommit> commits = new ArrayList<>();
        for (ObjectId id : ids) {
            NumberedCommit commit = walk.commit(id);
            walk.read(commit);
            commits.add(commit);
        }
        return commits;
    }

    /** The definition, as plainly as it can be written. */
    private static Set<NumberedCommit> reachable(NumberedCommit commit) {
        Set<NumberedCommit> all = new HashSet<>(Set.of(commit));
        for (int i = 0; i < commit.parents(); i++) {
            all.addAll(reachable(commit.parent(i)));
        }
        return all;
    }
}
