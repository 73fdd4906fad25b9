package io.infinityloop.metrics.link;

/**
 * Makes subjects of one sort out of what is known. It is a pure function: it uses what the derivation tells, keeps
 * nothing between two calls, and emits each subject once.
 *
 * <p>Implementations are safe for use by many threads.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface SubjectProducer {
    /**
     * Emits subjects.
     *
     * @param derivation what is known, and where the subjects go
     */
    void produce(Derivation derivation);
}
