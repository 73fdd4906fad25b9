package io.infinityloop.cli;

import io.infinityloop.metrics.Frame;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.preset.DefinitionComparison.Effect;
import io.infinityloop.metrics.preset.DefinitionComparison.Row;
import io.infinityloop.metrics.report.Shown;
import java.util.List;

/** One metric under several definitions, as text. */
final class ComparisonText {
    private static final int WIDTH = 12;

    private ComparisonText() {}

    static String render(String title, Frame frame, List<Row> rows) {
        StringBuilder text = new StringBuilder();
        rows.stream().findFirst().ifPresent(row -> text.append(row.definition().name())
                .append(" of ")
                .append(Printable.line(title))
                .append(", ")
                .append(frame.window().from().atZone(frame.zone()).toLocalDateTime())
                .append(" to ")
                .append(frame.window().to().atZone(frame.zone()).toLocalDateTime())
                .append(" (")
                .append(frame.zone())
                .append("), as defined by\n"));
        rows.forEach(row -> append(text, row));
        return text.toString();
    }

    private static void append(StringBuilder text, Row row) {
        text.append('\n')
                .append(padded(row.preset()))
                .append(shown(row.result()))
                .append(row.result() instanceof MetricResult.Value value ? "  (n=" + value.n() + ")" : "")
                .append('\n');
        for (Effect effect : row.effects()) {
            text.append("  ").append(padded(effect.rule())).append(effect.theirs());
            text.append("\n  ").append(padded("")).append("here: ").append(effect.ours());
            text.append(" -> ")
                    .append(effect.changes(row.result()) ? shown(effect.result()) : "no change")
                    .append('\n');
        }
    }

    private static String shown(MetricResult result) {
        if (result instanceof MetricResult.Value value) {
            return Shown.amount(value.headline());
        }
        return result instanceof MetricResult.Undefined undefined ? "- (" + undefined.reason() + ")" : "failed";
    }

    private static String padded(String word) {
        return word + " ".repeat(Math.max(1, WIDTH - word.length()));
    }
}
