package io.infinityloop.source;

import io.infinityloop.Outcome;
import io.infinityloop.artifact.PullRequest;
import io.infinityloop.artifact.TestRun;
import io.infinityloop.internal.json.Excerpt;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Says of a record that somebody wrote by hand what is wrong with it, and in which field. */
final class PlainCheck {
    private static final Set<Field> LISTS = Set.of(Field.COMMITS, Field.PARENTS);
    private static final Set<Field> NAMED =
            Set.of(Field.ARTIFACTS, Field.DEPLOYMENTS, Field.ISSUES, Field.PULL_REQUESTS, Field.RELEASES);
    private static final int MOST_NAMES = 200;
    private static final Set<String> PURPOSES = Set.of("delivery", "rollback", "hotfix");

    private final Table table;
    private final String type;
    private final Payload record;

    PlainCheck(Table table, String type, Payload record) {
        this.table = table;
        this.type = type;
        this.record = record;
    }

    /** Refuses names that are meant to be others. Who gives more names than a person writes is not looked at. */
    void names() throws RejectedRecordException {
        List<String> names = record.names("");
        for (String name : names.subList(0, Math.min(names.size(), MOST_NAMES))) {
            if (!PlainFormat.NAMES.contains(name)) {
                Optional<String> meant = PlainFormat.NAMES.stream()
                        .filter(known -> Spelling.isMeant(name, known))
                        .findFirst();
                if (meant.isPresent()) {
                    throw new RejectedRecordException(
                            "/" + name,
                            "no name of a field: expected " + meant.get() + ", which is but little different");
                }
            }
        }
    }

    /** Splits lists that stand in one text, adds what follows from the rest, and refuses what can not be. */
    void complete(Draft draft) throws RejectedRecordException {
        for (Field field : LISTS) {
            split(draft, field, "[\\s,;]+");
        }
        for (Field field : NAMED) {
            split(draft, field, ";");
        }
        if (draft.text(Field.REPOSITORY).isPresent() && type.equals(PlainFormat.DEVLAKE_DEPLOYMENT)) {
            draft.put(Field.REPOSITORY, repository(draft.text(Field.REPOSITORY, "")));
        }
        tests(draft);
        words(draft);
        instants(draft);
    }

    private static void split(Draft draft, Field field, String between) throws RejectedRecordException {
        List<String> texts = List.copyOf(draft.texts(field));
        draft.remove(field);
        for (String text : texts) {
            for (String value : text.split(between, -1)) {
                draft.put(field, value.strip());
            }
        }
    }

    /** The path within the forge, which is what hooks of forges call it. */
    private static String repository(String url) {
        String path = url.replaceFirst("^[a-z+]{1,20}://[^/]*/|^[^/:@]*@[^/:]*:", "");
        return path.endsWith(".git") ? path.substring(0, path.length() - 4) : path;
    }

    private void tests(Draft draft) throws RejectedRecordException {
        if (!draft.kind().equals(TestRun.KIND)) {
            return;
        }
        long tests = count(draft, Field.TESTS);
        long failures = count(draft, Field.FAILURES);
        if (draft.text(Field.TESTS).isPresent() && failures + count(draft, Field.SKIPPED) > tests) {
            throw new RejectedRecordException(
                    place(Field.TESTS), "there were " + tests + " tests, fewer than failed and were skipped");
        }
        if (draft.text(Field.OUTCOME).isEmpty() && tests + failures > 0) {
            draft.put(Field.OUTCOME, failures > 0 ? "failure" : "success");
        }
    }

    private static long count(Draft draft, Field field) {
        return Long.parseLong(draft.text(field, "0"));
    }

    private void words(Draft draft) throws RejectedRecordException {
        if (!draft.kind().equals(PullRequest.KIND)) {
            check(
                    draft,
                    Field.OUTCOME,
                    word -> OutcomeWords.of(word) != Outcome.UNKNOWN || word.equalsIgnoreCase("unknown"),
                    "success, failure, error, cancelled, skipped, timed_out, running or unknown");
        }
        check(
                draft,
                Field.SEVERITY,
                word -> Making.severity(word.toLowerCase(Locale.ROOT)) != null,
                "critical, major, minor or notice");
        check(
                draft,
                Field.PURPOSE,
                word -> PURPOSES.contains(word.toLowerCase(Locale.ROOT)),
                String.join(", ", new TreeSet<>(PURPOSES)));
    }

    private void check(Draft draft, Field field, Predicate<String> isKnown, String expected)
            throws RejectedRecordException {
        String word = draft.text(field, "");
        if (!word.isEmpty() && !isKnown.test(word)) {
            throw new RejectedRecordException(
                    place(field), "'" + Excerpt.of(word) + "' is not known: expected " + expected);
        }
    }

    private void instants(Draft draft) throws RejectedRecordException {
        Optional<Instant> at = draft.instant(Field.AT);
        Optional<Instant> finished = draft.instant(Field.FINISHED);
        if (at.isPresent() && finished.isPresent() && finished.get().isBefore(at.get())) {
            throw new RejectedRecordException(
                    place(Field.FINISHED), finished.get() + " is before the beginning at " + at.get());
        }
    }

    /** {@return where a field stands in this record; where it would be expected if it is nowhere} */
    private String place(Field field) {
        List<String> places = table.rows().stream()
                .filter(row -> row.type().equals(type) && row.field() == field)
                .flatMap(row -> row.places().stream())
                .filter(place -> place.startsWith("/"))
                .toList();
        return places.stream()
                .filter(place -> record.text(place).isPresent())
                .findFirst()
                .orElseGet(() -> places.isEmpty() ? "" : places.get(0));
    }
}
