package io.infinityloop.event;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.Trigger;
import io.infinityloop.internal.Texts;
import java.time.Instant;

/**
 * What every event has, whatever its type. Source and id together name the event: two events with both equal are one
 * event that was delivered twice.
 *
 * @param id names the event within its source, not blank
 * @param source names who reported it, not blank
 * @param at when it happened
 * @param labels short facts to split numbers by
 * @param trigger who or what set it off
 * @since 0.1
 */
public record EventMetadata(String id, String source, Instant at, Labels labels, Trigger trigger) {
    /**
     * Creates the metadata.
     *
     * @throws IllegalArgumentException if id or source is blank or has more than 500 characters
     */
    public EventMetadata {
        Texts.id("event id", id);
        Texts.id("event source", source);
        requireNonNull(at, "at");
        requireNonNull(labels, "labels");
        requireNonNull(trigger, "trigger");
    }

    /**
     * Returns metadata without labels and with an unknown trigger.
     *
     * @param id names the event within its source, not blank
     * @param source names who reported it, not blank
     * @param at when it happened
     * @return the metadata
     * @throws IllegalArgumentException if id or source is blank or has more than 500 characters
     */
    public static EventMetadata of(String id, String source, Instant at) {
        return new EventMetadata(id, source, at, Labels.none(), Trigger.UNKNOWN);
    }

    /**
     * Returns this metadata under another id.
     *
     * @param newId names the event within its source, not blank
     * @return the metadata
     */
    public EventMetadata withId(String newId) {
        return new EventMetadata(newId, source, at, labels, trigger);
    }

    /**
     * Returns this metadata with more labels; where both have a key, the new value counts.
     *
     * @param more the labels to add
     * @return the metadata
     */
    public EventMetadata with(Labels more) {
        return new EventMetadata(id, source, at, labels.with(more), trigger);
    }

    /**
     * Returns this metadata with another trigger.
     *
     * @param newTrigger who or what set the event off
     * @return the metadata
     */
    public EventMetadata with(Trigger newTrigger) {
        return new EventMetadata(id, source, at, labels, newTrigger);
    }

    /** {@return the name of the event among the events of all sources} */
    public EventKey key() {
        return new EventKey(source, id);
    }
}
