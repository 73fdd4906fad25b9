/**
 * The command line tool: measures a git repository or an event log, and checks a log against the loop.
 *
 * <p>Start with {@link io.infinityloop.cli.LoopTool}. A command reads {@link io.infinityloop.cli.Inputs}, hands them to
 * the libraries and prints what they give.
 */
@NullMarked
package io.infinityloop.cli;

import org.jspecify.annotations.NullMarked;
