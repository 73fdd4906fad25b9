package io.infinityloop.cli.config;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads a YAML document of another's hand: texts, lists, keys and values, and nothing else. Tags, anchors and aliases
 * are refused, so that nothing in it grows or becomes an object. Not safe for use by many threads.
 */
final class Yaml {
    /** How large a file may be, in bytes. */
    static final int MOST_BYTES = 256 * 1024;

    private static final int MOST_DEPTH = 8;

    private final Problems problems;
    private final Iterator<Event> events;

    private Yaml(Problems problems, Iterator<Event> events) {
        this.problems = problems;
        this.events = events;
    }

    /**
     * Reads the one document of a file; empty if it holds nothing but comments.
     *
     * @throws ConfigException if it is no such document
     */
    static Optional<Node> read(byte[] bytes, Problems problems) throws ConfigException {
        if (bytes.length > MOST_BYTES) {
            throw problems.with(0, "the file is larger than " + MOST_BYTES / 1024 + " KiB, which is read at most");
        }
        LoadSettings settings = LoadSettings.builder()
                .setLabel("file")
                .setCodePointLimit(MOST_BYTES)
                .build();
        try {
            Iterator<Event> events =
                    new Parse(settings).parseString(text(bytes, problems)).iterator();
            return new Yaml(problems, events).document();
        } catch (MarkedYamlEngineException wrong) {
            int line = wrong.getProblemMark().map(Mark::getLine).orElse(-1) + 1;
            throw problems.with(line, "this is no YAML: " + wrong.getProblem() + hint(wrong.getProblem()));
        } catch (ReaderException wrong) {
            throw problems.with(
                    0, String.format(Locale.ROOT, "the character U+%04X is not allowed in YAML", wrong.getCodePoint()));
        } catch (YamlEngineException wrong) {
            throw problems.with(0, "this is no YAML: " + wrong.getMessage());
        }
    }

    /** Two mistakes that everybody makes. */
    private static String hint(@Nullable String problem) {
        String told = String.valueOf(problem);
        if (told.contains("TAB")) {
            return "; indent with spaces";
        }
        return told.contains("indentation indicators") ? "; put what begins with > into quotes, as in '>= 95 %'" : "";
    }

    private static String text(byte[] bytes, Problems problems) throws ConfigException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException other) {
            throw problems.with(line(bytes), "the file is not in UTF-8: save it as UTF-8");
        }
    }

    /** The line of the first byte that is no UTF-8. */
    private static int line(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        return 1
                + (int) out.flip()
                        .chars()
                        .filter(character -> character == '\n')
                        .count();
    }

    private Optional<Node> document() throws ConfigException {
        events.next();
        if (events.next().getEventId() == Event.ID.StreamEnd) {
            return Optional.empty();
        }
        Node root = node(events.next(), 0);
        events.next();
        Event end = events.next();
        if (end.getEventId() != Event.ID.StreamEnd) {
            throw problems.with(line(end), "a second document begins here, expected one");
        }
        return root instanceof Node.Text text && text.isNothing() ? Optional.empty() : Optional.of(root);
    }

    private Node node(Event event, int depth) throws ConfigException {
        int line = line(event);
        if (event instanceof AliasEvent) {
            throw problems.with(line, "aliases such as *name are not read here: write out what is meant");
        }
        if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            throw problems.with(line, "anchors such as &name are not read here: leave it out");
        }
        Optional<String> tag = tag(event);
        if (tag.isPresent()) {
            throw problems.with(line, "tags such as " + tag.get() + " are not read here: leave it out");
        }
        if (depth > MOST_DEPTH) {
            throw problems.with(line, "nothing here is more than " + MOST_DEPTH + " levels deep");
        }
        if (event instanceof ScalarEvent scalar) {
            return new Node.Text(line, scalar.getValue(), scalar.isPlain());
        }
        return event.getEventId() == Event.ID.SequenceStart ? items(line, depth) : entries(line, depth);
    }

    private static Optional<String> tag(Event event) {
        if (event instanceof ScalarEvent scalar) {
            return scalar.getTag();
        }
        return event instanceof CollectionStartEvent collection ? collection.getTag() : Optional.empty();
    }

    private Node items(int line, int depth) throws ConfigException {
        List<Node> nodes = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            nodes.add(node(event, depth + 1));
        }
        return new Node.Items(line, Collections.unmodifiableList(nodes));
    }

    private Node entries(int line, int depth) throws ConfigException {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            Node key = node(event, depth + 1);
            Node value = node(events.next(), depth + 1);
            if (!(key instanceof Node.Text text)) {
                throw problems.with(key.line(), "a key is " + key.what() + ", expected a text");
            }
            Node.Entry earlier = entries.putIfAbsent(text.text(), new Node.Entry(key.line(), value));
            if (earlier != null) {
                problems.add(
                        key.line(),
                        "",
                        "'" + Part.shortened(text.text()) + "' stands in line " + earlier.line() + " already");
            }
        }
        return new Node.Entries(line, Collections.unmodifiableMap(entries));
    }

    private static int line(Event event) {
        return event.getStartMark().map(Mark::getLine).orElse(-1) + 1;
    }
}
