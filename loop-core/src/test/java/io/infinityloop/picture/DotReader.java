package io.infinityloop.picture;

import guru.nidi.graphviz.model.Link;
import guru.nidi.graphviz.model.MutableGraph;
import guru.nidi.graphviz.model.MutableNode;
import guru.nidi.graphviz.parse.Parser;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads DOT with the parser of graphviz-java, and labels as Graphviz shows them. */
final class DotReader {
    private static final Pattern ESCAPE = Pattern.compile("\\\\(.?)");

    private final MutableGraph graph;

    DotReader(String dot) {
        try {
            graph = new Parser().notValidating().read(dot);
        } catch (IOException | RuntimeException e) {
            throw new AssertionError("not DOT: " + e.getMessage() + "\n" + dot, e);
        }
    }

    List<String> heading() {
        return lines(Objects.toString(graph.graphAttrs().get("label"), ""));
    }

    /** {@return the lines of the label of each node, by the node's identifier} */
    SortedMap<String, List<String>> nodes() {
        TreeMap<String, List<String>> labels = new TreeMap<>();
        collect(graph, labels);
        return labels;
    }

    /** {@return the lines of the labels of the graph's parts, in order} */
    List<List<String>> groups() {
        return graph.graphs().stream()
                .map(part -> lines(Objects.toString(part.graphAttrs().get("label"), "")))
                .toList();
    }

    /** {@return the lines of the labels of all edges, sorted by the identifiers of their ends} */
    List<List<String>> edges() {
        TreeMap<String, List<String>> labels = new TreeMap<>();
        for (Link link : graph.edges()) {
            String ends =
                    Objects.requireNonNull(link.from()).name() + " " + link.to().name();
            labels.put(ends, lines(Objects.toString(link.attrs().get("label"), "")));
        }
        return List.copyOf(labels.values());
    }

    private static void collect(MutableGraph part, SortedMap<String, List<String>> labels) {
        for (MutableNode node : part.nodes()) {
            Object label = node.attrs().get("label");
            if (label != null) {
                labels.put(node.name().toString(), lines(label.toString()));
            }
        }
        part.graphs().forEach(inner -> collect(inner, labels));
    }

    /** Graphviz reads entities first and backslashes then. */
    private static List<String> lines(String label) {
        String text = label.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#92;", "\\")
                .replace("&amp;", "&");
        String shown = ESCAPE.matcher(text).replaceAll(found -> switch (found.group(1)) {
            case "n" -> "\n";
            case "\\" -> "\\\\";
            default -> throw new AssertionError("an escape that means something else: " + found.group());
        });
        return Arrays.asList(shown.split("\n", -1));
    }
}
