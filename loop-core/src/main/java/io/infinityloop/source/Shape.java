package io.infinityloop.source;

import io.infinityloop.artifact.ArtifactKind;
import io.infinityloop.internal.json.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the records of a type tell of one kind of thing.
 *
 * @param kind the kind
 * @param source where the events' source stands; the first place that has a value counts
 * @param event where the event's id stands; the first place that has a value counts
 * @param each where the list is whose elements are the things; null if the record tells of one
 * @param conditions when it applies
 * @param isFragment whether it is only a part of the life of the thing
 * @param entries the rows
 */
record Shape(
        ArtifactKind kind,
        List<Template> source,
        List<Template> event,
        @Nullable Pointer each,
        List<Condition> conditions,
        boolean isFragment,
        List<Entry> entries) {
    /**
     * A row.
     *
     * @param field what is told
     * @param places where it stands
     * @param condition when it applies
     */
    record Entry(Field field, List<Template> places, Condition condition) {
        Entry when(Condition only) {
            return new Entry(field, places, only);
        }

        /** Adds to a draft what a record tells. */
        void read(Payload record, Map<String, String> words, Draft draft) throws RejectedRecordException {
            if (!condition.equals(Condition.ALWAYS) && !condition.holds(record)) {
                return;
            }
            for (Template place : places) {
                List<String> values = place.values(record);
                if (!values.isEmpty()) {
                    for (String value : values) {
                        draft.put(field, meant(value, words), place.text());
                    }
                    return;
                }
            }
        }

        private String meant(String value, Map<String, String> words) {
            return field == Field.OUTCOME ? words.getOrDefault(value, value) : value;
        }
    }

    List<Payload> parts(Payload record) {
        return each == null ? List.of(record) : record.each(each);
    }

    boolean applies(Payload record) {
        return conditions.stream().allMatch(condition -> condition.holds(record));
    }

    Draft read(Payload record, Map<String, String> words) throws RejectedRecordException {
        Draft draft = Draft.of(kind, id(record));
        draft.from(first(source, record));
        draft.event(first(event, record));
        for (Entry entry : entries) {
            if (entry.field() != Field.ID) {
                entry.read(record, words, draft);
            }
        }
        return draft;
    }

    private String id(Payload record) throws RejectedRecordException {
        for (Entry entry : entries) {
            if (entry.field() == Field.ID && entry.condition().holds(record)) {
                String id = first(entry.places(), record);
                if (!id.isEmpty()) {
                    return id;
                }
            }
        }
        String places = entries.stream()
                .filter(entry -> entry.field() == Field.ID)
                .flatMap(entry -> entry.places().stream())
                .map(Template::text)
                .reduce((one, other) -> one + " or " + other)
                .orElse("");
        throw new RejectedRecordException(Excerpt.of(places), "missing: expected the id of the " + kind);
    }

    private static String first(List<Template> places, Payload record) {
        for (Template place : places) {
            List<String> values = place.values(record);
            if (!values.isEmpty()) {
                return values.get(0);
            }
        }
        return "";
    }

    List<Table.Row> rows(String type) {
        String whole =
                String.join(" and ", conditions.stream().map(Condition::words).toList());
        return entries.stream()
                .map(entry -> new Table.Row(
                        type,
                        kind,
                        entry.field(),
                        entry.places().stream().map(Template::text).toList(),
                        both(whole, entry.condition().words())))
                .toList();
    }

    private static String both(String one, String other) {
        return one.isEmpty() || other.isEmpty() ? one + other : one + " and " + other;
    }

    /** A shape that is being built. Not safe for use by many threads. */
    static final class Making {
        private final ArtifactKind kind;
        private final List<String> types;
        private final List<Entry> entries = new ArrayList<>();
        private final List<Condition> conditions = new ArrayList<>();
        private @Nullable Pointer each;
        private List<Template> event = List.of();
        private boolean fragment;

        Making(ArtifactKind kind, List<String> types) {
            this.kind = kind;
            this.types = types;
        }

        List<String> types() {
            return types;
        }

        List<Entry> entries() {
            return entries;
        }

        void each(Pointer list) {
            each = list;
        }

        void event(List<Template> places) {
            event = places;
        }

        void only(Condition condition) {
            conditions.add(condition);
        }

        void fragment() {
            fragment = true;
        }

        Shape build(Table.Builder table) {
            List<Entry> all = new ArrayList<>(table.common());
            all.addAll(entries);
            return new Shape(
                    kind,
                    table.source(),
                    event.isEmpty() ? table.event() : event,
                    each,
                    List.copyOf(conditions),
                    fragment,
                    List.copyOf(all));
        }
    }
}
