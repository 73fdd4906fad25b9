package io.infinityloop.jdbc;

import org.jspecify.annotations.Nullable;

/** An event that is to be inserted. */
record NewRow(long position, @Nullable String loop, long revision, Draft.Key key, String line, String hash) {}
