/**
 * What a team says once, in a file beside its code: {@code .loop.yml}.
 *
 * <p>Start with {@link io.infinityloop.cli.config.ConfigReader}, which makes a
 * {@link io.infinityloop.cli.config.Config} of the file or tells everything that is wrong with it. The file is data and
 * nothing else: no text of it becomes an object of a class that it names, and its size and depth are limited. All
 * values are immutable.
 */
@NullMarked
package io.infinityloop.cli.config;

import org.jspecify.annotations.NullMarked;
