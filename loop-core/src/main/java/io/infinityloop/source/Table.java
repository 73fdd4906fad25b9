package io.infinityloop.source;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.ArtifactKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which {@link Field} stands where in the records of a format, type by type. It is what reads the records, and can be
 * held line by line against the format's documentation. Immutable, safe for use by many threads.
 *
 * <p>The place of a value is a pointer such as {@code /deployment/sha}, or a text with pointers in braces such as
 * {@code {/repository/full_name}/deployments/{/deployment/id}}. A pointer may be followed by what comes before the
 * value within the text that stands there: {@code /ref after refs/heads/}; without it there is no value.
 *
 * @since 0.1
 */
public final class Table {
    private final String name;
    private final String documentation;
    private final Map<String, List<Shape>> shapes;
    private final Set<String> ignored;
    private final SortedMap<String, String> words;
    private final List<String> notes;

    private Table(Builder builder) {
        this.name = builder.name;
        this.documentation = builder.documentation;
        this.shapes = new LinkedHashMap<>();
        for (Shape.Making shape : builder.shapes) {
            for (String type : shape.types()) {
                shapes.computeIfAbsent(type, same -> new ArrayList<>()).add(shape.build(builder));
            }
        }
        this.ignored = Collections.unmodifiableSet(new LinkedHashSet<>(builder.ignored));
        this.words = Collections.unmodifiableSortedMap(new TreeMap<>(builder.words));
        this.notes = List.copyOf(builder.notes);
    }

    /**
     * Begins a table.
     *
     * @param name the name of the format, such as {@code github}
     * @param documentation where the format is described, and which version of it was read
     * @return the builder
     */
    public static Builder of(String name, String documentation) {
        return new Builder(requireNonNull(name, "name"), requireNonNull(documentation, "documentation"));
    }

    /** {@return the name of the format} */
    public String name() {
        return name;
    }

    /** {@return where the format is described} */
    public String documentation() {
        return documentation;
    }

    /**
     * Tells whether records of a type say something about the loop.
     *
     * @param type the type
     * @return whether the table has rows for it
     */
    public boolean reads(String type) {
        return shapes.containsKey(type);
    }

    /**
     * Tells whether a type is known to say nothing about the loop.
     *
     * @param type the type
     * @return whether the table passes over it
     */
    public boolean ignores(String type) {
        return ignored.contains(type);
    }

