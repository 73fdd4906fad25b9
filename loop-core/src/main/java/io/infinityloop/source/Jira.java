package io.infinityloop.source;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.Incident;
import io.infinityloop.artifact.PlanItem;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Jira's webhooks, of the cloud and of servers old and new, known by their {@code webhookEvent}.
 *
 * <p>Whether an item is done its status category says, not the name of its status, which each project chooses. An item
 * is an incident if its type is called so, unless other words are {@linkplain #withIncidents chosen}. Jira knows of no
 * code and of no service, unless it is {@linkplain #withService said} where the service stands. The versions that an
 * item is planned for say nothing of what was released when, and are not read. Immutable.
 *
 * @since 0.1
 */
public final class Jira implements Format {
    private static final String ISSUE = "/issue/fields";

    private final SortedSet<String> incidents;
    private final String service;
    private final Table table;

    private Jira(SortedSet<String> incidents, String service) {
        this.incidents = incidents;
        this.service = service;
        this.table = table(service);
    }

    /** {@return the format; incidents are the items of the type {@code Incident}, and of no known service} */
    public static Jira standard() {
        return new Jira(words("Incident"), "");
    }

    /**
     * Returns this with other words for incidents.
     *
     * @param words the names of types, or labels, of which an incident has at least one; in upper or lower case
     * @return the format
     * @throws IllegalArgumentException if there is no word: without incidents nobody could tell that there are none
     */
    @Override
    public Jira withIncidents(String... words) {
        if (words.length == 0) {
            throw new IllegalArgumentException(
                    "no word says what an incident is: expected a type or a label of issues, such as Incident");
        }
        return new Jira(words(words), service);
    }

    /**
     * Returns this with the place where an issue names its service.
     *
     * @param pointer such as {@code /issue/fields/components/0/name} or {@code /issue/fields/customfield_10050/value}
     * @return the format
     * @throws IllegalArgumentException if the pointer is none
     */
    public Jira withService(String pointer) {
        return new Jira(incidents, requireNonNull(pointer, "pointer"));
    }

    private static SortedSet<String> words(String... words) {
        SortedSet<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(Arrays.asList(words));
        return set;
    }

    @Override
    public Table table() {
        return table;
    }

    @Override
    public Optional<String> type(Payload record) {
        Optional<String> event = record.text("/webhookEvent");
        return event.map(type -> isOfItem(type) && isIncident(record) ? "incident" : type);
    }

    private static boolean isOfItem(String type) {
        return type.equals("jira:issue_created") || type.equals("jira:issue_updated");
    }

    private boolean isIncident(Payload record) {
        return Stream.concat(
                        record.text(ISSUE + "/issuetype/name").stream(), record.texts(ISSUE + "/labels/*").stream())
                .anyMatch(word -> incidents.contains(word));
    }

    private static Table table(String service) {
        Table.Builder table = Table.of("jira", "Jira, Webhooks (developer.atlassian.com), cloud and server 7 to 9")
                .source("jira:{/issue/fields/project/key}", "jira")
                .note("An item of the type Incident is an incident, unless other types or labels are chosen.")
                .ignore("comment_created", "comment_updated", "comment_deleted", "issuelink_created")
                .ignore("issuelink_deleted", "worklog_created", "worklog_updated", "worklog_deleted")
                .ignore("attachment_created", "attachment_deleted", "jira:worklog_updated", "jira:issue_deleted")
                .ignore("sprint_created", "sprint_updated", "sprint_started", "sprint_closed", "sprint_deleted")
                .ignore("jira:version_created", "jira:version_updated", "jira:version_deleted")
                .ignore("jira:version_released", "jira:version_unreleased", "jira:version_moved")
                .field(Field.HAPPENED, "/timestamp", ISSUE + "/updated");
        if (!service.isEmpty()) {
            table.field(Field.SERVICE, service);
        }
        item(table.type(PlanItem.KIND, "jira:issue_created", "jira:issue_updated"))
                .field(Field.WORDS, ISSUE + "/labels/*")
                .field(Field.WORDS, ISSUE + "/issuetype/name");
        item(table.type(Incident.KIND, "incident").fragment())
                .field(Field.SEVERITY, ISSUE + "/priority/name")
                .field(Field.FINISHED, "/timestamp")
                .when("/changelog/items/*/field", "status", "Status")
                .field(Field.FINISHED, ISSUE + "/statuscategorychangedate")
                .field(Field.FINISHED, ISSUE + "/resolutiondate");
        return table.build();
    }

    private static Table.Builder item(Table.Builder table) {
        return table.event("issue/{/issue/key}/{/timestamp}/{/changelog/id}", "issue/{/issue/key}/{/timestamp}")
                .field(Field.ID, "/issue/key")
                .field(Field.TITLE, ISSUE + "/summary")
                .field(Field.AT, ISSUE + "/created")
                .field(Field.OUTCOME, ISSUE + "/status/statusCategory/key");
    }
}
