package io.infinityloop.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the part of Mermaid's flowcharts that the library writes, line by line, and nothing else. There is no parser of
 * Mermaid for the JVM. The grammar is stricter than Mermaid's: a label is letters, digits, spaces, entities and
 * {@code <br/>}, so that nothing in it can mean anything.
 */
final class MermaidReader {
    private static final String LABEL = "\"((?:[\\p{L}\\p{Nd} ]|#[0-9]+;|<br/>)*+)\"";
    private static final Pattern NODE = Pattern.compile(" {2,4}(n[0-9]+)(?:\\(" + LABEL + "\\)|\\[\\[" + LABEL + "]])");
    private static final Pattern EDGE = Pattern.compile("  (n[0-9]+) (-->|-\\.->)(?:\\|" + LABEL + "\\|)? (n[0-9]+)");
    private static final Pattern GROUP = Pattern.compile("  subgraph g[0-9]+\\[" + LABEL + "]");
    private static final Pattern TITLE = Pattern.compile("title: \"((?:[\\p{L}\\p{Nd} ]|\\\\u[0-9A-F]{4})*+)\"");
    private static final Pattern STYLE = Pattern.compile("  style n[0-9]+ stroke-width:4px(?:,stroke-dasharray:6 4)?");
    private static final Pattern ENTITY = Pattern.compile("#([0-9]+);");
    private static final Pattern UNICODE = Pattern.compile("\\\\u([0-9A-F]{4})");

    private final TreeMap<String, List<String>> nodes = new TreeMap<>();
    private final List<List<String>> edges = new ArrayList<>();
    private final List<List<String>> groups = new ArrayList<>();
    private String title = "";

    MermaidReader(String mermaid) {
        List<String> lines = new ArrayList<>(Arrays.asList(mermaid.split("\n", -1)));
        if (lines.get(0).equals("---")) {
            Matcher heading = match(TITLE, lines.get(1));
            title = decoded(UNICODE, heading.group(1), 16);
            expect(lines.get(2), "---");
            lines.subList(0, 3).clear();
        }
        expect(lines.get(0), "flowchart LR");
        expect(lines.get(lines.size() - 1), "");
        lines.subList(1, lines.size() - 1).forEach(this::read);
    }

    String title() {
        return title;
    }

    SortedMap<String, List<String>> nodes() {
        return nodes;
    }

    List<List<String>> edges() {
        return edges;
    }

    List<List<String>> groups() {
        return groups;
    }

    private void read(String line) {
        Matcher node = NODE.matcher(line);
        Matcher edge = EDGE.matcher(line);
        Matcher group = GROUP.matcher(line);
        if (node.matches()) {
            nodes.put(node.group(1), lines(node.group(2) == null ? node.group(3) : node.group(2)));
        } else if (edge.matches()) {
            edges.add(lines(edge.group(3) == null ? "" : edge.group(3)));
        } else if (group.matches()) {
            groups.add(lines(group.group(1)));
        } else if (!line.equals("  end")) {
            match(STYLE, line);
        }
    }

    private static List<String> lines(String label) {
        return Arrays.stream(label.split("<br/>", -1))
                .map(line -> decoded(ENTITY, line, 10))
                .toList();
    }

    private static String decoded(Pattern escape, String text, int radix) {
        return escape.matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(found.group(1), radix))));
    }

    private static Matcher match(Pattern pattern, String line) {
        Matcher matcher = pattern.matcher(line);
        if (!matcher.matches()) {
            throw new AssertionError("not a line of a flowchart: " + line);
        }
        return matcher;
    }

    private static void expect(String line, String expected) {
        if (!line.equals(expected)) {
            throw new AssertionError("expected '" + expected + "', found: " + line);
        }
    }
}
