package io.infinityloop.cli.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * Which commits change something below some paths. A merge does if it is unlike each of its parents there: what is like
 * one of them was changed by the commits that it joins. Not safe for use by many threads.
 */
final class PathFilter {
    private final ObjectReader reader;
    private final List<String> paths;
    /** For each tree what it has at the paths; equal lists are one list. */
    private final Map<ObjectId, List<String>> contents = new HashMap<>();

    private final Map<List<String>, List<String>> distinct = new HashMap<>();

    PathFilter(ObjectReader reader, List<String> paths) {
        this.reader = reader;
        this.paths = paths;
    }

    /**
     * {@return those of the commits that change something, in the same order}
     *
     * @throws org.eclipse.jgit.errors.MissingObjectException if the clone lacks a tree
     */
    List<NumberedCommit> of(List<NumberedCommit> commits) throws IOException {
        List<NumberedCommit> changing = new ArrayList<>();
        for (NumberedCommit commit : commits) {
            if (changes(commit)) {
                changing.add(commit);
            }
        }
        return changing;
    }

    private boolean changes(NumberedCommit commit) throws IOException {
        List<String> now = at(commit);
        if (commit.parents() == 0) {
            return !now.stream().allMatch(String::isEmpty);
        }
        for (int i = 0; i < commit.parents(); i++) {
            if (now.equals(at(commit.parent(i)))) {
                return false;
            }
        }
        return true;
    }

    private List<String> at(NumberedCommit commit) throws IOException {
        ObjectId tree = commit.getTree().getId();
        List<String> known = contents.get(tree);
        if (known == null) {
            List<String> read = new ArrayList<>();
            for (String path : paths) {
                read.add(NamedReading.of(tree, () -> at(path, tree)));
            }
            known = distinct.computeIfAbsent(List.copyOf(read), same -> same);
            contents.put(tree, known);
        }
        return known;
    }

    /** Mode and hash; empty where there is nothing. */
    private String at(String path, ObjectId tree) throws IOException {
        if (path.isEmpty()) {
            return tree.name();
        }
        try (TreeWalk walk = TreeWalk.forPath(reader, path, tree)) {
            return walk == null
                    ? ""
                    : FileMode.fromBits(walk.getRawMode(0))
                            + walk.getObjectId(0).name();
        }
    }
}
