package io.infinityloop.picture;

/** The escaping and the numbers of SVG. */
final class Xml {
    private Xml() {}

    /** {@return a text as XML holds it, between tags or in quotes} */
    static String escaped(String text) {
        return PlainText.line(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** {@return a number with at most one decimal, the same under every locale} */
    static String number(double value) {
        long tenths = StrictMath.round(value * 10);
        String sign = tenths < 0 ? "-" : "";
        long size = Math.abs(tenths);
        return sign + size / 10 + (size % 10 == 0 ? "" : "." + size % 10);
    }

    /** {@return a place as two numbers} */
    static String place(Point point) {
        return number(point.x()) + " " + number(point.y());
    }

    /** {@return a place as the attributes of a text} */
    static String xy(double x, double y) {
        return "x=\"" + number(x) + "\" y=\"" + number(y) + "\"";
    }
}
