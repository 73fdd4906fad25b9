package io.infinityloop.metrics.report;

import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Cell;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes a report as text in 80 columns, for people: each metric with its value, how many things it was computed from,
 * and what was left out and why. Where the scorecard has further windows, a line of columns shows how the value went.
 *
 * @since 0.1
 */
public final class TextReport {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final String RULE = "─".repeat(Layout.WIDTH);
    private static final int NAME = 24;
    private static final int VALUE = 10;
    private static final int DETAIL = 3 + NAME + 1 + VALUE + 3;
    private static final int BAR = 10;
    private static final Map<String, String> GROUPS =
            Map.of("dora", "DORA", "delivery", "Delivery", "flow", "Flow: time in each stage");

    private final Report report;
    private final List<String> lines = new ArrayList<>();

    private TextReport(Report report) {
        this.report = report;
    }

    /**
     * Returns the report as text.
     *
     * @param report the report
     * @return the text, with a newline at the end of each line
     */
    public static String render(Report report) {
        TextReport text = new TextReport(report);
        text.head();
        text.groups().forEach(text::group);
        text.unjoined();
        text.notes();
        return text.lines.stream().map(String::stripTrailing).collect(Collectors.joining("\n", "", "\n"));
    }

    private void head() {
        Window whole = report.whole();
        ZoneId zone = report.scorecard().zone();
        lines.add(RULE);
        paragraph(" ", Layout.harmless(report.title()));
        paragraph(
                " ",
                DAY.format(whole.from().atZone(zone)) + " to " + lastDay(whole, zone) + " · "
                        + whole.length().plusHours(12).toDays() + " days · " + zone.getId() + " · as of "
                        + minute(report.scorecard().asOf(), zone));
        paragraph(
                " ",
                report.inputs().entrySet().stream()
                        .map(input -> input.getValue() + " " + input.getKey())
                        .collect(Collectors.joining(" · ")));
        lines.add(RULE);
    }

    /** The last day of which the window has a part. */
    private static String lastDay(Window window, ZoneId zone) {
        return DAY.format(window.to().minusNanos(1).atZone(zone));
    }

    private static String minute(Instant instant, ZoneId zone) {
        return MINUTE.format(instant.atZone(zone));
    }

    private Map<String, List<Cell>> groups() {
        Map<String, List<Cell>> groups = new LinkedHashMap<>();
        for (Cell cell : report.scorecard().cells()) {
            String prefix = cell.metric().id().substring(0, cell.metric().id().indexOf('.'));
            groups.computeIfAbsent(prefix, same -> new ArrayList<>()).add(cell);
        }
        return groups;
    }

    private void group(String prefix, List<Cell> cells) {
        lines.add("");
        lines.add(" " + GROUPS.getOrDefault(prefix, prefix));
        List<Cell> whole = cells.stream()
                .filter(cell -> cell.window().equals(report.whole()))
                .toList();
        BigDecimal max = prefix.equals("flow") ? longest(whole) : BigDecimal.ZERO;
        for (Cell cell : whole) {
            row(cell, max);
            if (!report.step().isEmpty()) {
                course(cell, cells);
            }
        }
    }

    private static BigDecimal longest(List<Cell> cells) {
        return cells.stream()
                .flatMap(cell -> headline(cell).stream())
                .filter(amount -> amount.unit() == Unit.SECONDS)
                .map(Amount::number)
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ZERO);
    }

    private void row(Cell cell, BigDecimal max) {
        String name = cell.segment().isAll()
                ? cell.metric().name()
                : "  " + Layout.harmless(cell.segment().toString());
        MetricResult result = cell.result();
        String value = headline(cell).map(Shown::amount).orElse("–");
        String detail;
        if (result instanceof MetricResult.Value present) {
            detail = details(present);
            if (max.signum() > 0) {
                detail = Layout.left(Plot.bar(present.headline().number(), max, BAR), BAR) + " " + detail;
            }
        } else if (result instanceof MetricResult.Undefined undefined) {
            detail = undefined.reason();
        } else {
            detail = "failed: " + ((MetricResult.Failed) result).error();
        }
        String left = "   " + Layout.left(name, NAME) + " " + Layout.right(value, VALUE) + "   ";
        List<String> wrapped = Layout.wrap(Layout.harmless(detail), Layout.WIDTH - DETAIL);
        lines.add(left + wrapped.get(0));
        wrapped.stream().skip(1).forEach(line -> lines.add(" ".repeat(DETAIL) + line));
        excluded(result);
    }

    private static String details(MetricResult.Value value) {
        List<String> details = new ArrayList<>();
        details.add((value.parts().containsKey("median") ? "median of " : "n=") + value.n());
        value.parts().forEach((name, amount) -> {
            if (!List.of("median", "mean", "min", "count").contains(name)) {
                details.add(name + " " + Shown.amount(amount));
            }
        });
        return String.join(" · ", details);
    }

    private void excluded(MetricResult result) {
        if (!result.excluded().isEmpty()) {
            String reasons = result.excluded().entrySet().stream()
                    .map(reason -> reason.getValue() + " " + Layout.harmless(reason.getKey()))
                    .collect(Collectors.joining(", "));
            paragraph(" ".repeat(DETAIL), "left out: " + reasons);
        }
    }

    /** How the headline went over the windows, as many as fit, the latest last. */
    private void course(Cell whole, List<Cell> cells) {
        List<Optional<BigDecimal>> numbers = cells.stream()
                .filter(cell -> cell.metric().id().equals(whole.metric().id()))
                .filter(cell -> cell.segment().equals(whole.segment()))
                .filter(cell -> !cell.window().equals(report.whole()))
                .map(cell -> headline(cell).map(Amount::number))
                .toList();
        int room = Layout.WIDTH - DETAIL - 12;
        List<Optional<BigDecimal>> latest = numbers.subList(Math.max(0, numbers.size() - room), numbers.size());
        if (latest.stream().anyMatch(Optional::isPresent)) {
            lines.add(" ".repeat(DETAIL) + "by " + Layout.left(report.step(), 8) + " " + Plot.sparkline(latest));
        }
    }

    private static Optional<Amount> headline(Cell cell) {
        return cell.result() instanceof MetricResult.Value value ? Optional.of(value.headline()) : Optional.empty();
    }

    private void unjoined() {
        if (report.unjoined().isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(" Could not be joined");
        report.unjoined()
                .forEach((reason, references) -> paragraph(
                        "   ",
                        references.size() + " " + Layout.harmless(reason) + ": " + Layout.harmless(references.get(0))
                                + (references.size() > 1 ? ", …" : "")));
    }

    private void notes() {
        if (report.notes().isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(" Read with care");
        for (String note : report.notes()) {
            List<String> wrapped = Layout.wrap(Layout.harmless(note), Layout.WIDTH - 5);
            lines.add("   - " + wrapped.get(0));
            wrapped.stream().skip(1).forEach(line -> lines.add("     " + line));
        }
    }

    private void paragraph(String indent, String text) {
        Layout.wrap(text, Layout.WIDTH - indent.length()).forEach(line -> lines.add(indent + line));
    }
}
