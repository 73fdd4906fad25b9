package io.infinityloop.inventory;

import io.infinityloop.artifact.PlanItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which plan items stand in a wrong place of the tree. */
final class Nesting {
    private Nesting() {}

    static List<Problem> problems(Map<String, PlanItem> byId) {
        List<Problem> problems = new ArrayList<>();
        for (PlanItem item : byId.values()) {
            PlanItem parent = byId.get(item.place().parent());
            if (parent != null && !parent.place().level().canHold(item.place().level())) {
                problems.add(new Problem.WrongNesting(item, parent));
            }
        }
        addCircles(byId, problems);
        return problems;
    }

    /** Walks up from each item once; a walk that meets itself has found a circle. */
    private static void addCircles(Map<String, PlanItem> byId, List<Problem> problems) {
        Set<String> done = new TreeSet<>();
        for (String start : byId.keySet()) {
            List<String> path = new ArrayList<>();
            Set<String> onPath = new TreeSet<>();
            String at = start;
            PlanItem item = byId.get(at);
            while (item != null && done.add(at)) {
                path.add(at);
                onPath.add(at);
                at = item.place().parent();
                item = byId.get(at);
            }
            if (onPath.contains(at)) {
                problems.add(new Problem.Circle(rotated(path.subList(path.indexOf(at), path.size()))));
            }
        }
    }

    private static List<String> rotated(List<String> circle) {
        int least = circle.indexOf(circle.stream().min(String::compareTo).orElseThrow());
        List<String> rotated = new ArrayList<>(circle.subList(least, circle.size()));
        rotated.addAll(circle.subList(0, least));
        return rotated;
    }
}
