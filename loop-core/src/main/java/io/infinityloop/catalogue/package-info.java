/**
 * What there is to know about the loop, for teachers, learners and tools that explain: typed, from one resource, in the
 * words of this library and with the figures of its sources.
 *
 * <p>Start with {@link io.infinityloop.catalogue.Catalogue#standard()}; {@link io.infinityloop.catalogue.StageEntry} is
 * what it tells of one stage, {@link io.infinityloop.catalogue.Card} the smallest thing to know.
 *
 * <p>Structure and words are apart. A user's own language is a map from keys to texts, given to
 * {@link io.infinityloop.catalogue.Catalogue#in(java.util.Locale, java.util.Map)}; what it lacks stays in English and
 * is listed.
 *
 * <p>Metrics and detectors are named by their ids. All types are immutable and safe for use by many threads. The
 * package needs Jackson.
 */
@NullMarked
package io.infinityloop.catalogue;

import org.jspecify.annotations.NullMarked;
