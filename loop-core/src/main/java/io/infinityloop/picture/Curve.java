package io.infinityloop.picture;

import java.util.function.DoubleFunction;

/** A closed curve, walked by the length along it, so that equal steps are equal on paper. */
final class Curve {
    private static final int SAMPLES = 2400;

    private final Point[] points = new Point[SAMPLES + 1];
    private final double[] lengths = new double[SAMPLES + 1];

    private Curve(DoubleFunction<Point> shape) {
        points[0] = shape.apply(0);
        for (int index = 1; index <= SAMPLES; index++) {
            points[index] = shape.apply((double) index / SAMPLES);
            lengths[index] = lengths[index - 1] + points[index].distance(points[index - 1]);
        }
    }

    /**
     * Returns a figure eight, Bernoulli's lemniscate stretched upwards. It begins in the crossing, goes round the left
     * half by its upper side, and round the right half by its upper side.
     *
     * @param middle the crossing
     * @param reach how far it goes to the left and to the right
     * @param stretch how much higher it is than Bernoulli's
     */
    static Curve eight(Point middle, double reach, double stretch) {
        return new Curve(part -> {
            double angle = StrictMath.PI / 2 + 2 * StrictMath.PI * part;
            double sine = StrictMath.sin(angle);
            double cosine = StrictMath.cos(angle);
            double scale = reach / (1 + sine * sine);
            return new Point(middle.x() + scale * cosine, middle.y() + scale * stretch * sine * cosine);
        });
    }

    double length() {
        return lengths[SAMPLES];
    }

    /** {@return the place that is so far along the curve; any number, for the curve is closed} */
    Point at(double distance) {
        double wanted = distance - length() * StrictMath.floor(distance / length());
        int low = 0;
        int high = SAMPLES;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (lengths[middle] <= wanted) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double part = (wanted - lengths[low]) / (lengths[high] - lengths[low]);
        Point from = points[low];
        Point to = points[high];
        return new Point(from.x() + part * (to.x() - from.x()), from.y() + part * (to.y() - from.y()));
    }

    /** {@return where the curve is heading, of length 1} */
    Point direction(double distance) {
        return at(distance - 0.5).towards(at(distance + 0.5));
    }
}
