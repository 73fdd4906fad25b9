package io.infinityloop.testkit;

/** What a journey does next, whatever stage it is in; {@code back} says how far a return goes. */
record Step(Kind kind, int back, int minutes) {
    enum Kind {
        ADVANCE,
        RETURN,
        RED_THEN_GREEN
    }
}
