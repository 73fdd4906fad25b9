package io.infinityloop.picture;

/** The lines and arrow heads of a drawing, as path data. */
final class Strokes {
    /** How long one piece of a smooth line is at most. */
    private static final double PIECE = 30;

    private static final double HEAD = 13;

    private Strokes() {}

    /** {@return a smooth line along a part of a curve} */
    static String along(Curve curve, double from, double to) {
        int pieces = (int) StrictMath.max(1, StrictMath.ceil((to - from) / PIECE));
        double step = (to - from) / pieces;
        StringBuilder data = new StringBuilder("M" + Xml.place(curve.at(from)));
        for (int piece = 0; piece < pieces; piece++) {
            double start = from + piece * step;
            double end = start + step;
            data.append(" C").append(Xml.place(curve.at(start).plus(curve.direction(start), step / 3)));
            data.append(' ').append(Xml.place(curve.at(end).plus(curve.direction(end), -step / 3)));
            data.append(' ').append(Xml.place(curve.at(end)));
        }
        return data.toString();
    }

    /** {@return a bent line between two places, drawn towards a third} */
    static String bent(Point from, Point towards, Point to) {
        return "M" + Xml.place(from) + " Q" + Xml.place(towards) + " " + Xml.place(to);
    }

    /** {@return the place on such a bent line that is a part, from 0 to 1, along it} */
    static Point onBent(Point from, Point towards, Point to, double part) {
        double rest = 1 - part;
        return new Point(0, 0)
                .plus(from, rest * rest)
                .plus(towards, 2 * rest * part)
                .plus(to, part * part);
    }

    /** {@return an arrow head with its point at a place} */
    static String head(Point tip, Point direction) {
        Point back = tip.plus(direction, -HEAD);
        Point side = direction.turned();
        return "M" + Xml.place(tip) + " L" + Xml.place(back.plus(side, HEAD * 0.62)) + " L"
                + Xml.place(back.plus(side, -HEAD * 0.62)) + "Z";
    }
}
