package io.infinityloop.picture;

/** Draws nodes: a disc with name and note, a ring and a word where something stands, a mark of health. */
final class SvgNodes {
    private static final double NAME_SIZE = 19;
    private static final double NOTE_SIZE = 14;
    private static final double SMALLEST = 9;
    /** How wide a letter is at most, on average, as a part of its height. */
    private static final double LETTER = 0.66;

    private final Layout layout;
    private final StringBuilder out;

    SvgNodes(Layout layout, StringBuilder out) {
        this.layout = layout;
        this.out = out;
    }

    void draw(int index, Node node, String look) {
        Point at = layout.at(index);
        out.append("<g class=\"").append(look).append(state(node)).append("\"><title>");
        out.append(Xml.escaped(SvgText.said(node))).append("</title>");
        circle("disc", at, layout.radius());
        boolean hasNote = !PlainText.line(node.note()).isEmpty();
        fitted("name", node.name(), NAME_SIZE, at, hasNote ? -1 : 6);
        if (hasNote) {
            fitted("note", node.note(), NOTE_SIZE, at, 18);
        }
        if (node.standing() != Node.Standing.EMPTY) {
            circle("ring", at, layout.radius() + 8);
            pill(node.standing().words(), at);
        }
        mark(node.health(), at);
        out.append("</g>\n");
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

    /** Writes a text as large as it fits into the disc; cuts it where it would be too small to be read. */
    private void fitted(String look, String text, double size, Point at, double below) {
        double room = 2 * layout.radius() - 14;
        int columns = StrictMath.max(1, (int) (room / (SMALLEST * LETTER)));
        String shown = PlainText.fitting(text, columns);
        double fitting = StrictMath.min(size, room / (LETTER * StrictMath.max(1, PlainText.columns(shown))));
        out.append("<text class=\"").append(look).append("\" ").append(Xml.xy(at.x(), at.y() + below));
        out.append(" style=\"font-size:").append(Xml.number(fitting)).append("px\">");
        out.append(Xml.escaped(shown)).append("</text>");
    }

    private void pill(String words, Point at) {
        double width = 20 + 7.5 * words.length();
        double y = at.y() + layout.radius() + 8;
        out.append("<rect class=\"pill\" ").append(Xml.xy(at.x() - width / 2, y - 11));
        out.append(" width=\"").append(Xml.number(width)).append("\" height=\"22\" rx=\"11\"/>");
        out.append("<text class=\"word\" ").append(Xml.xy(at.x(), y + 4.5)).append('>');
        out.append(words).append("</text>");
    }

    private void mark(Health health, Point node) {
        Point at = node.plus(new Point(0.72, -0.72), layout.radius() + 2);
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
