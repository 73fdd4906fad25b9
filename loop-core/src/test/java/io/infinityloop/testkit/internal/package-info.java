/**
 * Rules of this house that the tests of its modules share. Not for users: it changes whenever the house does.
 *
 * <p>{@link io.infinityloop.testkit.internal.HouseRules} needs ArchUnit on top of what the kit needs.
 */
@NullMarked
package io.infinityloop.testkit.internal;

import org.jspecify.annotations.NullMarked;
