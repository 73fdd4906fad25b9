/**
 * The words of the domain: the eight {@linkplain io.infinityloop.Stage stages}, the
 * {@linkplain io.infinityloop.Transition transitions} between them, the {@linkplain io.infinityloop.Practice practices}
 * that span them, the {@linkplain io.infinityloop.Role roles} of people, and the small values that every other package
 * uses.
 *
 * <p>Start with {@link io.infinityloop.Stage}. Every type is immutable and safe for use by many threads. The package
 * needs nothing but the JDK.
 */
@NullMarked
package io.infinityloop;

import org.jspecify.annotations.NullMarked;
