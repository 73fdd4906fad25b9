/** Delivery metrics as plug-ins. */
@NullMarked
package io.infinityloop.metrics;

import org.jspecify.annotations.NullMarked;
