@NullMarked
package io.infinityloop.cli.serve;

import org.jspecify.annotations.NullMarked;
