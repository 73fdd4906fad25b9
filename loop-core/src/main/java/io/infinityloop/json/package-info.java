/** The wire format: one event a line, as JSON (NDJSON). */
@NullMarked
package io.infinityloop.json;

import org.jspecify.annotations.NullMarked;
