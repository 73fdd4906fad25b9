package io.infinityloop.cli.git;

import io.infinityloop.Labels;
import io.infinityloop.artifact.Commit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.ObjectReader;

/** The releases of each component, one after the other. Not safe for use by many threads. */
final class ReleaseLines {
    private final GitOptions options;
    private final SortedMap<String, FirstContained> lines = new TreeMap<>();
    private final SortedMap<String, PathFilter> filters = new TreeMap<>();

    ReleaseLines(GitOptions options, ObjectReader reader) {
        this.options = options;
        options.componentPaths().forEach((component, paths) -> filters.put(component, new PathFilter(reader, paths)));
    }

    /** Adds releases that are in the order of time. */
    void addAll(List<ReleaseTag> releases, GitEvents events) throws IOException {
        for (ReleaseTag release : releases) {
            boolean first = !lines.containsKey(release.component());
            List<NumberedCommit> contents = lines.computeIfAbsent(release.component(), same -> new FirstContained())
                    .by(release.commit());
            PathFilter filter = filters.get(release.component());
            events.add(release, filter == null ? contents : filter.of(contents), labels(release), first);
        }
    }

    private Labels labels(ReleaseTag release) {
        Labels labels = Labels.none();
        if (!release.component().isEmpty()) {
            labels = labels.with(Labels.COMPONENT, release.component());
        }
        if (filters.containsKey(release.component())) {
            labels = labels.with(Labels.CONTENTS, "listed");
        }
        Pattern fix = options.fixPattern();
        return fix == null ? labels : labels.with(Labels.INTENT, isFix(release, fix) ? "fix" : "other");
    }

    private static boolean isFix(ReleaseTag release, Pattern fix) {
        Commit commit = release.commit().recorded();
        return fix.matcher(release.name()).find()
                || (commit != null && fix.matcher(commit.subject()).find());
    }

    /** {@return what the reader of numbers must know, in sentences} */
    List<String> warnings(String name) {
        List<String> warnings = new ArrayList<>();
        SortedSet<String> unlisted = new TreeSet<>(lines.keySet());
        unlisted.removeAll(filters.keySet());
        if (lines.size() > 1 && !unlisted.isEmpty()) {
            warnings.add(name + " has releases of " + lines.size() + " components, and those of " + unlisted.size()
                    + " hold every commit that they can reach, also those of other components: say with"
                    + " --component-path NAME=PATH which paths a component consists of");
        }
        SortedSet<String> unknown = new TreeSet<>(filters.keySet());
        unknown.removeAll(lines.keySet());
        for (String component : unknown) {
            warnings.add("there is no release of the component '" + component + "' of " + name
                    + ", for which paths are given: components are " + known());
        }
        return warnings;
    }

    private String known() {
        Names names = new Names();
        lines.keySet().forEach(component -> names.add(component.isEmpty() ? "'' (the main line)" : component));
        return names.count() == 0 ? "not known without a release" : names.toString();
    }
}
