/**
 * Rules and questions over many artifacts: where one came from, what is stored, what is next, what is still open.
 *
 * <p>Start with {@link io.infinityloop.inventory.Lineage}, which says where an artifact came from and what became of
 * it. {@link io.infinityloop.inventory.FeedbackChannel} brings in what users say;
 * {@link io.infinityloop.inventory.InsightQueue} keeps insights until a plan has room for them, and
 * {@link io.infinityloop.inventory.NextPlan} makes plan items of them; whether it helped, a later cycle's measurement
 * tells in an {@link io.infinityloop.inventory.InsightFollowUp}. {@link io.infinityloop.inventory.OpenItems} lists what
 * somebody should have finished, {@link io.infinityloop.inventory.Incidents} tells practice from real ones,
 * {@link io.infinityloop.inventory.Experiments} holds what is tried in the process, and
 * {@link io.infinityloop.inventory.ServiceStatus} is what a dashboard shows. {@link io.infinityloop.inventory.Backlog}
 * says what is next, {@link io.infinityloop.inventory.Iterations} says what is taken on when, and
 * {@link io.infinityloop.inventory.ValueStatement} what work is for. What breaks a rule is a
 * {@link io.infinityloop.inventory.Problem} in an {@link io.infinityloop.inventory.Admission}.
 * {@link io.infinityloop.inventory.ArtifactRepository} keeps what was built, one content a version, and
 * {@link io.infinityloop.inventory.Releases} what was released, one tag each;
 * {@link io.infinityloop.inventory.NotReproducible} finds builds of one source that differ,
 * {@link io.infinityloop.inventory.VersionDrift} environments that run another version than they should;
 * {@link io.infinityloop.inventory.TestReport} says what many test runs mean together.
 *
 * <p>Every type is immutable and safe for use by many threads. The package needs nothing but the JDK.
 */
@NullMarked
package io.infinityloop.inventory;

import org.jspecify.annotations.NullMarked;
