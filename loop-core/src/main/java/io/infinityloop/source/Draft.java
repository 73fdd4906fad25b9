package io.infinityloop.source;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.ArtifactKind;
import io.infinityloop.artifact.BuildArtifact;
import io.infinityloop.artifact.Release;
import io.infinityloop.internal.Texts;
import io.infinityloop.internal.json.Excerpt;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What one record tells of one thing: its kind, its id and some fields. It is filled while a record is read; the
 * {@link SourceReader} makes an event of it. Not safe for use by many threads.
 *
 * @since 0.1
 */
public final class Draft {
    private final ArtifactKind kind;
    private final String id;
    private String source = "";
    private String eventId = "";
    private final Map<Field, String> texts = new EnumMap<>(Field.class);
    private final Map<Field, Instant> instants = new EnumMap<>(Field.class);
    private final Map<Field, SortedSet<String>> sets = new EnumMap<>(Field.class);

    private Draft(ArtifactKind kind, String id) {
        this.kind = kind;
        this.id = id;
    }

    /**
     * Begins a draft. The id of a build artifact or a release that is a package URL is written in canonical form.
     *
     * @param kind the kind of the thing
     * @param id its id, unique within its kind and source, not blank
     * @return the draft, without fields
     * @throws RejectedRecordException if the id can not be one
     */
    public static Draft of(ArtifactKind kind, String id) throws RejectedRecordException {
        if (id.isBlank() || id.length() > Texts.ID_LIMIT) {
            throw new RejectedRecordException(
                    "",
                    "the id of a " + kind + " is " + (id.isBlank() ? "missing" : "too long") + ": expected at most "
                            + Texts.ID_LIMIT + " characters");
        }
        boolean isPackage = kind.equals(BuildArtifact.KIND) || kind.equals(Release.KIND);
        return new Draft(requireNonNull(kind, "kind"), isPackage ? PackageUrl.canonical(id) : id);
    }

    /** {@return the kind of the thing} */
    public ArtifactKind kind() {
        return kind;
    }

    /** {@return the id of the thing} */
    public String id() {
        return id;
    }

    /** {@return where it comes from, such as {@code github:acme/shop}; empty if nobody said} */
    public String source() {
        return source;
    }

    /**
     * Says where it comes from.
     *
     * @param text the source of the event, such as {@code github:acme/shop}
     * @return this
     */
    public Draft from(String text) {
        source = requireNonNull(text, "text");
        return this;
    }

    /** {@return the id that the event has at its source; empty if it has none} */
    public String eventId() {
        return eventId;
    }

    /**
     * Says which id the event has at its source. Without one, the event is named after the thing and the instant.
     *
     * @param text the id
     * @return this
     */
    public Draft event(String text) {
        eventId = requireNonNull(text, "text");
        return this;
    }

    /**
     * Adds a value. A field of texts gets one more; of another one the last value counts.
     *
     * @param field the field
     * @param value the value as the source has it; blank adds nothing
     * @return this
     * @throws RejectedRecordException if it is no instant or no number, where the field asks for one
     */
    public Draft put(Field field, String value) throws RejectedRecordException {
        return put(field, value, "");
    }

    Draft put(Field field, String value, String pointer) throws RejectedRecordException {
        if (value.isBlank()) {
            return this;
        }
        switch (field.form()) {
            case TEXT -> texts.put(field, value);
            case TEXTS ->
                sets.computeIfAbsent(field, same -> new TreeSet<>())
                        .add(field == Field.ARTIFACTS ? PackageUrl.canonical(value) : value);
            case INSTANT -> instant(field, value, pointer);
            case COUNT -> count(field, value, pointer);
        }
        return this;
    }

    /**
     * Sets an instant.
     *
     * @param field a field of an instant
     * @param value the instant
     * @return this
     * @throws IllegalArgumentException if the field is none of an instant
     */
    public Draft put(Field field, Instant value) {
        if (field.form() != Field.Form.INSTANT) {
            throw new IllegalArgumentException(field + " is no instant but of the form " + field.form());
        }
        instants.put(field, requireNonNull(value, "value"));
        return this;
    }

    private void instant(Field field, String value, String pointer) throws RejectedRecordException {
        try {
            Times.parse(value).ifPresent(instant -> instants.put(field, instant));
        } catch (DateTimeException wrong) {
            throw new RejectedRecordException(pointer, String.valueOf(wrong.getMessage()));
        }
    }

    private void count(Field field, String value, String pointer) throws RejectedRecordException {
        if (!value.matches("\\d{1,12}")) {
            throw new RejectedRecordException(
                    pointer, "'" + Excerpt.of(value) + "' is no count: expected a whole number from 0");
        }
        texts.put(field, value);
    }

    /**
     * Takes what was told of a field back.
     *
     * @param field the field
     * @return this
     */
    public Draft remove(Field field) {
        texts.remove(field);
        instants.remove(field);
        sets.remove(field);
        return this;
    }

    /**
     * Returns a text or a count.
     *
     * @param field the field
     * @return its text; empty if it was not told
     */
    public Optional<String> text(Field field) {
        return Optional.ofNullable(texts.get(field));
    }

    /**
     * Returns an instant.
     *
     * @param field the field
     * @return its instant; empty if it was not told
     */
    public Optional<Instant> instant(Field field) {
        return Optional.ofNullable(instants.get(field));
    }

    /**
     * Returns a set of texts.
     *
     * @param field the field
     * @return its values, sorted, unmodifiable; empty if none was told
     */
    public SortedSet<String> texts(Field field) {
        SortedSet<String> found = sets.get(field);
        return found == null ? Collections.emptySortedSet() : Collections.unmodifiableSortedSet(found);
    }

    String text(Field field, String otherwise) {
        return texts.getOrDefault(field, otherwise);
    }

    @Nullable
    Instant instantOrNull(Field field) {
        return instants.get(field);
    }

    /** {@return when that happened which the record tells of; null if it tells no instant at all} */
    @Nullable
    Instant happened() {
        Instant told = instants.get(Field.HAPPENED);
        return told != null ? told : latest(instants.values());
    }

    /** {@return what this draft tells, of a thing with another id} */
    Draft as(String otherId) throws RejectedRecordException {
        Draft other = of(kind, otherId);
        other.source = source;
        other.eventId = eventId;
        other.texts.putAll(texts);
        other.instants.putAll(instants);
        sets.forEach((field, values) -> other.sets.put(field, new TreeSet<>(values)));
        return other;
    }

    /** {@return this draft and what a later one of the same thing tells} */
    Draft and(Draft later) {
        Draft both = new Draft(kind, id);
        both.source = later.source;
        both.eventId = later.eventId;
        for (Draft draft : List.of(this, later)) {
            both.texts.putAll(draft.texts);
            draft.instants.forEach((field, instant) -> both.instants.merge(field, instant, field::told));
            draft.sets.forEach((field, values) ->
                    both.sets.computeIfAbsent(field, same -> new TreeSet<>()).addAll(values));
        }
        return both;
    }

    /** {@return whether another draft tells the same, whatever its event is called} */
    boolean tellsAs(Draft other) {
        return texts.equals(other.texts) && instants.equals(other.instants) && sets.equals(other.sets);
    }

    private static @Nullable Instant latest(Collection<Instant> instants) {
        return instants.isEmpty() ? null : Collections.max(instants);
    }
}
