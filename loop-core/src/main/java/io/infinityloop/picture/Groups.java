package io.infinityloop.picture;

import java.util.ArrayList;
import java.util.List;

/** Puts neighbours of one group together. */
final class Groups {
    private Groups() {}

    /** {@return the nodes in their order, cut where the group changes; no part is empty} */
    static List<List<Node>> of(Graph graph) {
        List<List<Node>> groups = new ArrayList<>();
        for (Node node : graph.nodes()) {
            if (groups.isEmpty() || !last(groups).get(0).group().equals(node.group())) {
                groups.add(new ArrayList<>());
            }
            last(groups).add(node);
        }
        return groups;
    }

    private static List<Node> last(List<List<Node>> groups) {
        return groups.get(groups.size() - 1);
    }
}
