package io.infinityloop.picture;

import java.util.List;
import java.util.stream.IntStream;

/** Names that break pictures which are not escaped. */
final class HostileNames {
    static final List<String> ALL = List.of(
            "Plan-1",
            "say \"hi\"",
            "it's",
            "a --> b",
            "a -.-> b",
            "two\nlines\r\nand a\ttab",
            "right\u202Eto left\u200F",
            "\u05E9\u05DC\u05D5\u05DD",
            "</text><script>alert(1)</script>",
            "]]></desc><svg onload=\"alert(1)\">",
            "<b>bold</b>",
            "&amp; &#60; &lt;",
            "#quot; #35; #60;",
            "\u0000\u0001\u001B[31m\u007F\u0085",
            "half a pair \uD83D",
            "\uDE00 the other half",
            "no character \uFFFE\uFFFF",
            "\uD83D\uDE80 launch",
            "%%{init: {\"theme\": \"dark\"}}%%",
            "%% a comment",
            "end",
            "subgraph",
            "graph",
            "click n1 href \"javascript:alert(1)\"",
            "style n1 fill:red",
            "`**markdown**`",
            "1. a list",
            "- a list",
            "C:\\new\\Name\\",
            "\\N \\G \\L \\E \\\"",
            "a | b",
            "[x] (y) {z} ((w))",
            "}; n1 -> n2; {",
            "/* comment */ // comment",
            "---\ntitle: no",
            ": colon; semicolon",
            "$$x^2$$",
            "\u2028line\u2029paragraph",
            IntStream.range(0, 2000).mapToObj(index -> "very long ").reduce("", String::concat));

    private HostileNames() {}
}
