package io.infinityloop.picture;

/** Draws nodes: a disc with name and note, a ring and a word where something stands, a mark of health. */
final class SvgNodes {
    private static final double NAME_SIZE = 19;
    private static final double NOTE_SIZE = 14;
    private static final double SMALLEST = 9;
    /** How wide a letter is at most, on average, as a part of its height. */
    private static final double LETTER = 0.66;

    private final StringBuilder out;

    SvgNodes(StringBuilder out) {
        this.out = out;
    }

    /** Draws a node as a disc. */
    void disc(Point at, double radius, Node node, String look) {
        begin(node, look);
        circle("disc", at, radius);
        words(node, at, 2 * radius - 14);
        if (node.standing() != Node.Standing.EMPTY) {
            circle("ring", at, radius + 8);
            pill(node.standing().words(), new Point(at.x(), at.y() + radius + 8));
        }
        mark(node.health(), at.plus(new Point(0.72, -0.72), radius + 2));
        out.append("</g>\n");
    }

    /** Draws a node as a box of a ladder. */
    void box(Ladder.Box box, Node node) {
        begin(node, "a");
        boolean isEmpty = node.standing() == Node.Standing.EMPTY;
        rectangle("disc", box, 0);
        Point middle = new Point((Ladder.LEFT + Ladder.RIGHT) / 2, box.middle() - (isEmpty ? 0 : 5));
        words(node, middle, Ladder.RIGHT - Ladder.LEFT - 20);
        if (!isEmpty) {
            rectangle("ring", box, 5);
            pill(node.standing().words(), new Point(Ladder.LEFT + 52, box.bottom() + 2));
        }
        mark(node.health(), new Point(Ladder.LEFT + 4, box.top() + 2));
        out.append("</g>\n");
    }

    private void begin(Node node, String look) {
        out.append("<g class=\"").append(look).append(state(node)).append("\"><title>");
        out.append(Xml.escaped(SvgText.said(node))).append("</title>");
    }

    private void words(Node node, Point at, double room) {
        boolean hasNote = !PlainText.line(node.note()).isEmpty();
        fitted("name", node.name(), NAME_SIZE, new Point(at.x(), at.y() + (hasNote ? -1 : 6)), room);
        if (hasNote) {
            fitted("note", node.note(), NOTE_SIZE, new Point(at.x(), at.y() + 18), room);
        }
    }

    private void rectangle(String look, Ladder.Box box, double beyond) {
        out.append("<rect class=\"").append(look).append("\" ");
        out.append(Xml.xy(Ladder.LEFT - beyond, box.top() - beyond)).append(" width=\"");
        out.append(Xml.number(Ladder.RIGHT - Ladder.LEFT + 2 * beyond)).append("\" height=\"");
        out.append(Xml.number(box.height() + 2 * beyond)).append("\" rx=\"");
        out.append(Xml.number(14 + beyond)).append("\"/>");
    }

    private static String state(Node node) {
        return switch (node.standing()) {
            case EMPTY -> "";
            case HERE -> " here";
            case RETIRED -> " retired";
        };
    }

    private void circle(String look, Point at, double radius) {
        out.append("<circle class=\"").append(look).append("\" cx=\"").append(Xml.number(at.x()));
        out.append("\" cy=\"").append(Xml.number(at.y())).append("\" r=\"");
        out.append(Xml.number(radius)).append("\"/>");
    }

    /** Writes a text as large as it fits into the node; cuts it where it would be too small to be read. */
    private void fitted(String look, String text, double size, Point at, double room) {
        int columns = StrictMath.max(1, (int) (room / (SMALLEST * LETTER)));
        String shown = PlainText.fitting(text, columns);
        double fitting = StrictMath.min(size, room / (LETTER * StrictMath.max(1, PlainText.columns(shown))));
        out.append("<text class=\"").append(look).append("\" ").append(Xml.xy(at.x(), at.y()));
        out.append(" style=\"font-size:").append(Xml.number(fitting)).append("px\">");
        out.append(Xml.escaped(shown)).append("</text>");
    }

    private void pill(String words, Point at) {
        double width = 20 + 7.5 * words.length();
        double y = at.y();
        out.append("<rect class=\"pill\" ").append(Xml.xy(at.x() - width / 2, y - 11));
        out.append(" width=\"").append(Xml.number(width)).append("\" height=\"22\" rx=\"11\"/>");
        out.append("<text class=\"word\" ").append(Xml.xy(at.x(), y + 4.5)).append('>');
        out.append(words).append("</text>");
    }

    private void mark(Health health, Point at) {
        switch (health) {
            case UNKNOWN -> {}
            case GOOD -> {
                circle("mark good", at, 13);
                sign(at, "m-6 1l4 4l8 -9");
            }
            case WARNING -> {
                path("mark warning", at, "m0 -16l16 28h-32z");
                sign(at, "m0 -6v8m0 6v.1");
            }
            case BAD -> {
                path("mark bad", at, "m-12.5 -12.5h25v25h-25z");
                sign(at, "m-5 -5l10 10m0 -10l-10 10");
            }
        }
    }

    private void sign(Point at, String steps) {
        path("sign", at, steps);
    }

    private void path(String look, Point at, String steps) {
        out.append("<path class=\"").append(look).append("\" d=\"M").append(Xml.place(at));
        out.append(steps).append("\"/>");
    }
}
