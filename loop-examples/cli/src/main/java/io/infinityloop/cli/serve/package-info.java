/**
 * The JDK's HTTP server in front of a webhook receiver: limits, answers, and an end that loses nothing. Start with
 * {@link io.infinityloop.cli.serve.LoopServer}.
 */
@NullMarked
package io.infinityloop.cli.serve;

import org.jspecify.annotations.NullMarked;