    /** {@return the rows, in the order in which they were given} */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        shapes.forEach((type, all) -> all.forEach(shape -> rows.addAll(shape.rows(type))));
        return List.copyOf(rows);
    }

    /** {@return the types that say nothing about the loop, in the order in which they were given} */
    public Set<String> ignored() {
        return ignored;
    }

    /** {@return what is read otherwise than the rows say, in sentences} */
    public List<String> notes() {
        return notes;
    }

    /** {@return what the words of this format for an outcome mean, where it is not the usual} */
    public SortedMap<String, String> words() {
        return words;
    }

    /** {@return whether the records of a type tell only a part of the life of a thing of this kind} */
    boolean isFragment(String type, ArtifactKind kind) {
        return shapes.getOrDefault(type, List.of()).stream()
                .anyMatch(shape -> shape.isFragment() && shape.kind().equals(kind));
    }

    /**
     * Reads a record.
     *
     * @param type its type
     * @param record the record
     * @return what it tells, one draft for each thing, in the order of the table; empty if the table does not know the
     *     type
     * @throws RejectedRecordException if a value that must be there is not, or can not be read
     */
    public List<Draft> read(String type, Payload record) throws RejectedRecordException {
        List<Draft> drafts = new ArrayList<>();
        for (Shape shape : shapes.getOrDefault(type, List.of())) {
            for (Payload part : shape.parts(record)) {
                if (shape.applies(part)) {
                    drafts.add(shape.read(part, words));
                }
            }
        }
        return drafts;
    }

    /**
     * A row as a reader sees it.
     *
     * @param type the type of the record
     * @param kind the kind of the thing that it tells of
     * @param field what is told
     * @param places where it stands; the first that is there counts
     * @param condition when the row applies, in words; empty for always
     */
    public record Row(String type, ArtifactKind kind, Field field, List<String> places, String condition) {
        /** Creates the row. */
        public Row {
            places = List.copyOf(places);
        }
    }

    /** Builds a table from top to bottom. Not safe for use by many threads. */
    public static final class Builder {
        private final String name;
        private final String documentation;
        private final List<Shape.Making> shapes = new ArrayList<>();
        private final Set<String> ignored = new LinkedHashSet<>();
        private final Map<String, String> words = new TreeMap<>();
        private final List<String> notes = new ArrayList<>();
        private List<Template> source;
        private List<Template> event = List.of();
        private final List<Shape.Entry> common = new ArrayList<>();

        private Builder(String name, String documentation) {
            this.name = name;
            this.documentation = documentation;
            this.source = List.of(Template.of(name));
        }

        /**
         * Says what the events' source is; the name of the format unless said.
         *
         * @param places texts with pointers in braces, such as {@code github:{^/repository/full_name}}; the first that
         *     has a value counts
         * @return this
         */
        public Builder source(String... places) {
            source = templates(places);
            return this;
        }

        /**
         * Says which id an event has at its source; without one it is named after the thing and the instant. Before the
         * first type it counts for all types.
         *
         * @param places where the id stands; the first that is there counts
         * @return this
         */
        public Builder event(String... places) {
            if (shapes.isEmpty()) {
                event = templates(places);
            } else {
                last().event(templates(places));
            }
            return this;
        }

        /**
         * Says what a word of this format for an outcome means, where it is not the usual.
         *
         * @param word the word as it stands there
         * @param meaning a usual word, such as {@code success}
         * @return this
         */
        public Builder word(String word, String meaning) {
            words.put(word, meaning);
            return this;
        }

        /**
         * Says what the {@linkplain Format#read format} reads otherwise than the rows say, or besides.
         *
         * @param sentence for those who hold the table against the format's documentation
         * @return this
         */
        public Builder note(String sentence) {
            notes.add(sentence);
            return this;
        }

        /**
         * Names types that say nothing about the loop.
         *
         * @param types the types
         * @return this
         */
        public Builder ignore(String... types) {
            ignored.addAll(Arrays.asList(types));
            return this;
        }

        /**
         * Begins the rows of a type, or of several that are alike. A type may have rows for several things.
         *
         * @param kind the kind of the thing that the records tell of
         * @param types the types
         * @return this
         */
        public Builder type(ArtifactKind kind, String... types) {
            shapes.add(new Shape.Making(kind, List.of(types)));
            return this;
        }

        /**
         * Says that the record tells of several things, one for each element of a list. Pointers then start at the
         * element, and with {@code ^} at the record.
         *
         * @param list where the list is
         * @return this
         */
        public Builder each(String list) {
            last().each(Pointer.of(list));
            return this;
        }

        /**
         * Says that the rows apply only to some records.
         *
         * @param place a value
         * @param values what it must be one of; if none is given, it must be there
         * @return this
         */
        public Builder only(String place, String... values) {
            last().only(new Condition(Template.of(place), List.of(values), false));
            return this;
        }

        /**
         * Says that the rows do not apply to some records.
         *
         * @param place a value
         * @param values what it must be none of; if none is given, it must not be there
         * @return this
         */
        public Builder unless(String place, String... values) {
            last().only(new Condition(Template.of(place), List.of(values), true));
            return this;
        }

        /**
         * Says that the records tell only a part of the life of a thing, such as its end without its beginning: what
         * several records tell is put together.
         *
         * @return this
         */
        public Builder fragment() {
            last().fragment();
            return this;
        }

        /**
         * Adds a row. Before the first type it counts for all types.
         *
         * @param field what is told
         * @param places where it stands; the first that is there counts
         * @return this
         */
        public Builder field(Field field, String... places) {
            entries().add(new Shape.Entry(field, templates(places), Condition.ALWAYS));
            return this;
        }

        /**
         * Says that the row before applies only to some records.
         *
         * @param place a value
         * @param values what it must be one of; if none is given, it must be there
         * @return this
         */
        public Builder when(String place, String... values) {
            List<Shape.Entry> entries = entries();
            Shape.Entry row = entries.remove(entries.size() - 1);
            entries.add(row.when(new Condition(Template.of(place), List.of(values), false)));
            return this;
        }

        /** {@return the table} */
        public Table build() {
            return new Table(this);
        }

        private static List<Template> templates(String... places) {
            return Arrays.stream(places).map(Template::of).toList();
        }

        List<Template> source() {
            return source;
        }

        List<Template> event() {
            return event;
        }

        List<Shape.Entry> common() {
            return common;
        }

        private List<Shape.Entry> entries() {
            return shapes.isEmpty() ? common : last().entries();
        }

        private Shape.Making last() {
            if (shapes.isEmpty()) {
                throw new IllegalStateException("no type was begun: call type(…) first");
            }
            return shapes.get(shapes.size() - 1);
        }
    }
}
