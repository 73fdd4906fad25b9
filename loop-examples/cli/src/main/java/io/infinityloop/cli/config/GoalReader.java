package io.infinityloop.cli.config;

import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricRegistry;
import io.infinityloop.metrics.Segment;
import io.infinityloop.metrics.Target;
import io.infinityloop.metrics.Targets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what the numbers are to reach: everywhere, or by segments. Not safe for use by many threads. */
final class GoalReader {
    private static final String EXPECTED = "a target such as '< 1 day' or '>= 95 %', or none";

    private final MetricRegistry metrics;
    private final String file;
    private final List<String> told = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private Targets targets = Targets.standard();

    private GoalReader(MetricRegistry metrics, String file) {
        this.metrics = metrics;
        this.file = file;
    }

    static Goals read(Part part, MetricRegistry metrics, String file) {
        GoalReader reader = new GoalReader(metrics, file);
        part.entries("a metric and its target, as in MTTR: < 1 hour").forEach(reader::metric);
        return new Goals(reader.targets, reader.told);
    }

    private void metric(String name, Part part) {
        Optional<MetricDefinition> metric = metrics.definition(name);
        if (metric.isEmpty()) {
            List<String> ids =
                    metrics.definitions().stream().map(MetricDefinition::id).toList();
            part.problems()
                    .add(
                            part.line(),
                            "targets",
                            "metric '" + Part.shortened(name) + "' is not known"
                                    + Nearest.advice(name, ids, ", expected an id such as dora.change-lead-time"));
        } else if (part.node() instanceof Node.Entries) {
            part.entries(EXPECTED).forEach((segment, value) -> segment(metric.get(), segment, value));
        } else if (part.node() instanceof Node.Text text && text.text().strip().equals("none")) {
            targets = targets.without(metric.get().id());
            told.add(metric.get().id() + " none");
        } else {
            add(metric.get(), Segment.ALL, part);
        }
    }

    private void segment(MetricDefinition metric, String text, Part part) {
        SortedMap<String, String> values = new TreeMap<>();
        for (String value : text.equals(Segment.ALL.toString()) ? new String[0] : text.split(",")) {
            int equals = value.indexOf('=');
            if (equals < 1 || equals == value.length() - 1) {
                part.wrong("this is no segment, expected all, or labels such as team=checkout");
                return;
            }
            values.put(
                    value.substring(0, equals).strip(),
                    value.substring(equals + 1).strip());
        }
        add(metric, new Segment(values), part);
    }

    private void add(MetricDefinition metric, Segment segment, Part part) {
        Optional<Target> target = part.parsed(EXPECTED, text -> GoalText.parse(text, metric, file));
        if (!known.add(metric.id() + " " + segment)) {
            part.wrong(metric.id() + " has a target already, also under another of its names");
        } else if (target.isPresent()) {
            targets = targets.with(metric.id(), segment, target.get());
            told.add(metric.id() + (segment.isAll() ? "" : " for " + segment) + " "
                    + ((Node.Text) part.node()).text().strip());
        }
    }
}
