/**
 * Detectors of bad habits: what they find has evidence and says what to do instead. A finding is about a system, never
 * about a person.
 *
 * <p>To look for bad habits, start with {@link io.infinityloop.metrics.finding.Detection}. To write a detector, start
 * with {@link io.infinityloop.metrics.finding.Detectors}, which makes most of them in one line, and hand it over in a
 * {@link io.infinityloop.metrics.finding.DetectorProvider}. The library's own are in one class for each stage.
 *
 * <p>Nothing found is not the same as nothing looked at: {@link io.infinityloop.metrics.finding.Examination} tells.
 * Values are immutable and safe for use by many threads.
 */
@NullMarked
package io.infinityloop.metrics.finding;

import org.jspecify.annotations.NullMarked;
