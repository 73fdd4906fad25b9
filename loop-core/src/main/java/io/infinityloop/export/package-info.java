/**
 * Writes events in formats that others read: {@link io.infinityloop.export.CdEventsWriter},
 * {@link io.infinityloop.export.CsvWriter} and {@link io.infinityloop.export.XesWriter}.
 *
 * <p>What a format has no words for is left out and counted in {@link io.infinityloop.export.Written}, never made up.
 */
@NullMarked
package io.infinityloop.export;

import org.jspecify.annotations.NullMarked;
