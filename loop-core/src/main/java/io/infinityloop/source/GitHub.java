package io.infinityloop.source;

import io.infinityloop.artifact.ArtifactKind;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.Incident;
import io.infinityloop.artifact.PullRequest;
import io.infinityloop.artifact.Release;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The webhooks of GitHub. The header {@code X-GitHub-Event} tells the type; without it, as in a file, what the record
 * holds does.
 *
 * <ul>
 *   <li>A push tells of commits. When they were committed is not told: their instant is the author's. Each is taken to
 *       follow the one that the list has before it, and the first to follow what the branch had before, unless that was
 *       thrown away; so the last one leads to all of them, which is what a push says. A commit whose message begins as
 *       GitHub's merges do is a merge of these two.
 *   <li>A push or the creation of a tag tells of a release if the tag looks like a version; a published release always
 *       does.
 *   <li>An issue with one of the labels for incidents is an incident, from its opening until it is closed or loses the
 *       label; every other one is a plan item. A line {@code root cause: <sha>} in it names the commit to blame.
 *   <li>A job of a workflow tells of a deployment if it deploys, and else nothing: its workflow run is the build.
 *   <li>That an environment is not {@code production_environment} says nothing, for GitHub says so of each that is not
 *       called {@code production}. The state {@code inactive} is no outcome: another deployment came after.
 *   <li>What a bot opened, or an app deployed, is automated.
 * </ul>
 *
 * <p>Immutable, safe for use by many threads.
 *
 * @since 0.1
 */
public final class GitHub implements Format {
    private static final GitHub STANDARD = new GitHub(List.of("incident"));

    private static final Pattern VERSION =
            Pattern.compile("(?:.{1,200}?[-/@_])?v?\\d{1,9}(?:\\.\\d{1,9})+(?:[-+.].*)?");
    private static final Pattern FULL_VERSION =
            Pattern.compile("(?:.{1,200}?[-/@_])?v?\\d{1,9}\\.\\d{1,9}\\.\\d{1,9}(?:[-+.].*)?");
    private static final Pattern CLOSES =
            Pattern.compile("(?i)\\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):? {1,3}#(\\d{1,9})\\b");
    private static final Pattern ROOT_CAUSE = Pattern.compile("(?i)root cause: {0,3}([0-9a-f]{40})\\b");
    private static final Pattern SHA = Pattern.compile("[0-9a-f]{40}");
    private static final Set<String> ENDS = Set.of("closed", "completed");
    private static final Map<String, String> VERDICTS = Map.of(
            "approved", "APPROVED",
            "changes_requested", "CHANGES_REQUESTED",
            "commented", "COMMENTED",
            "dismissed", "DISMISSED");

    private final Table table;

    private GitHub(List<String> incidentLabels) {
        this.table = GitHubTable.of(incidentLabels.toArray(String[]::new));
    }

    /** {@return the format in which issues with the label {@code incident} are incidents} */
    public static GitHub standard() {
        return STANDARD;
    }

    /**
     * Returns this with other labels for incidents.
     *
     * @param labels the labels of which an incident has at least one, in upper or lower case
     * @return the format
     * @throws IllegalArgumentException if there is none
     */
    @Override
    public GitHub withIncidents(String... labels) {
        if (labels.length == 0) {
            throw new IllegalArgumentException("no label for incidents: expected at least one, such as incident");
        }
        return new GitHub(Arrays.asList(labels));
    }

    @Override
    public Table table() {
        return table;
    }

    @Override
    public Optional<String> type(Payload record) {
        Optional<String> told = record.header("x-github-event");
        return told.isPresent() ? told : GitHubShape.type(record);
    }

    @Override
    public void read(String type, Payload record, Consumer<? super Draft> drafts) throws RejectedRecordException {
        List<Draft> all = new ArrayList<>(table.read(type, record));
        if (type.equals("push")) {
            follow(record, all);
        }
        for (Draft draft : all) {
            if (more(draft, type, record)) {
                drafts.accept(draft);
            }
        }
    }

