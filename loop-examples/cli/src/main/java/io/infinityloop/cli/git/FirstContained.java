package io.infinityloop.cli.git;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * Which commits are the first to be contained: those that can be reached from here and from nowhere that was asked
 * about before. Every commit is walked over once, however often it can be reached.
 */
final class FirstContained {
    private final BitSet seen = new BitSet();

    /** Takes the releases of a component one by one, in the order of time; returns the commits, newest lines first. */
    List<NumberedCommit> by(NumberedCommit release) {
        List<NumberedCommit> contents = new ArrayList<>();
        Deque<NumberedCommit> open = new ArrayDeque<>();
        enter(release, open);
        while (!open.isEmpty()) {
            NumberedCommit commit = open.removeLast();
            contents.add(commit);
            for (int i = 0; i < commit.parents(); i++) {
                enter(commit.parent(i), open);
            }
        }
        return contents;
    }

    /** Takes one commit without what it can reach. */
    void only(NumberedCommit commit) {
        seen.set(commit.number());
    }

    private void enter(NumberedCommit commit, Deque<NumberedCommit> open) {
        if (!seen.get(commit.number())) {
            seen.set(commit.number());
            open.addLast(commit);
        }
    }
}
