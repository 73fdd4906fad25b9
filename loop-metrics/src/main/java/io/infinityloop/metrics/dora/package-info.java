/**
 * The metrics of DORA (DevOps Research and Assessment), as its guide defines them.
 *
 * <p>They need deployments to production. Where none are known they are undefined: a release is not taken for a
 * deployment unless the user says that it is one.
 */
@NullMarked
package io.infinityloop.metrics.dora;

import org.jspecify.annotations.NullMarked;
