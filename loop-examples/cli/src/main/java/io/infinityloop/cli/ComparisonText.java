package io.infinityloop.cli;

import io.infinityloop.metrics.Frame;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.preset.DefinitionComparison.Effect;
import io.infinityloop.metrics.preset.DefinitionComparison.Row;
import io.infinityloop.metrics.report.Layout;
import io.infinityloop.metrics.report.Shown;
import java.util.List;
import java.util.stream.Collectors;

/** One metric under several definitions, as text of at most 80 columns. */
final class ComparisonText {
    private static final int WIDTH = 80;
    private static final int NAME = 14;

    private ComparisonText() {}

    static String render(String title, Frame frame, List<Row> rows, List<String> notes) {
        StringBuilder text = new StringBuilder();
        if (!rows.isEmpty()) {
            text.append(rows.get(0).definition().name())
                    .append(" of ")
                    .append(Printable.line(title))
                    .append('\n')
                    .append(frame.window().from().atZone(frame.zone()).toLocalDateTime())
                    .append(" to ")
                    .append(frame.window().to().atZone(frame.zone()).toLocalDateTime())
                    .append(" (")
                    .append(frame.zone())
                    .append(")\n");
        }
        rows.forEach(row -> append(text, row));
        notes.forEach(note -> line(text.append('\n'), Printable.line(note)));
        return text.toString();
    }

    private static void append(StringBuilder text, Row row) {
        text.append('\n');
        line(text, row.preset(), shown(row.result()));
        List<Effect> moving = row.effects().stream()
                .filter(effect -> effect.changes(row.result()))
                .toList();
        for (Effect effect : moving) {
            line(text, "  " + effect.rule(), effect.theirs());
            line(text, "", "here: " + effect.ours() + " -> " + shown(effect.result()));
        }
        String still = row.effects().stream()
                .filter(effect -> !moving.contains(effect))
                .map(Effect::rule)
                .collect(Collectors.joining(", "));
        if (!still.isEmpty()) {
            line(text, "", (moving.isEmpty() ? "differs" : "differs, too,") + " without effect: " + still);
        }
    }

    private static String shown(MetricResult result) {
        if (result instanceof MetricResult.Value value) {
            return Shown.amount(value.headline()) + ", n=" + value.n();
        }
        return result instanceof MetricResult.Undefined undefined ? "- " + undefined.reason() : "failed";
    }

    private static void line(StringBuilder text, String words) {
        Layout.wrap(words, WIDTH).forEach(line -> text.append(line).append('\n'));
    }

    /** A name, and words beside it, broken where the line is full. */
    private static void line(StringBuilder text, String name, String words) {
        StringBuilder line = new StringBuilder(name).append(" ".repeat(Math.max(1, NAME - name.length())));
        boolean first = true;
        for (String word : words.split(" ", -1)) {
            if (!first && line.length() + 1 + word.length() > WIDTH) {
                text.append(line).append('\n');
                line = new StringBuilder(" ".repeat(NAME));
                first = true;
            }
            line.append(first ? "" : " ").append(word);
            first = false;
        }
        text.append(line).append('\n');
    }
}
