package io.infinityloop.source;

import io.infinityloop.Stage;
import io.infinityloop.artifact.ArtifactKind;
import io.infinityloop.artifact.BuildArtifact;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.CustomArtifact;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.PullRequest;
import io.infinityloop.artifact.Release;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * CDEvents of the versions 0.2 to 0.5.1 and of the draft of 0.6, as they are or in a CloudEvent. Where both have a
 * context, that of the CDEvent counts: some producers give the CloudEvent an id and a time of its own. The version of a
 * type is passed over.
 *
 * <p>A thing is known by the source of the subject, which is that of the event where it is not told, and an event by
 * its id and its type, since several of one occurrence may share the id. What the {@link CdEventsTable} can not say:
 *
 * <ul>
 *   <li>A change that was merged is a commit as well. If its id is a hash, that is its name; else it is
 *       {@code source#id}. The merge is the only instant of a commit that is told, so lead times count from there.
 *   <li>An artifact is made of the change that it names: of the commit if the id is a hash or the source of the change
 *       is told, else of the pull request of this id, wherever it comes from.
 *   <li>A package URL tells a version, a digest if the version is one, and a commit if it is the hash of one.
 *   <li>A review says neither yes nor no: that is in no version of the format.
 *   <li>Of a type of {@code dev.cdeventsx} there is a {@link CustomArtifact} with the name of the type. What it holds
 *       is not read, and neither is {@code customData}: nobody here knows whether it names people.
 *   <li>Links say that one event has to do with another, and not what became of what; fields join more surely. They are
 *       passed over, also where they come alone; the chain is kept as a label.
 * </ul>
 *
 * <p>There is no id of a deployment: a producer that tells twice, at different times, that a version runs makes two.
 */
final class CdEvents implements Format {
    /** So that a kind of one's own can bear the name of its type. */
    private static final int LONGEST = 100;

    private static final Pattern TYPE = Pattern.compile("dev\\.cdevents\\.([a-z0-9_]+\\.[a-z0-9_]+)(\\..*)?");
    private static final Pattern CUSTOM =
            Pattern.compile("dev\\.cdeventsx\\.([a-z0-9_.-]*?)\\.[a-z0-9_-]+(\\.[0-9]+\\.[0-9]+\\.[^.]+)?");
    private static final Pattern DIGEST = Pattern.compile("sha(256|512):[0-9a-f]{32,128}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
    /** A number or a word is no short hash, although each could be one. */
    private static final Pattern SHORT_HASH = Pattern.compile("(?=.*[0-9])(?=.*[a-f])[0-9a-f]{7,39}");

    @Override
    public Table table() {
        return CdEventsTable.TABLE;
    }

    @Override
    public Optional<String> type(Payload record) {
        Optional<String> told = event(record)
                .flatMap(event -> event.text("/context/type"))
                .or(() -> record.text("/type"))
                .filter(type -> type.startsWith("dev.cdevents") && type.length() <= LONGEST);
        if (told.isEmpty() && record.has("/chainId")) {
            return record.text("/linkType").map(type -> "link." + type.toLowerCase(Locale.ROOT));
        }
        return told.map(CdEvents::withoutVersion);
    }

    private static String withoutVersion(String type) {
        String lower = type.toLowerCase(Locale.ROOT);
        Matcher matcher = TYPE.matcher(lower);
        // Runs of tests were called tests before 0.3.
        return matcher.matches() ? matcher.group(1).replaceFirst("^(testcase|testsuite)\\.", "$1run.") : lower;
    }

    /** {@return the CDEvent, without the CloudEvent around it} */
    private static Optional<Payload> event(Payload record) {
        if (record.has("/context/type")) {
            return Optional.of(record);
        }
        return record.wrapped("/data")
                .or(() -> record.wrapped("/data_base64"))
                .filter(event -> event.has("/context/type"));
    }

    @Override
    public void read(String type, Payload record, Consumer<? super Draft> drafts) throws RejectedRecordException {
        Payload event = event(record)
                .orElseThrow(() -> new RejectedRecordException(
                        "/data/context", "missing: expected the context of a CDEvent in the data of the CloudEvent"));
        List<Draft> told = new ArrayList<>(table().read(type, event));
        if (CUSTOM.matcher(type).matches()) {
            told.add(custom(type, event));
        }
        for (Draft draft : List.copyOf(told)) {
            if (draft.kind().equals(PullRequest.KIND)) {
                change(type, draft, event).ifPresent(told::add);
            } else if (draft.kind().equals(BuildArtifact.KIND)) {
                madeOf(draft, event);
            }
            packageUrl(draft);
        }
        String id = event.text("/context/id").map(text -> type + "/" + text).orElse("");
        told.forEach(draft -> drafts.accept(draft.event(id)));
    }

    private static Draft custom(String type, Payload event) throws RejectedRecordException {
        Matcher matcher = CUSTOM.matcher(type);
        String subject = matcher.matches() ? matcher.group(1) : "";
        String kind = ("cdeventsx-" + subject).replaceAll("[^a-z0-9]+", "-");
        String id = event.text("/subject/id")
                .orElseThrow(
                        () -> new RejectedRecordException("/subject/id", "missing: expected the id of the subject"));
        Draft draft = Draft.of(new ArtifactKind(kind.replaceAll("-$", ""), Stage.MONITOR), id)
                .put(Field.SUBJECT, subject)
                .put(Field.TITLE, event.text("/context/type").orElse(type));
        String source = source(event);
        return draft.from(source.isEmpty() ? "cdevents" : "cdevents:" + source)
                .put(Field.HAPPENED, event.text("/context/timestamp").orElse(""))
                .put(Field.CHAIN, event.text("/context/chainId").orElse(""));
    }

    /** {@return the commit that the change became} */
    private static Optional<Draft> change(String type, Draft change, Payload event) throws RejectedRecordException {
        if (type.equals("change.reviewed") && change.instant(Field.HAPPENED).isPresent()) {
            change.put(Field.REVIEWS, change.instant(Field.HAPPENED).orElseThrow() + " COMMENTED other");
        }
        if (!type.equals("change.merged")) {
            return Optional.empty();
        }
        String commit = commit(source(event), change.id());
        change.put(Field.COMMITS, commit);
        Draft draft = Draft.of(Commit.KIND, commit).from(change.source());
        change.instant(Field.HAPPENED).ifPresent(at -> draft.put(Field.HAPPENED, at));
        for (Field field : List.of(Field.REPOSITORY, Field.CHAIN)) {
            draft.put(field, change.text(field, ""));
        }
        return Optional.of(draft);
    }

    private static String source(Payload event) {
        return event.text("/subject/source")
                .or(() -> event.text("/context/source"))
                .orElse("");
    }

    private static void madeOf(Draft artifact, Payload event) throws RejectedRecordException {
        String id = event.text("/subject/content/change/id").orElse("");
        String source = event.text("/subject/content/change/source").orElse("");
        boolean isCommit = isHash(id) || (!source.isEmpty() && !id.isEmpty());
        artifact.put(isCommit ? Field.COMMITS : Field.PULL_REQUESTS, isCommit ? commit(source, id) : id);
    }

    private static String commit(String source, String change) {
        return isHash(change) ? change : source + "#" + change;
    }

    private static boolean isHash(String id) {
        return HASH.matcher(id).matches() || SHORT_HASH.matcher(id).matches();
    }

    private static void packageUrl(Draft draft) throws RejectedRecordException {
        String url = draft.kind().equals(Deployment.KIND)
                ? draft.texts(Field.ARTIFACTS).stream().findFirst().orElse("")
                : draft.id();
        boolean isOfArtifact =
                List.of(Deployment.KIND, BuildArtifact.KIND, Release.KIND).contains(draft.kind());
        String path = url.replaceAll("[?#].*", "");
        int at = path.indexOf('@', path.lastIndexOf('/'));
        if (isOfArtifact && path.startsWith("pkg:") && at > 0) {
            String version = path.substring(at + 1).replace("%3A", ":").replace("%3a", ":");
            draft.put(Field.VERSION, version);
            draft.put(Field.DIGEST, DIGEST.matcher(version).matches() ? version : "");
            draft.put(Field.COMMITS, HASH.matcher(version).matches() ? version : "");
        }
    }
}
