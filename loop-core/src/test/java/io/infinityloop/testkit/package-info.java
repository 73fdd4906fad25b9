/**
 * What the tests of a tool need that has the loop inside.
 *
 * <p>{@link io.infinityloop.testkit.SettableClock} tells the time that a test sets.
 * {@link io.infinityloop.testkit.JournalContract} is what every journal keeps to: extend it in the test of your own.
 *
 * <p>The package is the {@code tests} jar of {@code loop-core}: depend on it with {@code <type>test-jar</type>} and
 * {@code <scope>test</scope>}, beside JUnit Jupiter, AssertJ and jqwik, which it does not bring along.
 */
@NullMarked
package io.infinityloop.testkit;

import org.jspecify.annotations.NullMarked;
