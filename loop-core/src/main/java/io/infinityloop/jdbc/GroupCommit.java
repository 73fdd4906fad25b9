package io.infinityloop.jdbc;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets threads that append at the same time share a transaction, because what costs is the disk, once for each. One of
 * them does it for all that wait, in the order in which they came, and then the next one; nobody works for the others
 * longer than that.
 */
final class GroupCommit {
    private static final int REQUESTS = 100;
    private static final int EVENTS = 1_000;
    private static final long CHARACTERS = 8_000_000;

    /** How long a leader waits at most for those who were there before. */
    private static final long GATHERING_NANOS = 200_000;

    private final Sessions sessions;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrival = lock.newCondition();
    private final Deque<Member> waiting = new ArrayDeque<>();
    private @Nullable Member leader;

    /** How many were there when the last group was done. */
    private int company;

    GroupCommit(Sessions sessions) {
        this.sessions = sessions;
    }

    /** Those who share a transaction. */
    private static final class Group {
        private final Task leading;
        private final List<Member> members = new ArrayList<>();
        private @Nullable Throwable failure;

        Group(Task leading) {
            this.leading = leading;
        }
    }

    /** A request whose thread waits until its group is done, or it leads one. */
    private static final class Member {
        private final Request request;
        private final Semaphore turn = new Semaphore(0);
        private @Nullable Answer answer;
        private @Nullable Group group;

        Member(Request request) {
            this.request = request;
        }
    }

    /**
     * Appends, and returns when it is durable. If nobody knows whether it was committed, the events are looked for.
     *
     * @throws JournalException if it failed
     */
    Answer commit(Request request) {
        Member member = new Member(request);
        JournalException failure = pass(member);
        Answer answer = member.answer;
        if (failure == null) {
            return requireNonNull(answer, "answer");
        }
        if (failure.isOutcomeUnknown() && answer != null && !answer.appended().isEmpty()) {
            return settled(answer, new Member(request), failure);
        }
        throw failure;
    }

    /** Does it again; finds out in passing whether it was done the first time. */
    private Answer settled(Answer first, Member again, JournalException unknown) {
        JournalException alsoFailed = pass(again);
        if (alsoFailed != null) {
            unknown.addSuppressed(alsoFailed);
            throw unknown;
        }
        Answer second = requireNonNull(again.answer, "answer");
        return second.finds(first) ? first : second;
    }

    /** Waits for a group, or leads one; {@return what failed, null if it is durable} */
    private @Nullable JournalException pass(Member member) {
        try {
            if (!enter(member)) {
                member.turn.acquireUninterruptibly();
            }
            if (member.group == null) {
                lead(member);
            }
        } finally {
            leave(member);
        }
        Group group = requireNonNull(member.group, "group");
        Throwable failure = group.failure;
        if (failure == null) {
            return null;
        }
        Task task = member.request.task();
        return failure instanceof JournalException told
                ? sessions.shared(task, group.leading, told)
                : sessions.abandoned(task, member.answer != null, failure);
    }

    /** {@return whether the member leads} */
    private boolean enter(Member member) {
        lock.lock();
        try {
            waiting.add(member);
            if (leader == null) {
                leader = member;
            } else if (waiting.size() >= company) {
                arrival.signal();
            }
            return leader == member;
        } finally {
            lock.unlock();
        }
    }

    /** However a leader ends, those whom it led go on, and the next one leads. */
    private void leave(Member member) {
        Group led = null;
        lock.lock();
        try {
            if (leader == member) {
                led = member.group;
                company = led == null ? 0 : led.members.size() + waiting.size();
            }
            if (member.group == null) {
                waiting.remove(member);
            }
            if (leader == member) {
                leader = waiting.peek();
                if (leader != null) {
                    leader.turn.release();
                }
            }
        } finally {
            lock.unlock();
        }
        if (led != null) {
            for (Member served : led.members) {
                served.group = led;
                served.turn.release();
            }
        }
    }

    /** An interrupted thread works for others as well as any other, but a pool would refuse it. */
    private void lead(Member member) {
        boolean interrupted = Thread.interrupted();
        Group group = new Group(member.request.task());
        try {
            interrupted |= gather();
            sessions.attempt(group.leading, (session, careful) -> append(group, member, session, careful));
        } catch (JournalException failure) {
            if (group.members.isEmpty()) {
                take(group, member, Thread.currentThread().isInterrupted());
            }
            group.failure = failure;
        } catch (RuntimeException | Error failure) {
            group.failure = failure;
            throw failure;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** {@return whether anything was appended} */
    private boolean append(Group group, Member leading, Session session, boolean careful) throws SQLException {
        if (group.members.isEmpty()) {
            take(group, leading, false);
        }
        List<Request> requests =
                group.members.stream().map(member -> member.request).toList();
        List<Answer> answers = Appending.append(sessions.database(), session, requests, careful);
        boolean appended = false;
        for (int i = 0; i < answers.size(); i++) {
            group.members.get(i).answer = answers.get(i);
            appended |= !answers.get(i).appended().isEmpty();
        }
        return appended;
    }

    /**
     * Gives those who were served together a moment to come back. Else they and those who waited meanwhile would take
     * turns for ever, half of them in each group.
     *
     * @return whether the thread was interrupted
     */
    private boolean gather() {
        lock.lock();
        try {
            long nanos = GATHERING_NANOS;
            while (waiting.size() < Math.min(company, REQUESTS) && nanos > 0) {
                nanos = arrival.awaitNanos(nanos);
            }
            return false;
        } catch (InterruptedException interruption) {
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Takes the leader, who is the first, and those behind it; an interrupted one fails alone. */
    private void take(Group group, Member leading, boolean alone) {
        lock.lock();
        try {
            leading.group = group;
            int most = alone ? 1 : REQUESTS;
            int events = 0;
            long characters = 0;
            while (!waiting.isEmpty() && group.members.size() < most) {
                Request next = waiting.element().request;
                events += next.drafts().size();
                characters += next.characters();
                if ((events > EVENTS || characters > CHARACTERS) && !group.members.isEmpty()) {
                    return;
                }
                group.members.add(waiting.element());
                waiting.remove();
            }
        } finally {
            lock.unlock();
        }
    }
}
