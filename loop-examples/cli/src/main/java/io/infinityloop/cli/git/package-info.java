/**
 * The source {@code git}: turns a local clone into events.
 *
 * <p>Start with {@link io.infinityloop.cli.git.GitSource}. The repository is read and nothing else: no hook, filter or
 * program that its configuration names is run, and no configuration outside of it is read.
 */
@NullMarked
package io.infinityloop.cli.git;

import org.jspecify.annotations.NullMarked;
