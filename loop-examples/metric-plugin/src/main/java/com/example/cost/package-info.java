/**
 * What deployments cost: a metric, one that is derived from it, subjects of its own, and a detector.
 *
 * <p>Start with {@link com.example.cost.CostMetrics}.
 */
@NullMarked
package com.example.cost;

import org.jspecify.annotations.NullMarked;
