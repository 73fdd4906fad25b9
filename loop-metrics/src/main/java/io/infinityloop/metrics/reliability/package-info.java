/**
 * How well the service runs for its users: availability, errors and speed, objectives and their budgets, and how fast
 * people learn of a failure.
 */
@NullMarked
package io.infinityloop.metrics.reliability;

import org.jspecify.annotations.NullMarked;
