/** The same metrics as other tools define them, so that a user can see why two tools differ. */
@NullMarked
package io.infinityloop.metrics.preset;

import org.jspecify.annotations.NullMarked;
