/**
 * Pictures of the loop, of a definition and of where a loop stands: Mermaid, DOT and self-contained SVG.
 *
 * <p>Start with {@link io.infinityloop.picture.Picture}: it draws the eight stages. What it draws is a
 * {@link io.infinityloop.picture.Graph}, plain data of {@linkplain io.infinityloop.picture.Node nodes} and
 * {@linkplain io.infinityloop.picture.Edge edges}, which draws any other set of named states as well.
 *
 * <p>The same graph gives the same characters, on every machine and under every locale. A text may hold anything: it is
 * escaped for the format, and what no format can hold (control characters, halves of surrogate pairs, marks that
 * reorder the text around them) is replaced by U+FFFD, a line break by a space.
 *
 * <p>All types are immutable and safe for use by many threads.
 */
@NullMarked
package io.infinityloop.picture;

import org.jspecify.annotations.NullMarked;
