/**
 * What a release is called, what is in it and when it leaves: versions, notes, trains.
 *
 * <p>Start with {@link io.infinityloop.release.SemanticVersion}, and with
 * {@link io.infinityloop.release.ConventionalCommit}, which reads what the message of a commit says about its change;
 * {@link io.infinityloop.release.ReleaseNotes} are made of such commits, and say which part of the version they raise.
 * {@link io.infinityloop.release.ReleaseCandidate} is what could be released, and
 * {@link io.infinityloop.release.ReleaseTrain} says when, where that is at a fixed time.
 *
 * <p>Every type is immutable and safe for use by many threads. The package needs nothing but the JDK.
 */
@NullMarked
package io.infinityloop.release;

import org.jspecify.annotations.NullMarked;
