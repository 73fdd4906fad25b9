package io.infinityloop.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page of all formats is what their tables say; run with {@code -Dformats.write=true} to write it again. */
class FormatsPageTest {
    private static final Path PAGE = Path.of("..", ".github", "FORMATS.md");

    private final List<String> lines = new ArrayList<>();

    @Test
    void the_page_lists_every_row_of_every_table() throws IOException {
        String text = page();
        if (Boolean.getBoolean("formats.write")) {
            Files.writeString(PAGE, text, UTF_8);
        }
        assertThat(Files.readString(PAGE, UTF_8)).isEqualTo(text);
    }

    @Test
    void no_type_is_both_read_and_passed_over() {
        for (Format format : Formats.all()) {
            assertThat(format.table().ignored()).noneMatch(format.table()::reads);
            assertThat(format.table().documentation()).isNotBlank();
        }
    }

    @Test
    void each_format_has_a_name_of_its_own() {
        assertThat(Formats.all()).extracting(Format::name).doesNotHaveDuplicates();
        assertThat(Formats.all())
                .allSatisfy(format -> assertThat(Formats.named(format.name())).containsSame(format));
    }

    private String page() {
        add("# The formats that are read");
        add("");
        add("Which field of a thing stands where in the records of each format, as their tables say: this page is");
        add(
                "generated from them. A place is a JSON pointer, in which `*` is each entry of a list and `^` begins at the");
        add("whole record; `after` cuts off what stands before a value; texts in braces are put together. Of several");
        add("places the first that is there counts; of several rows for one field the last that applies.");
        for (Format format : Formats.all()) {
            add("");
            format(format);
        }
        return String.join("\n", lines) + "\n";
    }

    private void format(Format format) {
        Table table = format.table();
        add("## " + format.name());
        add("");
        add(table.documentation() + ".");
        Map<String, List<Table.Row>> things = new LinkedHashMap<>();
        Map<String, LinkedHashSet<String>> types = new LinkedHashMap<>();
        for (Table.Row row : table.rows()) {
            things.computeIfAbsent(row.type() + " " + row.kind(), same -> new ArrayList<>())
                    .add(row);
        }
        things.values()
                .forEach(rows -> types.computeIfAbsent(text(rows), same -> new LinkedHashSet<>())
                        .add(rows.get(0).type()));
        types.forEach((text, names) -> {
            add("");
            add("### " + names.stream().map(FormatsPageTest::code).collect(Collectors.joining(", ")) + " " + text);
        });
        if (!table.notes().isEmpty()) {
            add("");
            table.notes().forEach(note -> add("- " + note));
        }
        list("Passed over", table.ignored().stream().map(FormatsPageTest::code).toList());
        list(
                "Words for an outcome",
                table.words().entrySet().stream()
                        .map(word -> code(word.getKey()) + " is " + word.getValue())
                        .toList());
    }

    private static String text(List<Table.Row> rows) {
        String whole = whole(rows);
        return "→ " + rows.get(0).kind() + "\n\n" + (whole.isEmpty() ? "" : "Only if " + code(whole) + ".\n\n")
                + "| field | places | when |\n|---|---|---|\n"
                + rows.stream().map(row -> row(row, whole)).collect(Collectors.joining("\n"));
    }

    /** What all rows ask for; the shortest condition is that of the whole, if the others begin with it. */
    private static String whole(List<Table.Row> rows) {
        String shortest = rows.stream()
                .map(Table.Row::condition)
                .min(Comparator.comparingInt(String::length))
                .orElseThrow();
        return rows.stream().allMatch(row -> row.condition().startsWith(shortest)) ? shortest : "";
    }

    private static String row(Table.Row row, String whole) {
        String field = row.field().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String places = row.places().stream().map(FormatsPageTest::code).collect(Collectors.joining(", "));
        String when = row.condition().substring(whole.length()).replaceFirst("^ and ", "");
        return "| " + field + " | " + places + " | " + (when.isEmpty() ? "" : code(when)) + " |";
    }

    private void list(String name, List<String> entries) {
        if (!entries.isEmpty()) {
            add("");
            add(name + ": " + String.join(", ", entries) + ".");
        }
    }

    private static String code(String text) {
        return "`" + text.replace("|", "\\|") + "`";
    }

    private void add(String line) {
        lines.add(line);
    }
}