    /** Adds what the table can not say; returns whether the draft tells anything. */
    private static boolean more(Draft draft, String type, Payload record) throws RejectedRecordException {
        ArtifactKind kind = draft.kind();
        if (kind.equals(Release.KIND)) {
            return type.equals("release")
                    || VERSION.matcher(draft.text(Field.TAG, "")).matches();
        }
        if (ENDS.contains(record.text("/action").orElse(""))) {
            // Of two snapshots of the same second the later in the order of ids counts: that is to be the end.
            draft.event("~" + draft.eventId());
        }
        if (kind.equals(PullRequest.KIND)) {
            issues(draft, record.text("/pull_request/body").orElse(""), record);
            review(draft, record);
        } else if (kind.equals(Commit.KIND)) {
            issues(draft, draft.text(Field.TITLE, ""), record);
        } else if (kind.equals(Incident.KIND)) {
            incident(draft, record);
        } else if (kind.equals(Deployment.KIND)) {
            version(draft, record);
        }
        return true;
    }

    /** A push lists its commits from the oldest to the newest. */
    private static void follow(Payload push, List<Draft> drafts) throws RejectedRecordException {
        boolean isNew = push.text("/created").orElse("").equals("true");
        boolean isForced = push.text("/forced").orElse("").equals("true");
        String before = isNew || isForced ? "" : push.text("/before").orElse("");
        String previous = before;
        for (Draft draft : drafts) {
            if (draft.kind().equals(Commit.KIND)) {
                draft.put(Field.PARENTS, previous);
                String title = draft.text(Field.TITLE, "");
                if (title.startsWith("Merge pull request #") || title.startsWith("Merge branch '")) {
                    draft.put(Field.PARENTS, before);
                }
                previous = draft.id();
            }
        }
    }

    /** The issues that a text closes, in the words that GitHub understands. */
    private static void issues(Draft draft, String text, Payload record) throws RejectedRecordException {
        String repository = record.text("/repository/full_name").orElse("");
        Matcher matcher = CLOSES.matcher(text);
        while (matcher.find()) {
            draft.put(Field.ISSUES, repository + "#" + matcher.group(1));
        }
    }

    /** Whether somebody reviewed what is his own is all that is made of who it was. */
    private static void review(Draft draft, Payload record) throws RejectedRecordException {
        Optional<String> submitted = record.text("/review/submitted_at");
        String verdict = VERDICTS.get(record.text("/review/state").orElse("").toLowerCase(Locale.ROOT));
        if (submitted.isEmpty() || verdict == null) {
            return;
        }
        Optional<String> author = record.text("/pull_request/user/id");
        boolean isByAuthor = author.isPresent() && author.equals(record.text("/review/user/id"));
        String id = record.text("/review/id").orElse("");
        Instant at = instant(submitted.get());
        draft.put(Field.REVIEWS, Reviews.text(at, verdict, isByAuthor, id));
    }

    private static Instant instant(String text) throws RejectedRecordException {
        try {
            return Times.parse(text)
                    .orElseThrow(() -> new RejectedRecordException("/review/submitted_at", "tells no instant"));
        } catch (DateTimeException wrong) {
            throw new RejectedRecordException("/review/submitted_at", "is no instant: " + wrong.getMessage());
        }
    }

    private static void incident(Draft draft, Payload record) throws RejectedRecordException {
        Matcher cause = ROOT_CAUSE.matcher(record.text("/issue/body").orElse(""));
        while (cause.find()) {
            draft.put(Field.COMMITS, cause.group(1).toLowerCase(Locale.ROOT));
        }
        for (String label : record.texts("/issue/labels/*/name")) {
            String word = label.substring(Math.max(label.lastIndexOf(':'), label.lastIndexOf('/')) + 1)
                    .strip()
                    .toLowerCase(Locale.ROOT);
            if (draft.text(Field.SEVERITY).isEmpty() && Making.severity(word) != null) {
                draft.put(Field.SEVERITY, word);
            }
        }
    }

    /** The ref of a deployment is a branch, a tag or a commit, and GitHub does not say which. */
    private static void version(Draft draft, Payload record) throws RejectedRecordException {
        String ref = record.text("/deployment/ref").orElse("");
        if (FULL_VERSION.matcher(ref).matches() && !SHA.matcher(ref).matches()) {
            draft.put(Field.VERSION, ref);
            draft.put(Field.RELEASES, record.text("/repository/full_name").orElse("") + "@" + ref);
        }
    }
}
