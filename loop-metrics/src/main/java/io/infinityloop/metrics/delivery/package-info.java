/** How software is delivered: releases, what is in them, and what waits for one. */
@NullMarked
package io.infinityloop.metrics.delivery;

import org.jspecify.annotations.NullMarked;
