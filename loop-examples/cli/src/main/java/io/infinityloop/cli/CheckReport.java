package io.infinityloop.cli;

import io.infinityloop.machine.Replay;
import io.infinityloop.metrics.report.Layout;
import io.infinityloop.watch.Deviation;
import io.infinityloop.watch.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes what a check found as text in 80 columns. */
final class CheckReport {
    private static final String RULE = "─".repeat(Layout.WIDTH);

    private final List<String> lines = new ArrayList<>();

    private CheckReport() {}

    static String render(String title, List<Verdict> verdicts, Observation observation, List<String> notes) {
        CheckReport report = new CheckReport();
        report.lines.add(RULE);
        report.paragraph(" ", title);
        report.paragraph(
                " ",
                Words.counted(observation.events(), "different event") + " in "
                        + Words.counted(verdicts.size(), "loop"));
        report.lines.add(RULE);
        report.machine(verdicts);
        report.watcher(observation);
        report.notes(notes);
        return report.lines.stream().collect(Collectors.joining("\n", "", "\n"));
    }

    private void machine(List<Verdict> verdicts) {
        long accepted = verdicts.stream().filter(Verdict::isAccepted).count();
        lines.add("");
        lines.add(" Machine: " + accepted + " of " + verdicts.size() + " loops accepted");
        if (accepted < verdicts.size()) {
            lines.add("   the first event that it refuses in each of the others");
        }
        for (Verdict verdict : verdicts) {
            if (verdict.replay() instanceof Replay.Diverged diverged) {
                lines.add("");
                paragraph("   ", verdict.loop() + " is refused at event " + diverged.eventId());
                paragraph("     ", diverged.message());
            }
        }
    }

    private void watcher(Observation observation) {
        lines.add("");
        List<Deviation> deviations = observation.deviations();
        lines.add(" Watcher: " + Words.counted(deviations.size(), "deviation") + " in "
                + Words.counted(observation.deviatingLoops(), "loop"));
        if (!deviations.isEmpty()) {
            lines.add("   everything odd that was seen, whatever came before it");
        }
        for (Deviation deviation : deviations) {
            lines.add("");
            paragraph(
                    "   ",
                    deviation.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " · " + deviation.loop()
                            + " · " + deviation.at());
            paragraph("     ", "event " + deviation.event());
            paragraph("     ", deviation.message());
        }
    }

    private void notes(List<String> notes) {
        if (!notes.isEmpty()) {
            lines.add("");
            lines.add(" Read with care");
            notes.forEach(note -> paragraph("   ", note));
        }
    }

    private void paragraph(String indent, String text) {
        Layout.wrap(Printable.line(text), Layout.WIDTH - indent.length())
                .forEach(line -> lines.add((indent + line).stripTrailing()));
    }
}
