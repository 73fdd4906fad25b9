/**
 * Rules and questions over many artifacts: where one came from, what is stored, what is next, what is still open.
 *
 * <p>Start with {@link io.infinityloop.inventory.Lineage}, which says where an artifact came from and what became of
 * it. {@link io.infinityloop.inventory.FeedbackChannel} brings in what users say;
 * {@link io.infinityloop.inventory.InsightQueue} keeps insights until a plan has room for them, and
 * {@link io.infinityloop.inventory.NextPlan} makes plan items of them. {@link io.infinityloop.inventory.OpenItems}
 * lists what somebody should have finished, {@link io.infinityloop.inventory.Incidents} tells practice from real ones,
 * {@link io.infinityloop.inventory.Experiments} holds what is tried in the process, and
 * {@link io.infinityloop.inventory.ServiceStatus} is what a dashboard shows.
 *
 * <p>Every type is immutable and safe for use by many threads. The package needs nothing but the JDK.
 */
@NullMarked
package io.infinityloop.inventory;

import org.jspecify.annotations.NullMarked;
