package io.infinityloop.metrics.dora;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.Labels;
import io.infinityloop.artifact.PullRequest;
import io.infinityloop.artifact.Review;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Window;
import io.infinityloop.metrics.link.BuildRun;
import io.infinityloop.metrics.link.Derived;
import io.infinityloop.metrics.link.Facts;
import io.infinityloop.metrics.link.Linker;
import io.infinityloop.metrics.link.PullRequestLife;
import io.infinityloop.metrics.link.Released;
import io.infinityloop.source.Reading;
import io.infinityloop.source.SourceReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the webhooks of a repository tell in a week, and DORA's numbers of it as they are worked by hand. */
class GitHubStoryTest {
    private static final Window WEEK = Window.of(LocalDate.of(2026, 6, 29), LocalDate.of(2026, 7, 6), ZoneOffset.UTC);
    private static final String BASE = sha('0');
    private static final String CARDS = sha('a');
    private static final String LIMITS = sha('b');
    private static final String MERGE = sha('c');
    private static final String SEARCH = sha('d');
    private static final String REPAIR = sha('e');

    /** What the week before left, and then day by day. */
    private static final List<String> STORY = List.of(
            push("main", "28T08:00", sha('9'), commit(BASE, "28T07:00", "Where we begin")),
            deployment(99, BASE, "production", "28T08:00"),
            status(1, 99, BASE, "production", "28T08:00", "success", "28T08:10"),
            // Monday: two commits, reviewed, merged, built, tried on staging, delivered
            push("cards", "29T09:05", "", commit(CARDS, "29T09:00", "Pay by card")),
            pull("opened", "29T09:10", CARDS, false),
            push("cards", "29T10:05", CARDS, commit(LIMITS, "29T10:00", "Limit what a card pays")),
            review("29T11:00"),
            pull("closed", "29T12:00", LIMITS, true),
            push(
                    "main",
                    "29T12:00",
                    BASE,
                    commit(CARDS, "29T09:00", "Pay by card"),
                    commit(LIMITS, "29T10:00", "Limit what a card pays"),
                    commit(MERGE, "29T12:00", "Merge pull request #12 from acme/cards")),
            run("requested", "queued", "29T12:00"),
            run("completed", "success", "29T12:08"),
            status(2, 100, MERGE, "staging", "29T12:10", "success", "29T12:12"),
            deployment(101, MERGE, "production", "29T12:20"),
            status(3, 101, MERGE, "production", "29T12:20", "in_progress", "29T12:21"),
            status(4, 101, MERGE, "production", "29T12:20", "success", "29T12:30"),
            status(5, 99, BASE, "production", "28T08:00", "inactive", "29T12:30"),
            push("refs/tags/v1.4.0", "29T12:31", "", commit(MERGE, "29T12:00", "")),
            release("29T12:35"),
            // Tuesday: a deployment that fails, its second attempt, an incident, a roll-back
            push("main", "30T09:05", MERGE, commit(SEARCH, "30T09:00", "Search by colour")),
            status(6, 102, SEARCH, "production", "30T09:10", "failure", "30T09:15"),
            status(7, 103, SEARCH, "production", "30T09:40", "success", "30T10:00"),
            issue("opened", "open", "30T10:30"),
            status(8, 104, MERGE, "production", "30T11:00", "success", "30T11:20")
                    .replace("\"deploy\"", "\"rollback\""),
            issue("closed", "closed", "30T11:30"),
            // Wednesday: the repair
            push("main", "31T13:05", SEARCH, commit(REPAIR, "31T13:00", "Fix #20")),
            status(9, 105, REPAIR, "production", "31T13:30", "success", "31T14:00"));

    private static String sha(char sign) {
        return String.valueOf(sign).repeat(40);
    }

    /** June has no 31st: it stands for the first of July. */
    private static String at(String day) {
        return ("2026-06-" + day + ":00Z").replace("06-31", "07-01");
    }

    private static String record(String fields, String pushed) {
        return ("{" + fields + ",'repository':{'id':7,'full_name':'acme/shop','pushed_at':"
                        + Instant.parse(at(pushed)).getEpochSecond() + "},'sender':{'id':1}}\n")
                .replace('\'', '"');
    }

    private static String push(String branch, String pushed, String before, String... commits) {
        String ref = branch.startsWith("refs/") ? branch : "refs/heads/" + branch;
        return record(
                "'ref':'" + ref + "','before':'" + before + "','after':'" + pushed + "','created':" + before.isEmpty()
                        + ",'head_commit':"
                        + commits[commits.length - 1] + ",'commits':["
                        + (branch.startsWith("refs/") ? "" : String.join(",", commits)) + "]",
                pushed);
    }

    private static String commit(String sha, String written, String message) {
        return "{'id':'" + sha + "','timestamp':'" + at(written) + "','message':'" + message + "'}";
    }

    private static String pull(String action, String updated, String head, boolean isMerged) {
        return record("'action':'" + action + "'," + pullRequest(updated, head, isMerged), updated);
    }

    private static String pullRequest(String updated, String head, boolean isMerged) {
        String merged = isMerged ? "'" + at(updated) + "'" : "null";
        return "'pull_request':{'number':12,'title':'Cards','user':{'id':5},'created_at':'" + at("29T09:10")
                + "','updated_at':'" + at(updated) + "','closed_at':" + merged + ",'merged_at':" + merged + ",'state':'"
                + (isMerged ? "closed" : "open") + "','merge_commit_sha':'" + MERGE + "','head':{'ref':'cards','sha':'"
                + head
                + "'}}";
    }

