package io.infinityloop.metrics.report;

import static io.infinityloop.metrics.Log.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.metrics.Log;
import io.infinityloop.metrics.finding.CodeDetectors;
import io.infinityloop.metrics.finding.Detection;
import io.infinityloop.metrics.finding.Findings;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.Branch;
import io.infinityloop.event.LoopEvent;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What detectors found stands in the report, with evidence and what to do instead. */
class FindingsReportTest {
    private static Findings found(int branches) {
        LoopEvent[] events = IntStream.range(0, branches)
                .mapToObj(i -> Log.recorded(new Branch(ArtifactMetadata.of("b" + i, at(0)), "b" + i, at(49))))
                .toArray(LoopEvent[]::new);
        return Detection.builder(Reports.WHOLE.to(), ZoneOffset.UTC)
                .window(Reports.WHOLE)
                .detector(CodeDetectors.longLivedBranch())
                .build()
                .run(Log.derive(events));
    }

    @Test
    void the_text_tells_detector_by_detector_what_was_found_and_what_to_do() {
        assertThat(TextReport.render(Reports.full().with(found(3))))
                .contains("""
                         Bad habits
                           - WARNING, CODE: Branches that live long (3×, 3 events)
                               branch 'b0' was merged after 2 d 1 h, more than 2 d
                               branch 'b1' was merged after 2 d 1 h, more than 2 d
                               and 1 more
                               → Cut the work into parts that can be merged within a day or two, hidden
                        """);
        assertThat(TextReport.render(Reports.full().with(found(0)))).isEqualTo(TextReport.render(Reports.full()));
    }

    @Test
    void the_json_holds_every_finding_with_its_evidence() {
        String json = JsonReport.render(Reports.full().with(found(3)));
        assertThat(ReportTest.scalars(json))
                .contains(
                        "finding.long-lived-branch",
                        "code-long-branches",
                        "branch 'b2' was merged after 2 d 1 h, more than 2 d",
                        "176400",
                        "test/branch:b2@2026-01-05T00:00:00Z");
        assertThat(JsonReport.render(Reports.full().with(found(0)))).contains("\"findings\" : [ ]");
        assertThat(JsonReport.render(Reports.full())).doesNotContain("\"findings\"");
    }
}
