package io.infinityloop.source;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A format that foreign records come in. Most formats are a {@link Table} and a way to tell the type of a record; what
 * a table can not say is done to the drafts in {@link #read}. Implementations are immutable and safe for use by many
 * threads.
 *
 * @since 0.1
 */
public interface Format {
    /** {@return which field stands where} */
    Table table();

    /**
     * Tells what type of record this is.
     *
     * @param record the record
     * @return the type as the format's documentation calls it, such as {@code deployment_status}, also if the table
     *     does not know it; empty if the record is not of this format
     */
    Optional<String> type(Payload record);

    /**
     * Reads a record of this format.
     *
     * @param type what {@link #type} said
     * @param record the record
     * @param drafts is given what the record tells, one draft for each thing; none if it tells nothing
     * @throws RejectedRecordException if the record breaks a rule of the format; nothing of it is then used
     */
    default void read(String type, Payload record, Consumer<? super Draft> drafts) throws RejectedRecordException {
        for (Draft draft : table().read(type, record)) {
            drafts.accept(draft);
        }
    }

    /**
     * Tells what a record says that there is and does not tell, such as the commits of a push that it only counts.
     *
     * @param type what {@link #type} said
     * @param record the record
     * @return how many of what, in words; empty if it tells all
     */
    default Map<String, Long> untold(String type, Payload record) {
        return Map.of();
    }

    /**
     * Returns this with other words for incidents, if it is by a word that it tells an incident from other items.
     *
     * @param words the labels, or types of items, of which an incident has at least one; in upper or lower case
     * @return the format; this one if no word makes an incident
     * @throws IllegalArgumentException if there is no word
     */
    default Format withIncidents(String... words) {
        return this;
    }

    /** {@return the name of the format, such as {@code github}, by which it can be chosen} */
    default String name() {
        return table().name();
    }
}
