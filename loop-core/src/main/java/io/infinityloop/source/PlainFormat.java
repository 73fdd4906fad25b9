package io.infinityloop.source;

import io.infinityloop.artifact.Build;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.Incident;
import io.infinityloop.artifact.PullRequest;
import io.infinityloop.artifact.Release;
import io.infinityloop.artifact.TestRun;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The least that somebody can say: there was a deployment, an incident, a change, a build, a test run. One object of
 * JSON or one line of CSV each, under a header with the names of the fields:
 *
 * <pre>
 * {"deployment": "d1", "service": "shop", "environment": "production", "startedAt": "2026-07-01T10:00:00Z",
 *  "finishedAt": "2026-07-01T10:05:00Z", "outcome": "success", "commits": ["4f2a91c"]}
 *
 * kind,id,service,started_at,resolved_at,caused_by
 * incident,7,shop,2026-07-01T11:00:00Z,2026-07-01T12:00:00Z,d1
 * </pre>
 *
 * <p>What it is the name of its id says, or {@code kind}. A deployment without an outcome went well. Several commits in
 * one text have blanks, commas or semicolons between them. What is told of one thing in several records is put
 * together. A name that is one letter off, a word that nobody knows and an end before its beginning are rejected; other
 * names are passed over. DevLake's incoming webhooks for deployments and incidents are understood as well.
 */
final class PlainFormat implements Format {
    static final String DEVLAKE_DEPLOYMENT = "deployment of DevLake";
    static final String DEVLAKE_INCIDENT = "incident of DevLake";

    private static final List<String> TYPES =
            List.of("deployment", "incident", "change", "pullRequest", "build", "test", "release");
    private static final Map<String, String> KINDS = Map.of(
            "commit", "change", "pull_request", "pullRequest", "pull-request", "pullRequest", "test-run", "test");

    private static final Table TABLE = table(Table.of(
                    "plain", "one object of JSON or one line of CSV for each thing; DevLake v1 incoming webhooks")
            .source("plain")
            .word("ABORT", "cancelled")
            .note("What a record tells of, the name of its id says, or kind.")
            .note("Several commits in one text have blanks, commas or semicolons between them, other ids semicolons.")
            .note("A test run without an outcome failed if a test did.")
            .field(Field.SERVICE, "/service")
            .field(Field.TEAM, "/team")
            .field(Field.BRANCH, "/branch")
            .field(Field.ENVIRONMENT, "/environment"));

    /** Every name that means something. */
    static final Set<String> NAMES = names();

    @Override
    public Table table() {
        return TABLE;
    }

    @Override
    public Optional<String> type(Payload record) {
        for (String type : TYPES) {
            if (record.text("/" + type).isPresent()) {
                return Optional.of(type);
            }
        }
        if (record.text("/issueKey").isPresent() && is(record, "/type", "INCIDENT")) {
            return Optional.of(DEVLAKE_INCIDENT);
        }
        if (record.text("/id").isPresent() && !record.each("/deploymentCommits").isEmpty()) {
            return Optional.of(DEVLAKE_DEPLOYMENT);
        }
        return record.text("/kind")
                .map(kind -> KINDS.getOrDefault(kind, kind))
                .filter(TYPES::contains)
                .or(() -> blank(record));
    }

    private static boolean is(Payload record, String pointer, String word) {
        return record.text(pointer).filter(word::equalsIgnoreCase).isPresent();
    }

    /** A flat record with the name of an id and no id in it is one of these, and lacks its id; others are not flat. */
    private static Optional<String> blank(Payload record) {
        List<String> names = record.names("");
        return TYPES.stream().filter(names::contains).findFirst().filter(type -> isFlat(record, names));
    }

    private static boolean isFlat(Payload record, List<String> names) {
        return names.stream().allMatch(name -> {
            String pointer = Pointer.to(name);
            return record.names(pointer).isEmpty() && record.each(pointer).isEmpty();
        });
    }

    @Override
    public void read(String type, Payload record, Consumer<? super Draft> drafts) throws RejectedRecordException {
        PlainCheck check = new PlainCheck(TABLE, type, record);
        check.names();
        for (Draft draft : TABLE.read(type, record)) {
            check.complete(draft);
            drafts.accept(draft);
        }
    }

    private static Set<String> names() {
        Set<String> names = new LinkedHashSet<>(List.of("kind", "id"));
        TABLE.rows().stream()
                .flatMap(row -> Stream.concat(row.places().stream(), Stream.of(row.condition())))
                .flatMap(place -> Stream.of(place.split("[^A-Za-z_/]+")))
                .filter(place -> place.startsWith("/"))
                .forEach(place -> names.add(place.split("/", -1)[1]));
        return names;
    }

