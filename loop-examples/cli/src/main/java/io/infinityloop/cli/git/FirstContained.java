package io.infinityloop.cli.git;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.revwalk.RevCommit;

/**
 * Which commits a release is the first to contain: those that can be reached from it and from no earlier release of the
 * same component. Every commit is walked over once, however many releases hold it.
 */
final class FirstContained {
    private final Set<RevCommit> seen = new HashSet<>();

    /** Takes the releases of a component one by one, in the order of time; returns the commits, newest lines first. */
    List<RevCommit> by(RevCommit release) {
        List<RevCommit> contents = new ArrayList<>();
        Deque<RevCommit> open = new ArrayDeque<>();
        enter(release, open);
        while (!open.isEmpty()) {
            RevCommit commit = open.removeLast();
            contents.add(commit);
            for (RevCommit parent : parents(commit)) {
                enter(parent, open);
            }
        }
        return contents;
    }

    private void enter(RevCommit commit, Deque<RevCommit> open) {
        if (seen.add(commit)) {
            open.addLast(commit);
        }
    }

    private static Collection<RevCommit> parents(RevCommit commit) {
        RevCommit[] parents = commit.getParents();
        return parents == null ? List.of() : List.of(parents);
    }
}
