package io.infinityloop.source;

import io.infinityloop.artifact.Build;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The CloudEvents that Tekton itself sends of pipelines and tasks, with the whole resource in them. The commit is the
 * value of a parameter called {@code gitrevision}, where there is one: that is a custom, no rule.
 */
final class Tekton implements Format {
    private static final String PREFIX = "dev.tekton.event.";

    private static final Table TABLE = runs(
                    runs(
                            Table.of("tekton", "https://tekton.dev/docs/pipelines/events, version 1 of the types")
                                    .source("tekton:{/source}", "tekton")
                                    .event("{/type}/{/id}"),
                            "taskrun",
                            "/data/taskRun",
                            "/spec/taskRef/name"),
                    "pipelinerun",
                    "/data/pipelineRun",
                    "/spec/pipelineRef/name")
            .build();

    private static Table.Builder runs(Table.Builder table, String type, String run, String name) {
        run(table, run, name, type + ".started", type + ".running", type + ".unknown")
                .field(Field.OUTCOME, "running");
        run(table, run, name, type + ".successful").field(Field.OUTCOME, "success");
        return run(table, run, name, type + ".failed")
                .field(Field.OUTCOME, "failed")
                .field(Field.OUTCOME, "cancelled")
                .when(run + "/status/conditions/0/reason", "Cancelled", "TaskRunCancelled", "PipelineRunCancelled")
                .field(Field.OUTCOME, "timeout")
                .when(run + "/status/conditions/0/reason", "TaskRunTimeout", "PipelineRunTimeout");
    }

    private static Table.Builder run(Table.Builder table, String run, String name, String... types) {
        String metadata = run + "/metadata";
        return table.type(Build.KIND, types)
                .fragment()
                .field(Field.ID, metadata + "/uid", "{" + metadata + "/namespace}/{" + metadata + "/name}")
                .field(Field.SUBJECT, run + name, metadata + "/generateName")
                .field(Field.HAPPENED, "/time")
                .field(Field.QUEUED, metadata + "/creationTimestamp")
                .field(Field.AT, run + "/status/startTime")
                .field(Field.FINISHED, run + "/status/completionTime");
    }

    @Override
    public Table table() {
        return TABLE;
    }

    @Override
    public Optional<String> type(Payload record) {
        return record.text("/type")
                .filter(type -> type.startsWith(PREFIX))
                .map(type -> type.substring(PREFIX.length()).replaceFirst("\\.v1$", ""));
    }

    @Override
    public void read(String type, Payload record, Consumer<? super Draft> drafts) throws RejectedRecordException {
        List<Payload> parameters = record.each(
                type.startsWith("taskrun.") ? "/data/taskRun/spec/params" : "/data/pipelineRun/spec/params");
        for (Draft draft : table().read(type, record)) {
            for (Payload parameter : parameters) {
                if (parameter.text("/name").filter("gitrevision"::equals).isPresent()) {
                    draft.put(Field.COMMITS, parameter.text("/value").orElse(""));
                }
            }
            drafts.accept(draft);
        }
    }
}
