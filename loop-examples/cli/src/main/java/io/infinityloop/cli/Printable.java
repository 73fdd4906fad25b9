package io.infinityloop.cli;

import io.infinityloop.metrics.report.Layout;

/** Text of others, made fit to be printed. */
final class Printable {
    private Printable() {}

    /** Returns the text on one line, without anything that a terminal would obey. */
    static String line(String text) {
        return Layout.harmless(text.strip().replaceAll("\\R\\s*", " "));
    }
}
