/** How work flows round the loop: where it stays, and for how long. */
@NullMarked
package io.infinityloop.metrics.flow;

import org.jspecify.annotations.NullMarked;
