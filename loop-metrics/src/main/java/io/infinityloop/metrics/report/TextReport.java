package io.infinityloop.metrics.report;

import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Cell;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Segment;
import io.infinityloop.metrics.Target;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.Window;
import io.infinityloop.metrics.finding.DetectorDefinition;
import io.infinityloop.metrics.finding.Finding;
import io.infinityloop.metrics.finding.Findings;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    private static final int BAR = 8;
    /** Up to so many rows without data are shown one by one. */
    private static final int FEW = 4;

    private static final int STEP = 8;
    /** A space at which no line is broken. */
    private static final char TOGETHER = '\u00a0';

    private static final List<String> SPREAD = List.of("mean", "p90", "max");
    private static final Set<String> UNSAID = Set.of("median", "min", "p95");
    private static final Map<String, String> GROUPS =
            Map.of("dora", "DORA", "delivery", "Delivery", "flow", "Flow", "reliability", "Reliability");

    /** Metrics that are told beside each other, so that a bar can show which one is the longest. */
    private static final String COMPARED = "flow.dwell-time.";

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
        text.legend();
        text.findings();
        text.unjoined();
        text.notes();
        return text.lines.stream()
                .map(line -> line.replace(TOGETHER, ' ').stripTrailing())
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private void head() {
        Window whole = report.whole();
        ZoneId zone = report.scorecard().zone();
        lines.add(RULE);
        paragraph(" ", Layout.harmless(report.title()));
        paragraph(
                " ",
                DAY.format(whole.from().atZone(zone)) + " to " + lastDay(whole, zone) + " · " + length(whole) + " · "
                        + (zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId()) + " · as of "
                        + minute(report.scorecard().asOf(), zone));
        paragraph(
                " ",
                report.inputs().entrySet().stream()
                        .map(input -> Layout.harmless(input.getKey()) + ": " + input.getValue())
                        .collect(Collectors.joining(" · ")));
        lines.add(RULE);
    }

    private static String length(Window window) {
        long days = window.length().plusHours(12).toDays();
        return days == 0 ? "less than a day" : days == 1 ? "1 day" : days + " days";
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
        lines.add(Layout.left(" " + GROUPS.getOrDefault(prefix, prefix), Layout.WIDTH));
        List<Cell> whole = cells.stream()
                .filter(cell -> cell.window().equals(report.whole()))
                .toList();
        BigDecimal max = longest(whole);
        boolean many = whole.stream().filter(cell -> !isShown(cell)).count() > FEW;
        for (Cell cell : whole) {
            if (isShown(cell) || !many) {
                row(cell, cell.metric().id().startsWith(COMPARED) ? max : BigDecimal.ZERO);
                if (!report.step().isEmpty()) {
                    course(cell, cells);
                }
            }
        }
        if (many) {
            withoutData(whole);
        }
    }

    private static boolean isShown(Cell cell) {
        return !(cell.result() instanceof MetricResult.Undefined);
    }

    /** Many rows without a number would only push those that have one off the screen. */
    private void withoutData(List<Cell> cells) {
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        for (Cell cell : cells) {
            if (cell.result() instanceof MetricResult.Undefined undefined) {
                String segment = cell.segment().isAll() ? "" : " (" + cell.segment() + ")";
                byReason.computeIfAbsent(undefined.reason(), reason -> new ArrayList<>())
                        .add(cell.metric().name() + segment);
            }
        }
        byReason.forEach((reason, names) ->
                paragraph("   ", "– " + Layout.harmless(reason + ": " + String.join(", ", names))));
    }

    private static BigDecimal longest(List<Cell> cells) {
        return cells.stream()
                .filter(cell -> cell.metric().id().startsWith(COMPARED))
                .flatMap(cell -> headline(cell).stream())
                .filter(amount -> amount.unit() == Unit.SECONDS)
                .map(Amount::number)
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ZERO);
    }

    private void row(Cell cell, BigDecimal max) {
        String name = Layout.harmless(cell.segment().isAll() ? cell.metric().name() : "  " + cell.segment());
        MetricResult result = cell.result();
        String value = headline(cell).map(Shown::amount).orElse("–");
        String lead = "";
        String detail;
        if (result instanceof MetricResult.Value present) {
            detail = details(present, max.signum() > 0 ? List.of("p90") : SPREAD) + judged(cell);
            if (max.signum() > 0) {
                lead = Layout.left(Plot.bar(present.headline().number(), max, BAR), BAR) + " ";
            }
        } else if (result instanceof MetricResult.Undefined undefined) {
            detail = undefined.reason();
        } else {
            detail = "failed: " + ((MetricResult.Failed) result).error();
        }
        int room = NAME + VALUE - Math.max(VALUE, Layout.length(value));
        String left = "   " + Layout.left(name, room) + " " + Layout.right(value, VALUE) + "   " + lead;
        int indent = Layout.length(left);
        List<String> wrapped = Layout.wrap(Layout.harmless(detail), Layout.WIDTH - indent);
        lines.add(left + wrapped.get(0));
        wrapped.stream().skip(1).forEach(line -> lines.add(" ".repeat(indent) + line));
        excluded(result);
    }

    /** How many there were, then the parts, as far as they say more than the headline. */
    private static String details(MetricResult.Value value, List<String> spread) {
        Amount with = value.parts().get("with");
        if (value.headline().unit() == Unit.RATIO && with != null) {
            return Shown.amount(with) + " of " + value.n();
        }
        List<String> details = new ArrayList<>();
        Map<String, Amount> parts = new LinkedHashMap<>();
        boolean single = value.n() == 1;
        boolean sampled = value.parts().containsKey("median");
        if (single || sampled) {
            details.add(
                    single
                            ? "only one"
                            : statistic(value).map(name -> name + " of ").orElse("n=") + value.n());
        } else if (!value.headline().equals(Amount.count(value.n()))) {
            details.add("n=" + value.n());
        }
        for (String name : single ? List.<String>of() : spread) {
            Optional.ofNullable(value.parts().get(name)).ifPresent(amount -> parts.put(name, amount));
        }
        value.parts().forEach((name, amount) -> {
            boolean said = sampled
                    && (SPREAD.contains(name)
                            || (UNSAID.contains(name) && !name.equals("median"))
                            || amount.equals(value.headline()));
            if (!said && !amount.equals(Amount.count(value.n()))) {
                parts.put(name, amount);
            }
        });
        parts.forEach((name, amount) -> details.add(name + " " + Shown.amount(amount)));
        return details.stream().map(detail -> detail.replace(' ', TOGETHER)).collect(Collectors.joining(", "));
    }

    /** What the headline is of its samples, as far as that can be told: a median, unless it is another part. */
    private static Optional<String> statistic(MetricResult.Value value) {
        return Stream.of("median", "mean", "p95", "p90")
                .filter(name -> value.headline().equals(value.parts().get(name)))
                .findFirst();
    }

    /** How far the value reaches its target, and what that is. */
    private static String judged(Cell cell) {
        Target target = cell.target();
        return target == null ? "" : "; " + Shown.status(target.judge(cell.result()), target);
    }

    private void excluded(MetricResult result) {
        if (!result.excluded().isEmpty()) {
            String reasons = result.excluded().entrySet().stream()
                    .map(reason -> reason.getValue() + "× " + Layout.harmless(reason.getKey()))
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
        int room = Layout.WIDTH - DETAIL - "by  …".length() - STEP;
        List<Optional<BigDecimal>> latest = numbers.subList(Math.max(0, numbers.size() - room), numbers.size());
        if (latest.stream().anyMatch(Optional::isPresent)) {
            String step = Layout.harmless(report.step());
            String cut = latest.size() < numbers.size() ? "…" : "";
            lines.add(" ".repeat(DETAIL) + "by " + Layout.left(step, Math.min(STEP, Layout.length(step))) + " " + cut
                    + Plot.sparkline(latest));
        }
    }

    private static Optional<Amount> headline(Cell cell) {
        return cell.result() instanceof MetricResult.Value value ? Optional.of(value.headline()) : Optional.empty();
    }

    private void legend() {
        if (!report.step().isEmpty()) {
            lines.add("");
            String step = Layout.left(Layout.harmless(report.step()), STEP).strip();
            paragraph(" ", "by " + step + ": one column each, oldest first; · has no value");
        }
    }

    /** Detector by detector, the worst first; of many findings of one the first two are told. */
    private void findings() {
        Findings findings = report.findings();
        if (findings == null || findings.in(Segment.ALL).isEmpty()) {
            return;
        }
        Map<DetectorDefinition, List<Finding>> byDetector = findings.in(Segment.ALL).stream()
                .collect(Collectors.groupingBy(Finding::detector, LinkedHashMap::new, Collectors.toList()));
        lines.add("");
        lines.add(" Bad habits");
        byDetector.forEach((detector, found) -> {
            long events = found.stream()
                    .flatMap(finding -> finding.evidence().stream())
                    .distinct()
                    .count();
            String stage = detector.stage() == null ? "" : ", " + detector.stage();
            item(detector.severity() + stage + ": " + detector.name() + " (" + found.size() + "×, " + events
                    + " events)");
            found.stream().limit(2).forEach(finding -> paragraph("       ", Layout.harmless(finding.message())));
            if (found.size() > 2) {
                paragraph("       ", "and " + (found.size() - 2) + " more");
            }
            paragraph("       ", Layout.harmless("→ " + detector.remedy()));
        });
    }

    private void unjoined() {
        if (report.unjoined().isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(" Could not be joined");
        report.unjoined().forEach((reason, references) -> {
            String examples = references.stream().limit(2).collect(Collectors.joining(", "));
            item(reason + " (" + references.size() + "): " + examples + (references.size() > 2 ? ", …" : ""));
        });
    }

    private void notes() {
        if (report.notes().isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(" Read with care");
        report.notes().forEach(this::item);
    }

    private void item(String text) {
        List<String> wrapped = Layout.wrap(Layout.harmless(text), Layout.WIDTH - 5);
        lines.add("   - " + wrapped.get(0));
        wrapped.stream().skip(1).forEach(line -> lines.add("     " + line));
    }

    private void paragraph(String indent, String text) {
        Layout.wrap(text, Layout.WIDTH - indent.length()).forEach(line -> lines.add(indent + line));
    }
}
