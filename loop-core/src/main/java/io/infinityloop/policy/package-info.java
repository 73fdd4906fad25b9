/**
 * Rules that judge a deployment before it happens: when, how, with whose word, after which rehearsal.
 *
 * <p>A {@link io.infinityloop.policy.Policy} is data, advisory or strict; asked about a
 * {@link io.infinityloop.policy.Proposal}, it answers with a list of {@link io.infinityloop.policy.PolicyFinding}s. The
 * policies of a product stand in a {@link io.infinityloop.policy.PolicySet}, which becomes a gate of the machine by
 * {@code Gates.policies} of {@code io.infinityloop.gate}.
 *
 * <p>Every type is immutable and safe for use by many threads. The package needs nothing but the JDK, and knows no
 * clock: a proposal says when.
 */
@NullMarked
package io.infinityloop.policy;

import org.jspecify.annotations.NullMarked;
