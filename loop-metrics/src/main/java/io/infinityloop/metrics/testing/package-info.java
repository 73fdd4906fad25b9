/** For those who write metrics and detectors of their own: checks of the laws that each must obey. JDK only. */
@NullMarked
package io.infinityloop.metrics.testing;

import org.jspecify.annotations.NullMarked;