    /** The pointers of a field in the two spellings of names: {@code startedAt} and {@code started_at}. */
    private static String[] named(String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.of(
                        "/" + name, "/" + name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT)))
                .distinct()
                .toArray(String[]::new);
    }

    private static Table table(Table.Builder table) {
        table.field(Field.REPOSITORY, "/repository");
        run(table.type(Deployment.KIND, "deployment").fragment().field(Field.ID, "/deployment", "/id"))
                .field(Field.OUTCOME, "/outcome", "/result", "success")
                .field(Field.VERSION, "/version")
                .field(Field.PURPOSE, "/purpose")
                .field(Field.TIER, "/tier")
                .field(Field.RELEASES, named("releases/*", "releaseId"))
                .field(Field.ARTIFACTS, "/artifacts/*", "/artifacts", "/artifact");
        table.type(Incident.KIND, "incident")
                .fragment()
                .field(Field.ID, "/incident", "/id")
                .field(Field.TITLE, "/title")
                .field(Field.AT, named("startedAt", "openedAt", "detectedAt", "at"))
                .field(Field.ACKNOWLEDGED, named("acknowledgedAt"))
                .field(Field.FINISHED, named("resolvedAt", "closedAt", "finishedAt"))
                .field(Field.SEVERITY, "/severity")
                .field(Field.DEPLOYMENTS, named("causedBy/*", "causedBy"))
                .field(Field.COMMITS, "/commits/*", "/commits", "/commit");
        changes(table);
        run(table.type(Build.KIND, "build").fragment().field(Field.ID, "/build", "/id"))
                .field(Field.SUBJECT, "/name")
                .field(Field.QUEUED, named("queuedAt"))
                .field(Field.OUTCOME, "/outcome", "/result");
        run(table.type(TestRun.KIND, "test").fragment().field(Field.ID, "/test", "/id"))
                .field(Field.SUBJECT, "/name")
                .field(Field.OUTCOME, "/outcome", "/result")
                .field(Field.TESTS, "/tests")
                .field(Field.FAILURES, "/failures", "/failed")
                .field(Field.SKIPPED, "/skipped");
        return devLake(table).build();
    }

    private static Table.Builder run(Table.Builder table) {
        return table.field(Field.AT, named("startedAt", "at"))
                .field(Field.FINISHED, named("finishedAt"))
                .field(Field.COMMITS, "/commits/*", "/commits", "/commit");
    }

    private static void changes(Table.Builder table) {
        table.type(Commit.KIND, "change")
                .field(Field.ID, "/change", "/id")
                .field(Field.TITLE, "/title")
                .field(Field.AUTHORED, named("authoredAt", "writtenAt"))
                .field(Field.AT, named("committedAt", "at"))
                .field(Field.PARENTS, "/parents/*", "/parents")
                .field(Field.ISSUES, "/issues/*", "/issues", "/issue")
                .type(PullRequest.KIND, "pullRequest")
                .fragment()
                .field(Field.ID, "/pullRequest", "/id")
                .field(Field.TITLE, "/title")
                .field(Field.AT, named("openedAt", "createdAt", "at"))
                .field(Field.FINISHED, named("mergedAt", "closedAt"))
                .field(Field.OUTCOME, "open")
                .field(Field.OUTCOME, "closed")
                .when("{/closedAt}")
                .field(Field.OUTCOME, "closed")
                .when("{/closed_at}")
                .field(Field.OUTCOME, "merged")
                .when("{/mergedAt}")
                .field(Field.OUTCOME, "merged")
                .when("{/merged_at}")
                .field(Field.COMMITS, "/commits/*", "/commits", "/commit")
                .field(Field.ISSUES, "/issues/*", "/issues", "/issue")
                .type(Release.KIND, "release")
                .field(Field.ID, "/release", "/id")
                .field(Field.AT, named("releasedAt", "at"))
                .field(Field.VERSION, "/version")
                .field(Field.TAG, "/tag")
                .field(Field.COMMITS, "/commits/*", "/commits", "/commit");
    }

    private static Table.Builder devLake(Table.Builder table) {
        return table.type(Deployment.KIND, DEVLAKE_DEPLOYMENT)
                .fragment()
                .field(Field.ID, "/id")
                .field(Field.AT, named("startedDate"))
                .field(Field.FINISHED, named("finishedDate"))
                .field(Field.OUTCOME, "/result", "success")
                .field(Field.TIER, "/environment")
                .field(Field.REPOSITORY, "/deploymentCommits/0/repoUrl")
                .field(Field.COMMITS, "/deploymentCommits/*/commitSha")
                .type(Incident.KIND, DEVLAKE_INCIDENT)
                .fragment()
                .field(Field.ID, "/issueKey")
                .field(Field.TITLE, "/title")
                .field(Field.AT, named("createdDate"))
                .field(Field.FINISHED, named("resolutionDate"))
                .field(Field.SEVERITY, "/severity")
                .field(Field.SERVICE, "/component");
    }
}
