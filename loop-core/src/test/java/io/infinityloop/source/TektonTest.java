package io.infinityloop.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TektonTest {
    private static String event(String type, String status) {
        return """
                {"specversion":"1.0","id":"e-%s","source":"/apis/ns/run","type":"dev.tekton.event.%s.v1",\
                "time":"2026-07-01T10:09:00Z","data":{"%s":{"metadata":{"name":"main-1","namespace":"shop",\
                "creationTimestamp":"2026-07-01T10:00:00Z"},"spec":{"pipelineRef":{"name":"main"},\
                "taskRef":{"name":"unit"},"params":[{"name":"other","value":"1"},\
                {"name":"gitrevision","value":"4f2a91c"}]},"status":%s}}}
                """.formatted(
                        type, type, type.startsWith("taskrun") ? "taskRun" : "pipelineRun", status.replace('\'', '"'));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            pipelinerun.started    | {'startTime':'2026-07-01T10:01:00Z'} | main/running 10:01..
            pipelinerun.unknown    | {'startTime':'2026-07-01T10:01:00Z'} | main/running 10:01..
            pipelinerun.successful | {'startTime':'2026-07-01T10:01:00Z','completionTime':'2026-07-01T10:08:00Z'} | main/passed 10:01..10:08
            taskrun.failed         | {'startTime':'2026-07-01T10:01:00Z','completionTime':'2026-07-01T10:08:00Z'} | unit/failed 10:01..10:08
            taskrun.failed         | {'startTime':'2026-07-01T10:01:00Z','conditions':[{'reason':'TaskRunTimeout'}]} | unit/timed_out 10:01..
            taskrun.failed         | {'startTime':'2026-07-01T10:01:00Z','conditions':[{'reason':'TaskRunCancelled'}]} | unit/cancelled 10:01..
            """)
    void a_run_is_a_build_of_the_commit_in_its_parameters(String type, String status, String expected) {
        assertThat(CdEventText.read(Read.of(event(type, status)).only()))
                .isEqualTo("build shop/main-1 " + expected + " [commit:4f2a91c] {queued=10:00}");
    }

    @Test
    void other_types_are_counted() {
        Read read = Read.of(event("customrun.started", "{}"));

        assertThat(read.events()).isEmpty();
        assertThat(read.reading().unknown()).containsOnlyKeys("tekton:customrun.started");
    }
}
