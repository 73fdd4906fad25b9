package io.infinityloop.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.infinityloop.artifact.OperationRecord;
import io.infinityloop.event.Recorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubscriptionTest {
    private final Journal journal = InMemoryJournal.empty();
    private final Checkpoints checkpoints = InMemoryCheckpoints.empty();
    private final List<String> heard = new ArrayList<>();

    @Test
    void every_entry_is_heard_in_order_also_those_from_before() {
        append("a", "b", "c");
        Subscription subscription = subscription();
        assertThat(subscription.poll(2)).isEqualTo(2);
        append("d");
        assertThat(subscription.poll(10)).isEqualTo(2);
        assertThat(subscription.poll(10)).isZero();
        assertThat(heard).containsExactly("a", "b", "c", "d");
        assertThat(subscription.position()).isEqualTo(4);
    }

    @Test
    void another_one_of_the_same_name_goes_on_and_one_of_another_name_begins() {
        append("a", "b");
        subscription().poll(1);
        subscription().poll(10);
        assertThat(heard).containsExactly("a", "b");
        Subscription.of("other", journal, checkpoints, entry -> heard.add("other " + id(entry)))
                .poll(10);
        assertThat(heard).containsExactly("a", "b", "other a", "other b");
    }

    @Test
    void after_a_crash_within_the_handler_the_entry_is_heard_again_and_nothing_is_missed() {
        append("a", "b", "c");
        Subscription crashing = Subscription.of("reports", journal, checkpoints, entry -> {
            heard.add(id(entry));
            if (id(entry).equals("b")) {
                throw new IllegalStateException("power failure");
            }
        });
        assertThatIllegalStateException().isThrownBy(() -> crashing.poll(10)).withMessage("power failure");
        assertThat(crashing.position()).isEqualTo(1);
        subscription().poll(10);
        assertThat(heard).containsExactly("a", "b", "b", "c");
    }

    @Test
    void after_a_crash_before_the_checkpoint_the_entry_is_heard_again() {
        append("a", "b");
        Checkpoints losing = new Checkpoints() {
            @Override
            public long position(String subscription) {
                return checkpoints.position(subscription);
            }

            @Override
            public void keep(String subscription, long position) {
                throw new IllegalStateException("disk gone");
            }
        };
        assertThatIllegalStateException()
                .isThrownBy(() -> Subscription.of("reports", journal, losing, entry -> heard.add(id(entry)))
                        .poll(10));
        subscription().poll(10);
        assertThat(heard).containsExactly("a", "b", "a", "b");
    }

    @Test
    void a_checkpoint_is_kept_once_for_each_poll() {
        append("a", "b", "c");
        List<Long> kept = new ArrayList<>();
        Checkpoints counting = new Checkpoints() {
            @Override
            public long position(String subscription) {
                return checkpoints.position(subscription);
            }

            @Override
            public void keep(String subscription, long position) {
                kept.add(position);
                checkpoints.keep(subscription, position);
            }
        };
        Subscription subscription = Subscription.of("reports", journal, counting, entry -> heard.add(id(entry)));
        subscription.poll(2);
        subscription.poll(2);
        subscription.poll(2);
        assertThat(kept).containsExactly(2L, 3L);
        assertThat(heard).containsExactly("a", "b", "c");
    }

    @Test
    void the_handlers_failure_is_told_also_if_the_checkpoint_fails_too() {
        append("a", "b");
        Checkpoints losing = new Checkpoints() {
            @Override
            public long position(String subscription) {
                return 0;
            }

            @Override
            public void keep(String subscription, long position) {
                throw new IllegalStateException("disk gone");
            }
        };
        Subscription failing = Subscription.of("reports", journal, losing, entry -> {
            if (id(entry).equals("b")) {
                throw new IllegalArgumentException("b cannot be read");
            }
        });
        assertThatThrownBy(() -> failing.poll(10))
                .hasMessage("b cannot be read")
                .satisfies(thrown -> assertThat(thrown.getSuppressed())
                        .singleElement()
                        .satisfies(also -> assertThat(also).hasMessage("disk gone")));
    }

    @Test
    void an_entry_that_nobody_can_deal_with_is_passed_over() {
        append("a", "b");
        Subscription subscription = subscription();
        assertThat(subscription.skip()).isTrue();
        subscription.poll(10);
        assertThat(subscription.skip()).isFalse();
        assertThat(heard).containsExactly("b");
    }

    @Test
    void a_limit_is_at_least_one_and_a_name_is_not_blank() {
        Subscription subscription = subscription();
        assertThatIllegalArgumentException().isThrownBy(() -> subscription.poll(0));
        assertThatIllegalArgumentException().isThrownBy(() -> Subscription.of(" ", journal, checkpoints, entry -> {}));
    }

    private Subscription subscription() {
        return Subscription.of("reports", journal, checkpoints, entry -> heard.add(id(entry)));
    }

    private void append(String... ids) {
        for (String id : ids) {
            journal.observe(List.of(Recorded.of(id, "portal", OperationRecord.of(id, Instant.EPOCH, ""))));
        }
    }

    private static String id(Entry entry) {
        return entry.event().id();
    }
}
