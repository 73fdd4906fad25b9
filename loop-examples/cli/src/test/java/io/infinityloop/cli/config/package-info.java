/** Tests of what a team says in a file beside its code. */
@NullMarked
package io.infinityloop.cli.config;

import org.jspecify.annotations.NullMarked;
