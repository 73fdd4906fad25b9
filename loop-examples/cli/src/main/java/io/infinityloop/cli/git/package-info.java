/**
 * The source {@code git}: turns a local clone into events.
 *
 * <p>Start with {@link io.infinityloop.cli.git.GitSource}. The repository is read and nothing else: no hook, filter or
 * program that its configuration names is run, and no configuration is read that is neither in it nor included by it.
 * Nothing is written.
 */
@NullMarked
package io.infinityloop.cli.git;

import org.jspecify.annotations.NullMarked;
