package io.infinityloop.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.infinityloop.Labels;
import io.infinityloop.artifact.Incident;
import io.infinityloop.event.LoopEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PagerDutyTest {
    private static String event(String id, String type, String at, String status, String more) {
        return Read.line("'event':{'id':'" + id + "','event_type':'incident." + type + "','resource_type':'incident',"
                + "'occurred_at':'" + at
                + "','agent':{'id':'PLH1HKV','summary':'Ann'},'data':{'id':'Q7','type':'incident',"
                + "'title':'Checkout is down','status':'" + status + "','created_at':'10:00','urgency':'high',"
                + "'service':{'id':'PF9','summary':'shop'},'assignees':[{'id':'PTU','summary':'Ann'}],"
                + "'teams':[{'id':'PF8','summary':'Payments'}]" + more + "}}");
    }

    private static final String TRIGGERED = event("E1", "triggered", "10:00", "triggered", "");
    private static final String TAKEN = event("E2", "acknowledged", "10:05", "acknowledged", "");
    private static final String GIVEN_BACK = event("E3", "unacknowledged", "10:35", "triggered", "");
    private static final String TAKEN_AGAIN = event("E4", "acknowledged", "10:40", "acknowledged", "");
    private static final String RESOLVED = event("E5", "resolved", "11:00", "resolved", "");
    private static final String REOPENED = event("E6", "reopened", "11:10", "triggered", "");
    private static final String RESOLVED_AGAIN = event("E7", "resolved", "11:30", "resolved", "");

    static Stream<Arguments> records() {
        String incident = "OPERATE incident:Q7 ";
        return Stream.of(
                arguments(TRIGGERED, incident + "MAJOR 01T10:00- @01T10:00"),
                arguments(TAKEN, incident + "MAJOR 01T10:00- @01T10:05"),
                arguments(RESOLVED, incident + "MAJOR 01T10:00-01T11:00 @01T11:00"),
                arguments(REOPENED, incident + "MAJOR 01T10:00- @01T11:10"),
                arguments(
                        event("E8", "priority_updated", "10:01", "triggered", ",'priority':{'summary':'P1'}"),
                        incident + "CRITICAL 01T10:00- @01T10:01"),
                arguments(
                        event("E9", "escalated", "10:02", "triggered", ",'urgency':'low','priority':null"),
                        incident + "NOTICE 01T10:00- @01T10:02"));
    }

    @ParameterizedTest
    @MethodSource("records")
    void a_record_tells(String record, String told) {
        Read read = Read.of(record);
        assertThat(read.reading().formats()).containsOnlyKeys("pagerduty");
        assertThat(Brief.of(read)).containsExactly(told);
    }

    @Test
    void the_first_acknowledgement_and_the_last_resolution_count() {
        Read read = Read.of(TRIGGERED + TAKEN + GIVEN_BACK + TAKEN_AGAIN + RESOLVED + REOPENED + RESOLVED_AGAIN);

        List<Incident> life = read.artifacts(Incident.class);
        assertThat(life).hasSize(7);
        assertThat(life)
                .extracting(Incident::resolvedAt)
                .containsExactly(null, null, null, null, at("11:00"), null, at("11:30"));
        assertThat(life.get(6).response().acknowledgedAt()).isEqualTo(at("10:05"));
        assertThat(read.events())
                .extracting(event -> event.metadata().id())
                .containsExactly("E1", "E2", "E3", "E4", "E5", "E6", "E7");
    }

    @Test
    void the_order_does_not_matter_and_repetition_neither() {
        List<String> records = new ArrayList<>(List.of(
                TRIGGERED, TAKEN, GIVEN_BACK, TAKEN_AGAIN, RESOLVED, REOPENED, RESOLVED_AGAIN, RESOLVED, TRIGGERED));
        Random random = new Random(20260701);
        for (int i = 0; i < 50; i++) {
            Collections.shuffle(records, random);
            Read read = Read.of(String.join("", records));
            List<Incident> life = read.artifacts(Incident.class);
            Incident last = life.get(life.size() - 1);
            assertThat(read.events().stream().map(LoopEvent::key).distinct()).hasSize(7);
            assertThat(last.at()).isEqualTo(at("10:00"));
            assertThat(last.resolvedAt()).isEqualTo(at("11:30"));
            assertThat(last.response().acknowledgedAt()).isEqualTo(at("10:05"));
        }
    }

    private static Instant at(String time) {
        return Instant.parse("2026-07-01T" + time + ":00Z");
    }

    @Test
    void the_service_and_the_team_are_told_and_no_person() {
        LoopEvent event = Read.of(TAKEN).only();

        assertThat(event.metadata().source()).isEqualTo("pagerduty");
        assertThat(event.labels().get(Labels.SERVICE)).contains("shop");
        assertThat(event.labels().get(Labels.TEAM)).contains("Payments");
        assertThat(Objects.toString(event)).doesNotContain("Ann", "PTU", "PLH1HKV");
    }

    @Test
    void what_is_no_incident_is_passed_over() {
        String ping = Read.line("'event':{'id':'E1','event_type':'pagey.ping','resource_type':'pagey',"
                + "'occurred_at':'10:00','data':{'message':'Hello','type':'ping'}}");
        String news = Read.line("'event':{'id':'E1','event_type':'incident.invented','resource_type':'incident',"
                + "'occurred_at':'10:00','data':{}}");

        Read read = Read.of(ping + news);

        assertThat(read.events()).isEmpty();
        assertThat(read.reading().ignored()).containsEntry("pagerduty:pagey.ping", 1L);
        assertThat(read.reading().unknown()).containsEntry("pagerduty:incident.invented", 1L);
    }
}
