package io.infinityloop.picture;

/** A place, or a direction, in a drawing: x to the right, y downwards. */
record Point(double x, double y) {
    Point plus(Point other, double times) {
        return new Point(x + times * other.x, y + times * other.y);
    }

    /** {@return the direction to another place, of length 1; to the right if it is the same place} */
    Point towards(Point other) {
        double dx = other.x - x;
        double dy = other.y - y;
        double length = StrictMath.sqrt(dx * dx + dy * dy);
        return length == 0 ? new Point(1, 0) : new Point(dx / length, dy / length);
    }

    double distance(Point other) {
        return StrictMath.sqrt((other.x - x) * (other.x - x) + (other.y - y) * (other.y - y));
    }

    /** {@return this direction turned by a right angle, clockwise as it is seen} */
    Point turned() {
        return new Point(-y, x);
    }
}
