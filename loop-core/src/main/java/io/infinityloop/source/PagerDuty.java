package io.infinityloop.source;

import io.infinityloop.artifact.Incident;
import java.util.Optional;

/**
 * The webhooks of PagerDuty, version 3. What several of them tell of an incident is put together: the first
 * acknowledgement and the last resolution count, and one that is reopened has no end until it is resolved again. Ids of
 * incidents are unique in all of PagerDuty and services can be exchanged, so the source names no service.
 */
final class PagerDuty implements Format {
    private static final Table TABLE = Table.of("pagerduty", "https://developer.pagerduty.com, webhooks v3")
            .source("pagerduty")
            .event("/event/id")
            .ignore(
                    "incident.annotated",
                    "incident.conference_bridge.updated",
                    "incident.custom_field_values.updated",
                    "incident.field_values.updated",
                    "incident.incident_type.changed",
                    "incident.responder.added",
                    "incident.responder.replied",
                    "incident.status_update_published",
                    "incident.workflow.completed",
                    "incident.workflow.started",
                    "pagey.ping",
                    "service.created",
                    "service.custom_field_values.updated",
                    "service.deleted",
                    "service.updated")
            .type(
                    Incident.KIND,
                    "incident.triggered",
                    "incident.acknowledged",
                    "incident.unacknowledged",
                    "incident.delegated",
                    "incident.escalated",
                    "incident.reassigned",
                    "incident.priority_updated",
                    "incident.service_updated",
                    "incident.reopened",
                    "incident.resolved")
            .fragment()
            .field(Field.ID, "/event/data/id")
            .field(Field.TITLE, "/event/data/title")
            .field(Field.AT, "/event/data/created_at")
            .field(Field.HAPPENED, "/event/occurred_at")
            .field(Field.OUTCOME, "/event/data/status")
            .field(Field.SERVICE, "/event/data/service/summary", "/event/data/service/id")
            .field(Field.TEAM, "/event/data/teams/0/summary")
            .field(Field.SEVERITY, "/event/data/priority/summary", "/event/data/urgency")
            .field(Field.ACKNOWLEDGED, "/event/occurred_at")
            .when("/event/event_type", "incident.acknowledged")
            .field(Field.FINISHED, "/event/occurred_at")
            .when("/event/event_type", "incident.resolved")
            .build();

    @Override
    public Table table() {
        return TABLE;
    }

    @Override
    public Optional<String> type(Payload record) {
        return record.has("/event/data") && record.has("/event/occurred_at")
                ? record.text("/event/event_type")
                : Optional.empty();
    }
}
