package io.infinityloop.source;

import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.Incident;
import java.util.Optional;

/** The example of the guide: what stands between the two lines is printed there. */
// guide
final class HarbourFormat implements Format {
    private static final Table TABLE = Table.of("harbour", "our deploy portal's hook, version 2")
            .source("harbour:{^/cluster}")
            .field(Field.SERVICE, "^/app")
            .field(Field.ENVIRONMENT, "^/stage")
            .word("ok", "success")
            .ignore("comment")
            .type(Deployment.KIND, "deploy")
            .event("deploy/{/run}/{/state}")
            .fragment()
            .field(Field.ID, "/run")
            .field(Field.AT, "/started")
            .field(Field.HAPPENED, "/ended", "/started")
            .field(Field.FINISHED, "/ended")
            .field(Field.OUTCOME, "/state")
            .field(Field.COMMITS, "/changes/*/sha")
            .field(Field.VERSION, "{/ref after tags/}")
            .field(Field.PURPOSE, "rollback")
            .when("/undo", "true")
            .type(Incident.KIND, "alarms")
            .each("/alarms")
            .unless("/level", "test")
            .field(Field.ID, "/nr")
            .field(Field.AT, "/since")
            .field(Field.FINISHED, "/until")
            .field(Field.SEVERITY, "/level")
            .build();

    @Override
    public Table table() {
        return TABLE;
    }

    @Override
    public Optional<String> type(Payload record) {
        return record.text("/harbour");
    }
}
// guide
