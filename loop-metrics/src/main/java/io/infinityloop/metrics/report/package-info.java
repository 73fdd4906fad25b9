/**
 * Writes results for people and for tools. A renderer never computes: it shows what an
 * {@link io.infinityloop.metrics.Analysis} found.
 *
 * <p>Start with {@link io.infinityloop.metrics.report.Report}. The output depends on the report alone: no clock, no
 * locale, no default zone.
 */
@NullMarked
package io.infinityloop.metrics.report;

import org.jspecify.annotations.NullMarked;
