package io.infinityloop.source;

import java.io.InputStream;

/** Finds out how a stream is cut into records. */
final class Cutter {
    private Cutter() {}

    static Records of(InputStream in) {
        return new JsonRecords(in);
    }
}
