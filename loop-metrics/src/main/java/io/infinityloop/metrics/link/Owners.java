package io.infinityloop.metrics.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which delivery was the first of each scope to contain a commit. */
final class Owners {
    private final int[] heads;
    private final List<Owner> owners = new ArrayList<>();
    private int[] scopes = new int[64];
    private int[] next = new int[64];

    Owners(int commits) {
        this.heads = new int[commits];
        Arrays.fill(heads, -1);
    }

    /** Each commit at most once for each scope. */
    void add(Node commit, int scope, Owner owner) {
        int place = owners.size();
        if (place == scopes.length) {
            scopes = Arrays.copyOf(scopes, place * 2);
            next = Arrays.copyOf(next, place * 2);
        }
        scopes[place] = scope;
        next[place] = heads[commit.number];
        heads[commit.number] = place;
        owners.add(owner);
    }

    /** {@return a place in the list of the owners of a commit, -1 if there is none} */
    int first(Node commit) {
        return heads[commit.number];
    }

    /** {@return the place after one, -1 if there is none} */
    int after(int place) {
        return next[place];
    }

    int scope(int place) {
        return scopes[place];
    }

    Owner owner(int place) {
        return owners.get(place);
    }

    /** {@return the owner of a commit in a scope; null if there is none} */
    @Nullable
    Owner of(Node commit, int scope) {
        for (int place = heads[commit.number]; place >= 0; place = next[place]) {
            if (scopes[place] == scope) {
                return owners.get(place);
            }
        }
        return null;
    }
}
