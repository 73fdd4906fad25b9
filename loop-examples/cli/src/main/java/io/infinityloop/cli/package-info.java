/** The command line tool. */
@NullMarked
package io.infinityloop.cli;

import org.jspecify.annotations.NullMarked;
