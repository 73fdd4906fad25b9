package io.infinityloop.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.artifact.AssetKind;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.Preparation;
import io.infinityloop.artifact.Release;
import io.infinityloop.artifact.TestCoverage;
import io.infinityloop.artifact.TestRun;
import io.infinityloop.artifact.Verification;
import io.infinityloop.event.Recorded;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is wrong inside of the objects and lists that an artifact has. */
class RejectedPartTest {
    /** Takes the line that has a text in the golden log, and puts another text in its place. */
    private static void changed(String old, String replacement, String field, String problem) {
        assertThat(Lines.rejected(replaced(old, replacement)))
                .extracting(Line.Rejected::field, Line.Rejected::problem)
                .containsExactly(field, problem);
    }

    private static String replaced(String old, String replacement) {
        return Lines.resource("every-event.ndjson")
                .lines()
                .filter(line -> line.contains(old))
                .findFirst()
                .orElseThrow()
                .replace(old, replacement);
    }

    @Test
    void the_place_in_a_list_is_named() {
        changed(
                "\"DEPENDENCY\",\"findings\":1",
                "\"DEPENDENCY\",\"findings\":-1",
                "artifact.checks[1].findings",
                "-1 is out of range: expected 0 to 9223372036854775807");
        changed(
                "{\"name\":\"smoke test\",\"outcome\":\"PASSED\"}",
                "{\"outcome\":\"PASSED\"}",
                "artifact.verifications[0].name",
                "missing: expected a text");
        changed(
                "{\"name\":\"smoke test\",\"outcome\":\"PASSED\"}",
                "\"smoke test\"",
                "artifact.verifications[0]",
                "a text was given: expected an object");
        changed(
                "[{\"kind\":\"RUNBOOK\",\"location\":\"docs/runbook.md\"}]",
                "{}",
                "artifact.documents",
                "an object was given: expected a list of objects");
        changed(
                "\"automated\":true",
                "\"automated\":1",
                "artifact.migrations[0].automated",
                "a number was given: expected true or false");
        changed(
                "\"role\":\"release-manager\",\"risk\"",
                "\"risk\"",
                "artifact.risks[0].role",
                "missing: expected a text");
        changed(
                "\"kind\":\"CONFIGURATION\"",
                "\"kind\":\"PAINT\"",
                "artifact.assets[1].kind",
                "'PAINT' is not known: expected one of " + assetKinds());
        changed(
                "[{\"name\":\"smoke test\",\"outcome\":\"PASSED\"}]",
                "[" + "{},".repeat(100_000) + "{}]",
                "artifact.verifications",
                "100001 entries, at most 100000 are accepted");
    }

    @Test
    void what_the_model_refuses_is_put_down_to_the_field() {
        changed(
                "\"name\":\"smoke test\",\"outcome\":\"PASSED\"",
                "\"name\":\"smoke test\",\"outcome\":\"SKIPPED\"",
                "artifact.verifications",
                "deployment deploy-4 SUCCEEDED without a passed verification: expected one, or UNREPORTED alone from a"
                        + " source that does not tell");
        changed(
                "\"subject\":\"holes\",\"outcome\":\"FAILED\"",
                "\"subject\":\"holes\",\"outcome\":\"PASSED\"",
                "artifact.checks",
                "test run run-18 PASSED though DEPENDENCY found 1: one finding makes it FAILED");
        changed(
                "\"scope\":{\"flag\":\"pay-by-card\",\"percent\":5},",
                "",
                "artifact.scope",
                "a test in PRODUCTION has no scope: expected a feature flag or the share of a canary");
        changed(
                "{\"flag\":\"pay-by-card\",\"percent\":5}",
                "{\"percent\":100}",
                "artifact.scope.percent",
                "a canary of 100 % limits nothing: expected a flag or a smaller share");
        changed(
                "\"percent\":12.5",
                "\"percent\":100.5",
                "artifact.percent",
                "a share is from 0 to 100 %, not the percentage that was given");
        changed(
                "\"notes\":\"Fix: cards are charged once\",",
                "",
                "artifact.status",
                "release 1.4.3 cannot be READY_FOR_DEPLOYMENT, missing: notes");
        changed(
                "\"path\":\"ROLLBACK\",\"version\":\"1.4.2\"",
                "\"path\":\"ROLLBACK\"",
                "artifact.recovery.version",
                "ROLLBACK names no version: expected the one to go back to");
        changed(
                "\"strategy\":\"BLUE_GREEN\"",
                "\"strategy\":\"ROLLING\"",
                "artifact.colour",
                "the colour GREEN goes with the strategy BLUE_GREEN, not with ROLLING");
        changed(
                "\"answer\":\"GRANTED\"",
                "\"answer\":\"PENDING\"",
                "artifact.answeredAt",
                "approval go-7 is PENDING with an instant of the answer: GRANTED and DENIED have one, PENDING has none");
    }

    @Test
    void without_the_field_nobody_told_of_a_verification() {
        String all = "\"verifications\":[{\"name\":\"smoke test\",\"outcome\":\"PASSED\"}]";
        for (String none : new String[] {
            "\"x\":1",
            "\"verifications\":null",
            "\"verifications\":[]",
            "\"verifications\":[{\"name\":\"unreported\",\"outcome\":\"UNKNOWN\"}]"
        }) {
            Recorded read = (Recorded) Lines.event(replaced(all, none));
            assertThat(((Deployment) read.artifact()).verifications()).containsExactly(Verification.UNREPORTED);
            assertThat(EventWriter.toJson(read)).doesNotContain("verifications");
        }
    }

    @Test
    void what_says_nothing_more_holds_no_memory_of_its_own() {
        Recorded release = (Recorded) Lines.event(replaced("\"id\":\"r1\"", "\"id\":\"r1\""));
        Recorded run = (Recorded) Lines.event(replaced("\"id\":\"t1\"", "\"id\":\"t1\""));
        assertThat(((Release) release.artifact()).preparation()).isSameAs(Preparation.NONE);
        assertThat(((TestRun) run.artifact()).coverage()).isSameAs(TestCoverage.UNKNOWN);
    }

    private static String assetKinds() {
        return Arrays.stream(AssetKind.values()).map(Enum::name).collect(Collectors.joining(", "));
    }
}
