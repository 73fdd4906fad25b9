package io.infinityloop.source;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.infinityloop.internal.json.Excerpt;
import io.infinityloop.internal.json.Limits;
import io.infinityloop.internal.json.Utf8;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a table as RFC 4180 writes them, with commas, semicolons or tabs. The first row has the names of
 * the fields; each row after it is a record of texts. A row that is broken costs itself only, a broken header
 * everything.
 */
final class CsvRecords implements Records {
    private static final int COLUMNS = 1_000;

    private final CsvCut cut;
    private List<String> names = List.of();
    private boolean isClosed;
    private long number;

    private CsvRecords(InputStream in, long line) {
        this.cut = new CsvCut(in, line);
    }

    /** {@return the rows of a stream whose first byte is in a line} */
    static CsvRecords of(InputStream in, long firstLine) {
        return new CsvRecords(in, firstLine);
    }

    @Override
    public @Nullable Cut next() throws IOException {
        while (!isClosed && cut.next()) {
            byte[] raw = cut.row();
            if (raw.length == 0) {
                continue;
            }
            if (!names.isEmpty()) {
                number++;
                return row(raw);
            }
            Cut problem = header(raw);
            if (problem != null) {
                number++;
                isClosed = true;
                return problem;
            }
        }
        return null;
    }

    private @Nullable Cut header(byte[] raw) {
        String broken = problem(raw);
        if (broken == null) {
            byte separator = CsvText.separator(raw);
            cut.separate(separator);
            List<String> read = CsvText.fields(text(raw), (char) separator).stream()
                    .map(String::strip)
                    .toList();
            broken = problem(read);
            names = read;
        }
        return broken == null ? null : broken("", "no row can be read: " + broken, raw);
    }

    private static @Nullable String problem(List<String> names) {
        if (names.size() > COLUMNS) {
            return "the header has " + names.size() + " columns, at most " + COLUMNS + " are accepted";
        }
        Set<String> known = new HashSet<>();
        for (String name : names) {
            if (name.isEmpty() || name.length() > Limits.NAME_CHARACTERS) {
                return "column " + (known.size() + 1) + " of the header has no name of 1 to " + Limits.NAME_CHARACTERS
                        + " characters";
            }
            if (!known.add(name)) {
                return "the header has the name " + Excerpt.of(name) + " twice: expected each once";
            }
        }
        return null;
    }

    private Cut row(byte[] raw) {
        String problem = problem(raw);
        if (problem != null) {
            return broken("", problem, raw);
        }
        List<String> fields = CsvText.fields(text(raw), (char) cut.separator());
        if (fields.size() != names.size()) {
            return broken("", "the row has " + fields.size() + " fields: the header has " + names.size(), raw);
        }
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).length() > Limits.TEXT_CHARACTERS) {
                return broken(
                        Pointer.to(names.get(i)),
                        "the text is too long: at most " + Limits.TEXT_CHARACTERS + " characters are accepted",
                        raw);
            }
            tree.put(names.get(i), fields.get(i));
        }
        return new Cut.Whole(new Payload(new Payload.Place(number, cut.line(), raw, Map.of()), tree));
    }

    private @Nullable String problem(byte[] raw) {
        if (cut.problem() != null) {
            return cut.problem();
        }
        int invalid = Utf8.firstInvalid(raw, 0, raw.length);
        return invalid < 0 ? null : "byte " + (invalid + 1) + " of the row is not UTF-8";
    }

    private static String text(byte[] raw) {
        return new String(raw, StandardCharsets.UTF_8);
    }

    private Cut broken(String field, String problem, byte[] raw) {
        return new Cut.Broken(new Leftover(
                Leftover.Cause.REJECTED, Math.max(1, number), cut.line(), "", Excerpt.of(field), problem, raw));
    }
}
