/**
 * From events to subjects: what metrics are computed over.
 *
 * <p>Start with {@link io.infinityloop.metrics.link.Linker}. {@link io.infinityloop.metrics.link.Facts} are a set of
 * events that can be united in any order; the linker puts together what belongs together (a change with the release and
 * the deployment that delivered it) and emits self-contained {@linkplain io.infinityloop.metrics.link.Subject
 * subjects}.
 *
 * <p>Every type is immutable and safe for use by many threads.
 */
@NullMarked
package io.infinityloop.metrics.link;

import org.jspecify.annotations.NullMarked;
