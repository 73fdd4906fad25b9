/** What several packages of this module share and no user sees: not exported, free to change. */
@NullMarked
package io.infinityloop.internal;

import org.jspecify.annotations.NullMarked;
