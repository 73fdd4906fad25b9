/** One and the same story in every format that can tell it. */
@NullMarked
package io.infinityloop.metrics.story;

import org.jspecify.annotations.NullMarked;
