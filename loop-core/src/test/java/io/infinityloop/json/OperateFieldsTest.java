package io.infinityloop.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.artifact.Measurement;
import io.infinityloop.artifact.Reading;
import io.infinityloop.event.Recorded;
import io.infinityloop.journal.Entry;
import io.infinityloop.journal.InMemoryJournal;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperateFieldsTest {
    @Test
    @Tag("OBS-01")
    void a_metric_a_log_and_a_trace_are_read_back_equal() {
        Stream.of(
                        new Reading.Metric("latency p95", new BigDecimal("300"), "ms"),
                        new Reading.Log("ERROR", "card check timed out"),
                        new Reading.Trace("t", "s", "p", "POST /pay", Duration.ofMillis(300)))
                .map(reading -> Recorded.of("1", "otel", Measurement.of("M-1", Instant.EPOCH, "shop", reading)))
                .forEach(event -> {
                    assertThat(Lines.event(EventWriter.toJson(event))).isEqualTo(event);
                    InMemoryJournal journal = InMemoryJournal.empty();
                    journal.observe(List.of(event));
                    assertThat(journal.readAll(0, 10)).extracting(Entry::event).containsExactly(event);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"to\":\"PLAN\"            | \"to\":\"MONITOR\"     | artifact.to",
                "\"receivedAt\":\"2026-01-08 | \"receivedAt\":\"2026-01-07 | artifact.receivedAt",
                "\"activity\":\"EVENTFUL\"  | \"activity\":\"QUIET\" | artifact.activity",
                "\"from\":\"2026-01-07      | \"from\":\"2026-01-11  | artifact.from",
                "\"acknowledgedAt\":\"2026-01-07T10:23:00Z\",\"mit | \"acknowledgedAt\":\"2026-01-07T10:20:00Z\",\"mit | artifact.acknowledgedAt",
                "\"pagedAt\":\"2026-01-07T10:22:00Z | \"pagedAt\":\"2026-01-07T10:20:00Z | artifact.pagedAt",
                "\"mitigatedAt\":\"2026-01-07T10:30 | \"mitigatedAt\":\"2026-01-07T11:30 | artifact.resolvedAt",
                "\"conditions\":[\"The limit was set for a quiet day\"],\"learnings\":[\"Limits go stale\"], | `` | artifact.postMortem.conditions",
                "\"category\":\"PERFORMANCE\", | `` | artifact.category",
                "\"category\":\"PERFORMANCE\", | \"basis\":\"NOTHING_FOUND\", | artifact.evidence",
                "[\"DEVELOPMENT\"]          | [\"BOSS\"]             | artifact.addressees[0]",
                "\"value\":3120.50,\"unit\":\"ms\"},{ | \"value\":\"3\"},{ | artifact.evidence[0].value",
                "\"basis\":\"NOTHING_FOUND\" | \"basis\":\"EVIDENCE\" | artifact.evidence",
                "\"basis\":\"NOTHING_FOUND\" | \"basis\":\"NOTHING_FOUND\",\"proposedAction\":\"act\" | artifact.proposedAction",
                "\"duration\":\"PT3.1205S\" | \"duration\":\"-PT1S\" | artifact.duration",
                "\"endedAt\":\"2026-01-07   | \"endedAt\":\"2026-01-06 | artifact.endedAt",
                "\"to\":6                   | \"to\":-6              | artifact.to"
            })
    void what_does_not_fit_is_rejected_by_name(String old, String replacement, String field) {
        String line = Lines.resource("every-event.ndjson")
                .lines()
                .filter(candidate -> candidate.contains(old))
                .findFirst()
                .orElseThrow();

        assertThat(Lines.rejected(line.replace(old, replacement)).field()).isEqualTo(field);
    }
}
