package io.infinityloop.journal;

/**
 * Keeps how far each subscription has read. What is kept survives whatever the implementation says that it survives; a
 * position that is lost means that entries are heard again, never that one is missed.
 *
 * <p>Implementations are safe for use by many threads.
 *
 * @since 0.1
 */
public interface Checkpoints {
    /**
     * Returns how far a subscription has read.
     *
     * @param subscription the name of the subscription
     * @return the position of the last entry that was dealt with; 0 if nothing was
     */
    long position(String subscription);

    /**
     * Keeps how far a subscription has read.
     *
     * @param subscription the name of the subscription
     * @param position the position of the last entry that was dealt with
     */
    void keep(String subscription, long position);
}
