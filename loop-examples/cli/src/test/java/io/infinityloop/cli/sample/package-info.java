/** The sample log: how it is made, and what it must say. */
@NullMarked
package io.infinityloop.cli.sample;

import org.jspecify.annotations.NullMarked;
