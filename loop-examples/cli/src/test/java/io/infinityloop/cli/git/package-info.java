/** Tests of the source {@code git}, on repositories that are made on the spot. */
@NullMarked
package io.infinityloop.cli.git;

import org.jspecify.annotations.NullMarked;
