package io.infinityloop.source;

/** What was cut from a stream. */
sealed interface Cut {
    /**
     * A record that can be read.
     *
     * @param payload the record
     */
    record Whole(Payload payload) implements Cut {}

    /**
     * What is no record.
     *
     * @param leftover what is wrong with it
     */
    record Broken(Leftover leftover) implements Cut {}
}
