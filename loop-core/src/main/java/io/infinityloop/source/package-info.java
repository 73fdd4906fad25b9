/**
 * Reads what teams already have, and turns it into events of the loop: CDEvents, the webhooks of forges, incidents,
 * test reports, and a minimal form for everything else.
 *
 * <pre>
 * bytes ─▶ Payload ─▶ Format, by its Table ─▶ Draft ─▶ LoopEvent
 * </pre>
 *
 * <p>{@link io.infinityloop.source.SourceReader} is the one reading path. A {@link io.infinityloop.source.Format} tells
 * what type of record it is given and says in a {@link io.infinityloop.source.Table} which
 * {@link io.infinityloop.source.Field} stands where; it never makes an event itself. What could not be read is counted
 * in the {@link io.infinityloop.source.Reading} and can be kept as it came.
 *
 * <p>Names, logins and addresses of people are not read. What a format does not tell is left out, never filled in.
 */
@NullMarked
package io.infinityloop.source;

import org.jspecify.annotations.NullMarked;
