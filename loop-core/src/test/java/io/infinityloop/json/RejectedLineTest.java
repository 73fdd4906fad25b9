package io.infinityloop.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RejectedLineTest {
    private static final String STAGES = "expected one of PLAN, CODE, BUILD, TEST, RELEASE, DEPLOY, OPERATE, MONITOR";
    private static final String INSTANT = "expected an instant such as 2026-01-05T09:00:00Z";

    /** Takes the line that has a text in the golden log, and puts another text in its place. */
    private static void changed(String old, String replacement, String field, String problem) {
        String line = Lines.resource("every-event.ndjson")
                .lines()
                .filter(candidate -> candidate.contains(old))
                .findFirst()
                .orElseThrow();
        Line.Rejected rejected = Lines.rejected("\n\n" + line.replace(old, replacement));
        assertThat(rejected.field()).isEqualTo(field);
        assertThat(rejected.problem()).isEqualTo(problem);
        assertThat(rejected.number()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"type\":\"started\",       | type                    | a text",
                "\"id\":\"SHOP-1#1\",        | id                      | a text",
                "\"source\":\"pager\",       | source                  | a text",
                "\"loop\":\"SHOP-2\",        | loop                    | a text",
                "\"reason\":\"no longer wanted\" | reason              | a text",
                "\"cause\":\"rounding of cents\" | cause               | a text",
                "\"version\":\"1.4.2\",      | artifact.version        | a text",
                "\"subject\":\"main\",       | artifact.subject        | a text",
                "\"kind\":\"build\",         | artifact.kind           | a text",
                "\"customerImpact\":true,    | artifact.customerImpact | true or false",
                "\"authoredAt\":\"2026-01-05T14:00:00Z\", | artifact.authoredAt | an instant such as 2026-01-05T09:00:00Z",
                "\"entered\":\"2026-01-05T15:10:00Z\",    | entered             | an instant such as 2026-01-05T09:00:00Z"
            })
    void a_field_that_must_be_there_and_is_not_is_named(String field, String path, String expected) {
        String absent = field.endsWith(",") ? "" : "\"x\":1";
        changed(field, absent, path, "missing: expected " + expected);
        changed(field, field.replaceFirst(":[^,]*", ":null"), path, "missing: expected " + expected);
    }

    @Test
    void an_event_without_its_artifact_is_rejected() {
        assertThat(Lines.rejected(
                        "{\"type\":\"recorded\",\"id\":\"1\",\"source\":\"s\",\"at\":\"2026-01-05T09:00:00Z\"}"))
                .extracting(Line.Rejected::field, Line.Rejected::problem)
                .containsExactly("artifact", "missing: expected an object");
    }

    @Test
    void a_word_that_is_not_one_of_the_allowed_is_rejected_with_the_allowed() {
        changed("\"stage\":\"PLAN\"", "\"stage\":\"plan\"", "stage", "'plan' is not known: " + STAGES);
        changed(
                "\"to\":\"CODE\",\"entered\":\"2026-01-04",
                "\"to\":\"CODING\",\"entered\":\"2026-01-04",
                "to",
                "'CODING' is not known: " + STAGES);
        changed("\"stage\":\"BUILD\"", "\"stage\":\"\"", "artifact.stage", "'' is not known: " + STAGES);
        changed(
                "\"outcome\":\"PASSED\"",
                "\"outcome\":\"PASED\"",
                "artifact.outcome",
                "'PASED' is not known: expected one"
                        + " of PASSED, FAILED, ERROR, TIMED_OUT, CANCELLED, SKIPPED, RUNNING, UNKNOWN");
        changed(
                "\"status\":\"SUCCEEDED\"",
                "\"status\":\"OK\"",
                "artifact.status",
                "'OK' is not known: expected one of"
                        + " IN_PROGRESS, SUCCEEDED, FAILED, ROLLED_BACK, CANCELLED, UNKNOWN");
        changed(
                "\"environment\":\"PRODUCTION\"",
                "\"environment\":\"PROD\"",
                "artifact.environment",
                "'PROD' is not known:" + " expected one of LOCAL, CI, TEST, STAGING, PRODUCTION, UNKNOWN");
        changed(
                "\"trigger\":\"MANUAL\"",
                "\"trigger\":\"Manual\"",
                "trigger",
                "'Manual' is not known: expected one of AUTOMATED, MANUAL, UNKNOWN");
    }

    @Test
    void a_value_of_the_wrong_type_is_rejected() {
        changed("\"id\":\"SHOP-1#1\"", "\"id\":17", "id", "a number was given: expected a text");
        changed("\"loop\":\"SHOP-2\"", "\"loop\":[]", "loop", "a list was given: expected a text");
        changed("\"stage\":\"PLAN\"", "\"stage\":1", "stage", "a number was given: expected a text");
        changed(
                "\"customerImpact\":true",
                "\"customerImpact\":\"yes\"",
                "artifact.customerImpact",
                "a text was given: expected true or false");
        changed(
                "[\"plan-item:SHOP-1\"]",
                "\"plan-item:SHOP-1\"",
                "artifacts",
                "a text was given: expected a list of texts");
        changed(
                "[\"plan-item:SHOP-1\"]",
                "[\"plan-item:SHOP-1\",{}]",
                "artifacts[1]",
                "an object was given: expected a text");
        changed("{\"team\":\"blue\"}", "[\"blue\"]", "artifact.labels", "a list was given: expected an object");
        changed("{\"team\":\"blue\"}", "{\"team\":true}", "artifact.labels.team", "true was given: expected a text");
        changed(
                "\"passed\":41",
                "\"passed\":41.0",
                "artifact.counts.passed",
                "a number was given: expected a whole number");
        changed(
                "\"passed\":41",
                "\"passed\":1e999",
                "artifact.counts.passed",
                "a number was given: expected a whole number");
        assertThat(Lines.rejected("{\"type\":\"recorded\",\"id\":\"1\",\"artifact\":\"build\"}"))
                .extracting(Line.Rejected::field, Line.Rejected::problem)
                .containsExactly("artifact", "a text was given: expected an object");
    }

    @Test
    void a_count_is_from_zero_to_the_largest_long() {
        changed(
                "\"passed\":41",
                "\"passed\":-1",
                "artifact.counts.passed",
                "-1 is out of range: expected 0 to 9223372036854775807");
        changed(
                "\"passed\":41",
                "\"passed\":9223372036854775808",
                "artifact.counts.passed",
                "9223372036854775808 is out of range: expected 0 to 9223372036854775807");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "2026-01-05",
                "2026-02-30T00:00:00Z",
                "2026-01-05T24:00:00Z",
                "2016-12-31T23:59:60Z",
                "2026-01-05 09:00:00Z",
                "1767603600",
                "2026-01-05T09:00:00+0100",
                "99999999999-01-01T00:00:00Z",
                ""
            })
    void what_is_no_instant_is_rejected(String at) {
        changed("2026-01-12T09:00:00Z", at, "at", "'" + at + "' is no instant: " + INSTANT);
    }

    @Test
    void a_time_without_a_zone_is_never_read_in_the_zone_of_the_machine() {
        changed(
                "2026-01-12T09:00:00Z",
                "2026-01-12T09:00:00",
                "at",
                "'2026-01-12T09:00:00' has no time zone: " + INSTANT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1969-12-31T23:59:59.999999999Z",
                "1970-01-01T00:59:59+01:00",
                "2201-01-01T00:00:00Z",
                "0001-01-01T00:00:00Z",
                "-999999999-01-01T00:00:00Z",
                "+999999999-12-31T23:59:59Z"
            })
    void an_instant_outside_1970_to_2200_is_rejected(String at) {
        changed("2026-01-12T09:00:00Z", at, "at", "'" + at + "' is out of range: expected a year from 1970 to 2200");
    }

    @Test
    void what_the_model_refuses_is_put_down_to_the_field() {
        changed("\"id\":\"SHOP-1#1\"", "\"id\":\" \"", "id", "id must not be blank");
        changed(
                "\"loop\":\"SHOP-2\"",
                "\"loop\":\"" + "x".repeat(401) + "\"",
                "loop",
                "loop id has 401 characters, at most 400 are accepted");
        changed(
                "[\"plan-item:SHOP-1\"]",
                "[\"plan-item:SHOP-1\",\"SHOP-1\"]",
                "artifacts[1]",
                "artifact reference has no colon, expected kind:id such as commit:4f2a91c");
        changed("{\"team\":\"blue\"}", "{\"team\":\"\"}", "artifact.labels.team", "label team must not be blank");
        changed(
                "\"entered\":\"2026-01-04T09:00:00Z\"",
                "\"entered\":\"2026-01-06T09:00:00Z\"",
                "entered",
                "PLAN was left at 2026-01-05T09:00:00Z, before it was entered at 2026-01-06T09:00:00Z");
        changed(
                "\"entered\":\"2026-01-05T15:10:00Z\"",
                "\"entered\":\"2026-01-06T09:00:00Z\"",
                "entered",
                "TEST was left at 2026-01-05T16:00:00Z, before it was entered at 2026-01-06T09:00:00Z");
        changed(
                "\"from\":\"TEST\"",
                "\"from\":\"PLAN\"",
                "to",
                "cannot return from PLAN to CODE: not an earlier stage");
        changed(
                "\"stage\":\"BUILD\"",
                "\"stage\":\"CODE\"",
                "artifact.stage",
                "a test run belongs to BUILD or TEST, not to CODE");
        changed("\"tag\":\"v1.4.2\"", "\"tag\":\" \"", "artifact.tag", "tag must not be blank");
        changed(
                "\"resolvedAt\":\"2026-01-07T11:00:00Z\"",
                "\"resolvedAt\":\"2026-01-07T10:00:00Z\"",
                "artifact.resolvedAt",
                "incident is resolved at 2026-01-07T10:00:00Z, before it starts at 2026-01-07T10:20:00Z");
        changed("\"9d1e00a\"", "\"\"", "artifact.parents[0]", "parent must not be blank");
        changed(
                "A card is charged once",
                "x".repeat(100_001),
                "artifact.acceptanceCriteria[0]",
                "acceptance criterion has 100001 characters, at most 100000 are accepted");
        changed(
                "\"title\":\"Pay by card\"",
                "\"title\":\"" + "x".repeat(100_001) + "\"",
                "artifact.title",
                "title has 100001 characters, at most 100000 are accepted");
    }

    @Test
    void what_ends_before_it_starts_is_put_down_to_its_end() {
        changed(
                "\"finishedAt\":\"2026-01-05T15:10:00Z\"",
                "\"finishedAt\":\"2026-01-05T15:00:00Z\"",
                "artifact.finishedAt",
                "build build-17 ends at 2026-01-05T15:00:00Z, before it starts at 2026-01-05T15:05:00Z");
        changed(
                "\"finishedAt\":\"2026-01-05T15:20:00Z\"",
                "\"finishedAt\":\"2026-01-05T15:00:00Z\"",
                "artifact.finishedAt",
                "test run run-17 ends at 2026-01-05T15:00:00Z, before it starts at 2026-01-05T15:10:00Z");
        changed(
                "\"finishedAt\":\"2026-01-07T10:00:00Z\"",
                "\"finishedAt\":\"2026-01-07T09:00:00Z\"",
                "artifact.finishedAt",
                "deployment deploy-3 ends at 2026-01-07T09:00:00Z, before it starts at 2026-01-07T09:55:00Z");
    }

    @Test
    void too_many_labels_are_put_down_to_the_labels() {
        StringBuilder labels = new StringBuilder("\"k\":\"v\"");
        for (int i = 1; i <= 64; i++) {
            labels.append(",\"k").append(i).append("\":\"v\"");
        }
        changed("\"team\":\"blue\"}", labels + "}", "artifact.labels", "65 labels, at most 64 are accepted");
    }

    @Test
    void a_version_that_is_no_version_is_rejected() {
        for (String version : List.of("0", "-1", "1.0", "\"1\"", "true", "1e999")) {
            changed(
                    "{\"v\":1,\"type\":\"started\"",
                    "{\"v\":" + version + ",\"type\":\"started\"",
                    "v",
                    "not a version of the format: expected a whole number from 1");
        }
    }

    @Test
    void a_type_or_kind_that_no_release_could_have_written_is_rejected() {
        String rule = " is not a name: expected letters, digits, dots, dashes and underscores, at most 100";
        changed("\"type\":\"started\"", "\"type\":\"sta\\u001brted\"", "type", "'sta\\u001brted'" + rule);
        changed("\"kind\":\"build\"", "\"kind\":\"a/b\"", "artifact.kind", "'a/b'" + rule);
    }

    @Test
    void a_field_that_is_there_twice_is_rejected_and_never_the_last_taken() {
        changed(
                "\"loop\":\"SHOP-2\"",
                "\"loop\":\"SHOP-2\",\"loop\":\"SHOP-3\"",
                "loop",
                "the field is there twice: expected it once");
        changed(
                "\"passed\":41",
                "\"passed\":41,\"p\\u0061ssed\":42",
                "artifact.counts.passed",
                "the field is there twice: expected it once");
    }
}
