package io.infinityloop.cli.serve;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The requests that are being answered. Safe for use by many threads. */
final class Work {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition quiet = lock.newCondition();
    private int begun;
    private boolean isStopping;

    /** Begins a request; false if no more are begun. */
    boolean begin() {
        lock.lock();
        try {
            begun += isStopping ? 0 : 1;
            return !isStopping;
        } finally {
            lock.unlock();
        }
    }

    void end() {
        lock.lock();
        try {
            begun--;
            quiet.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Lets nothing more begin, and waits until what was begun has ended, but no longer than a time. */
    void stop(Duration patience) {
        long nanos = patience.toNanos();
        lock.lock();
        try {
            isStopping = true;
            while (begun > 0 && nanos > 0) {
                nanos = quiet.awaitNanos(nanos);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
