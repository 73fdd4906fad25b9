/**
 * Questions about telemetry: what a log says, which service calls which, what is not watched, who is to hear of it.
 *
 * <p>The telemetry itself is {@link io.infinityloop.artifact.Measurement}. {@link io.infinityloop.telemetry.LogParser}
 * makes measurements of the lines of a log; {@link io.infinityloop.telemetry.ServiceGraph} makes a picture of who calls
 * whom of traces, and says what a change may break; {@link io.infinityloop.telemetry.MonitoringPlan} lists what is
 * watched and what is not; {@link io.infinityloop.telemetry.SignalRouting} sends a signal to the role that owns the
 * service.
 *
 * <p>All types are immutable and safe for use by many threads. The package needs nothing but the JDK.
 */
@NullMarked
package io.infinityloop.telemetry;

import org.jspecify.annotations.NullMarked;
