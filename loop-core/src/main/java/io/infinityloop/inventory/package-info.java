/**
 * Rules and questions over many artifacts: where one came from, what is stored, what is next, what is still open.
 *
 * <p>{@link io.infinityloop.inventory.ArtifactRepository} keeps what was built, one content a version;
 * {@link io.infinityloop.inventory.NotReproducible} finds builds of one source that differ;
 * {@link io.infinityloop.inventory.TestReport} says what many test runs mean together.
 */
@NullMarked
package io.infinityloop.inventory;

import org.jspecify.annotations.NullMarked;