    private static String review(String at) {
        return record(
                "'action':'submitted','review':{'id':3,'state':'approved','user':{'id':6},'submitted_at':'" + at(at)
                        + "'}," + pullRequest(at, LIMITS, false),
                at);
    }

    private static String run(String action, String how, String updated) {
        boolean isOver = action.equals("completed");
        return record(
                "'action':'" + action
                        + "','workflow':{'name':'CI'},'workflow_run':{'id':30,'run_attempt':1,'head_sha':'"
                        + MERGE + "','head_branch':'main','event':'push','status':'" + (isOver ? action : how)
                        + "','conclusion':" + (isOver ? "'" + how + "'" : "null") + ",'run_started_at':'"
                        + at("29T12:00")
                        + "','updated_at':'" + at(updated) + "'}",
                updated);
    }

    private static String deployment(int id, String sha, String where, String begun) {
        return record("'action':'created'," + of(id, sha, where, begun), begun);
    }

    private static String of(int id, String sha, String where, String begun) {
        return "'deployment':{'id':" + id + ",'sha':'" + sha + "','ref':'main','task':'deploy','environment':'" + where
                + "','production_environment':" + where.equals("production") + ",'created_at':'" + at(begun) + "'}";
    }

    private static String status(int id, int of, String sha, String where, String begun, String state, String at) {
        return record(
                "'action':'created','deployment_status':{'id':" + id + ",'state':'" + state + "','created_at':'"
                        + at(at) + "'}," + of(of, sha, where, begun),
                at);
    }

    private static String release(String at) {
        return record(
                "'action':'published','release':{'tag_name':'v1.4.0','draft':false,'published_at':'" + at(at) + "'}",
                at);
    }

    private static String issue(String action, String state, String updated) {
        return record(
                "'action':'" + action + "','issue':{'number':20,'title':'Search is down','state':'" + state
                        + "','labels':[{'name':'incident'}],'created_at':'" + at("30T10:30") + "','updated_at':'"
                        + at(updated) + "','closed_at':'" + at(updated) + "'}",
                updated);
    }

    private final List<LoopEvent> events = new ArrayList<>();

    private Derived derive(List<String> records) throws IOException {
        byte[] bytes = String.join("", records).getBytes(StandardCharsets.UTF_8);
        Reading reading = SourceReader.builder().build().read(new ByteArrayInputStream(bytes), events::add);
        assertThat(reading.rejections()).isEmpty();
        assertThat(reading.passedOver()).isZero();
        return Linker.derive(Facts.of(events), WEEK.to());
    }

    private static MetricResult.Value value(MetricCalculator<?, ?> metric, Derived derived) {
        return (MetricResult.Value) Measured.of(metric, WEEK, WEEK.to(), derived.subjects());
    }

    private static void check(Derived derived) {
        // 101, 103 and 105 in seven days; 102 did not come through, and 104 is a roll-back
        assertThat(value(DeploymentFrequency.calculator(), derived).headline().toString())
                .isEqualTo("0.428571429/day");
        // 3.5 h, 2.5 h, 1 h and 1 h; the merge is no change
        assertThat(value(ChangeLeadTime.calculator(), derived).n()).isEqualTo(4);
        assertThat(value(ChangeLeadTime.calculator(), derived).headline())
                .isEqualTo(Amount.of(Duration.ofMinutes(105)));
        // 103 of these three
        assertThat(value(ChangeFailureRate.calculator(), derived).headline().toString())
                .isEqualTo("0.333333333");
        // from 10:00, when 103 was through, to 11:20, when 104 was
        assertThat(value(FailedDeploymentRecoveryTime.calculator(), derived).headline())
                .isEqualTo(Amount.of(Duration.ofMinutes(80)));
        assertThat(value(TimeToRestore.calculator(), derived).headline()).isEqualTo(Amount.of(Duration.ofHours(1)));
        // 104 of the four that came through
        assertThat(value(DeploymentReworkRate.calculator(), derived).headline().toString())
                .isEqualTo("0.25");
    }

    @Test
    void the_numbers_are_those_worked_by_hand() throws IOException {
        check(derive(STORY));
    }

    @Test
    void what_comes_late_or_twice_changes_nothing() throws IOException {
        List<String> mixed = new ArrayList<>(STORY);
        mixed.addAll(STORY.subList(4, 20));
        Collections.shuffle(mixed, new Random(20260701));
        check(derive(mixed));
    }

    @Test
    void review_build_and_release_are_joined_to_it() throws IOException {
        Derived derived = derive(STORY);

        PullRequestLife life = derived.subjects(PullRequestLife.class).get(0);
        assertThat(life.status()).isEqualTo(PullRequest.Status.MERGED);
        assertThat(life.reviews())
                .containsExactly(Review.byOther(Instant.parse(at("29T11:00")), Review.Verdict.APPROVED, "reviewer"));
        BuildRun run = derived.subjects(BuildRun.class).get(0);
        assertThat(run.revisions()).extracting(Object::toString).hasSize(1);
        assertThat(run.branch()).isEqualTo("main");
        assertThat(derived.subjects(Released.class)).hasSize(1);
        assertThat(derived.subjects(Released.class).get(0).id()).isEqualTo("acme/shop@v1.4.0");
        assertThat(events)
                .allSatisfy(
                        event -> assertThat(event.labels().get(Labels.SERVICE)).contains("acme/shop"));
    }
}
