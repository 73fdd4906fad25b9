/** Reads the JSON of strangers within known limits, and says in our words what is wrong with it. Not exported. */
@NullMarked
package io.infinityloop.internal.json;

import org.jspecify.annotations.NullMarked;
