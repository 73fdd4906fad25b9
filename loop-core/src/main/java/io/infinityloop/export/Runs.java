package io.infinityloop.export;

import io.infinityloop.Labels;
import io.infinityloop.Outcome;
import io.infinityloop.Trigger;
import io.infinityloop.artifact.Build;
import io.infinityloop.artifact.TestRun;
import java.time.Instant;

/** Tells of builds and test runs in CDEvents. */
final class Runs {
    private static final String BUILD = "build/";
    private static final String PIPELINE = "pipelinerun/";
    private static final String CASE = "testcaserun/";

    private Runs() {}

    /** A build of CDEvents has no outcome, and a pipeline that starts needs an address: what has one is a task. */
    static void build(Build build, Telling telling) {
        boolean isBuild = build.id().startsWith(BUILD) && build.outcome() == Outcome.UNKNOWN;
        String type = isBuild ? "build." : "taskrun.";
        String id = isBuild ? build.id().substring(BUILD.length()) : build.id();
        Instant finished = build.finishedAt();
        boolean isOver = build.outcome() != Outcome.RUNNING;
        if (!isOver || finished != null) {
            telling.tell(task(CdEvent.of(type + "started", build.at(), id), isBuild, build, telling));
        }
        if (isOver) {
            Instant end = finished != null ? finished : build.at();
            CdEvent event = task(CdEvent.of(type + "finished", end, id), isBuild, build, telling);
            telling.tell(isBuild ? event : event.with("outcome", word(build.outcome())));
            telling.lessIf(build.outcome() == Outcome.SKIPPED, "that it was skipped");
            telling.lessIf(build.outcome() == Outcome.TIMED_OUT, "that it took too long");
        }
        telling.lessIf(!telling.label(Labels.QUEUED).isEmpty(), "how long it waited");
    }

    private static CdEvent task(CdEvent event, boolean isBuild, Build build, Telling telling) {
        if (isBuild) {
            return event;
        }
        String pipeline = telling.named(Build.KIND).stream()
                .filter(id -> id.startsWith(PIPELINE) && id.length() > PIPELINE.length())
                .findFirst()
                .orElse(PIPELINE);
        return event.with("taskName", build.subject()).naming("pipelineRun", pipeline.substring(PIPELINE.length()));
    }

    static void test(TestRun run, Telling telling) {
        String environment = telling.environment("");
        if (environment.isEmpty()) {
            telling.untold("no environment is told, and one is required");
            return;
        }
        boolean isCase = run.id().startsWith(CASE) && run.id().length() > CASE.length();
        String type = isCase ? CASE.replace('/', '.') : "testsuiterun.";
        String id = isCase ? run.id().substring(CASE.length()) : run.id();
        Instant finished = run.finishedAt();
        if (run.outcome() == Outcome.RUNNING || finished != null) {
            CdEvent event = CdEvent.of(type + "started", run.at(), id);
            if (telling.event().trigger() == Trigger.MANUAL) {
                event.content().putObject("trigger").put("type", "manual");
            }
            telling.tell(test(event, environment, isCase, run));
        }
        finished(run, finished != null ? finished : run.at(), id, type, telling);
        telling.lessIf(!run.counts().equals(TestRun.Counts.NONE), "how many tests");
    }

    private static void finished(TestRun run, Instant end, String id, String type, Telling telling) {
        String environment = telling.environment("");
        boolean isCase = type.startsWith("testcase");
        String word = word(run.outcome());
        if (!word.isEmpty()) {
            telling.tell(test(CdEvent.of(type + "finished", end, id), environment, isCase, run)
                    .with("outcome", word));
            telling.lessIf(run.outcome() == Outcome.TIMED_OUT, "that it took too long");
        } else if (isCase && run.outcome() == Outcome.SKIPPED) {
            telling.tell(test(CdEvent.of(type + "skipped", end, id), environment, isCase, run));
        } else {
            telling.untold("no outcome is told that has a word, and one is required");
            telling.lessIf(run.outcome() != Outcome.RUNNING, "that it ended");
        }
    }

    private static CdEvent test(CdEvent event, String environment, boolean isCase, TestRun run) {
        event.naming("environment", environment);
        event.content()
                .putObject(isCase ? "testCase" : "testSuite")
                .put("id", run.subject())
                .put("name", run.subject());
        return event;
    }

    /** {@return the word for an outcome; empty if there is none} */
    private static String word(Outcome outcome) {
        return switch (outcome) {
            case PASSED -> "success";
            case FAILED -> "failure";
            case CANCELLED -> "cancel";
            case ERROR, TIMED_OUT -> "error";
            case SKIPPED, RUNNING, UNKNOWN -> "";
        };
    }
}
