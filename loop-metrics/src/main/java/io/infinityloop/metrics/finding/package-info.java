/**
 * Detectors of bad habits: what they find has evidence and says what to do instead. A finding is about a system, never
 * about a person.
 */
@NullMarked
package io.infinityloop.metrics.finding;

import org.jspecify.annotations.NullMarked;
