/**
 * Receives webhooks, whatever the web framework: headers and bytes in, events out.
 *
 * <p>A {@link io.infinityloop.webhook.WebhookReceiver} checks the signature over the bytes as they came, refuses what
 * it has received before, reads the rest with the formats of {@code io.infinityloop.source}, and answers only after the
 * events are kept.
 */
@NullMarked
package io.infinityloop.webhook;

import org.jspecify.annotations.NullMarked;
