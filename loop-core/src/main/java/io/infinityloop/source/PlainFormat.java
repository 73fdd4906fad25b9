package io.infinityloop.source;

import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.Incident;
import java.util.Optional;

/** The least that somebody can say: there was a deployment, there was an incident. In JSON or CSV. */
final class PlainFormat implements Format {
    private static final Table TABLE = Table.of("plain", "a deployment or an incident in a line of JSON or CSV")
            .source("plain")
            .field(Field.SERVICE, "/service")
            .field(Field.REPOSITORY, "/repository")
            .field(Field.TEAM, "/team")
            .field(Field.ENVIRONMENT, "/environment")
            .type(Deployment.KIND, "deployment")
            .field(Field.ID, "{/deployment}")
            .field(Field.AT, "/startedAt", "/at")
            .field(Field.FINISHED, "/finishedAt")
            .field(Field.OUTCOME, "/outcome", "success")
            .field(Field.COMMITS, "/commits/*", "/commit")
            .field(Field.VERSION, "/version")
            .type(Incident.KIND, "incident")
            .field(Field.ID, "{/incident}")
            .field(Field.TITLE, "/title")
            .field(Field.AT, "/startedAt", "/at")
            .field(Field.FINISHED, "/resolvedAt")
            .field(Field.SEVERITY, "/severity")
            .field(Field.DEPLOYMENTS, "/causedBy")
            .build();

    @Override
    public Table table() {
        return TABLE;
    }

    @Override
    public Optional<String> type(Payload record) {
        if (record.text("/deployment").isPresent()) {
            return Optional.of("deployment");
        }
        return record.text("/incident").map(id -> "incident");
    }
}
