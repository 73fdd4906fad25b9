package io.infinityloop.metrics.link;

import static io.infinityloop.metrics.Log.at;
import static io.infinityloop.metrics.Log.build;
import static io.infinityloop.metrics.Log.commit;
import static io.infinityloop.metrics.Log.deployed;
import static io.infinityloop.metrics.Log.derive;
import static io.infinityloop.metrics.Log.labelled;
import static io.infinityloop.metrics.Log.release;
import static io.infinityloop.metrics.link.Joined.deployments;
import static io.infinityloop.metrics.link.Joined.releases;
import static io.infinityloop.metrics.link.Joined.sizes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.infinityloop.Labels;
import io.infinityloop.event.EventKey;
import io.infinityloop.event.LoopEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** With which release and which deployment a change came first. */
class FirstDeliveryTest {
    @Test
    void of_a_commit_is_the_first_release_that_names_it() {
        Derived derived = derive(
                commit("a", 1), commit("b", 2), release("v1", 3, "commit:a"), release("v2", 4, "commit:a", "commit:b"));
        assertThat(releases(derived)).containsExactly(entry("a", "v1"), entry("b", "v2"));
        assertThat(sizes(derived)).containsExactly(entry("v1", 1L), entry("v2", 1L));
    }

    @Test
    void is_found_through_release_and_build() {
        Derived derived = derive(
                commit("a", 1),
                build("b1", 2, "commit:a"),
                release("v1", 3, "build:b1"),
                deployed("d1", 4, "release:v1"));
        assertThat(releases(derived)).containsExactly(entry("a", "v1"));
        assertThat(deployments(derived)).containsExactly(entry("a", "d1"));
    }

    @Test
    void is_only_what_is_listed_where_the_release_says_so() {
        Derived derived = derive(
                commit("a", 1),
                commit("b", 2, "a"),
                commit("c", 3, "b"),
                labelled(release("v1", 5, "commit:c"), Labels.CONTENTS, "listed"),
                deployed("d1", 6, "release:v1"),
                deployed("d2", 7, "commit:b"));
        assertThat(releases(derived)).containsExactly(entry("a", "-"), entry("b", "-"), entry("c", "v1"));
        assertThat(deployments(derived)).containsExactly(entry("a", "d2"), entry("b", "d2"), entry("c", "d1"));
    }

    @Test
    void is_found_through_the_parents_of_commits() {
        Derived derived = derive(
                commit("a", 1),
                commit("b", 2, "a"),
                commit("c", 3, "b"),
                commit("d", 4, "c"),
                release("v1", 5, "commit:b"),
                release("v2", 6, "commit:c"));
        assertThat(releases(derived))
                .containsExactly(entry("a", "v1"), entry("b", "v1"), entry("c", "v2"), entry("d", "-"));
    }

    /**
     * Two lines that part after b:
     *
     * <pre>
     * a ─ b ─ c ─ d      2.0 holds d
     *      └─ e          1.1 holds e, later than 2.0
     * </pre>
     */
    @Test
    void counts_in_each_of_two_release_lines() {
        Derived derived = derive(
                commit("a", 1),
                commit("b", 2, "a"),
                commit("c", 3, "b"),
                commit("d", 4, "c"),
                commit("e", 5, "b"),
                release("1.0", 2.5, "commit:b"),
                release("2.0", 6, "commit:d"),
                release("1.1", 7, "commit:e"));
        assertThat(sizes(derived)).containsExactly(entry("1.0", 2L), entry("1.1", 1L), entry("2.0", 2L));
        assertThat(releases(derived)).containsEntry("e", "1.1").containsEntry("d", "2.0");
    }

    @Test
    void holds_merge_commits_but_does_not_count_them_as_changes() {
        Derived derived =
                derive(commit("a", 1), commit("b", 2), commit("m", 3, "a", "b"), release("v1", 4, "commit:m"));
        assertThat(sizes(derived)).containsExactly(entry("v1", 2L));
        assertThat(derived.subjects(Change.class))
                .filteredOn(Change::merge)
                .extracting(Change::commit)
                .containsExactly("m");
    }

    @Test
    void keeps_the_events_that_it_was_found_by() {
        Derived derived = derive(commit("a", 1), release("v1", 2, "commit:a"), deployed("d1", 3, "release:v1"));
        assertThat(derived.subjects(Change.class).get(0).evidence())
                .extracting(EventKey::id)
                .containsExactly("commit:a@" + at(1), "release:v1@" + at(2), "deployment:d1@" + at(3));
    }

    @Test
    void may_be_marked_as_baseline() {
        Derived derived = derive(
                commit("a", 1),
                labelled(release("v1", 2, "commit:a"), Labels.BASELINE, "history before v1"),
                release("v2", 3));
        assertThat(derived.subjects(Released.class))
                .extracting(Released::baseline)
                .containsExactly(true, false);
        assertThat(derived.subjects(Change.class))
                .extracting(Change::released)
                .containsExactly(new Delivery("v1", at(2), true));
    }

    @Test
    void of_a_long_history_is_found_without_recursion() {
        int length = 200_000;
        List<LoopEvent> events = new ArrayList<>();
        IntStream.range(0, length)
                .forEach(i -> events.add(i == 0 ? commit("c0", 0) : commit("c" + i, i, "c" + (i - 1))));
        events.add(release("v1", length, "commit:c" + (length - 1)));
        events.add(deployed("d1", length, "release:v1"));
        Derived derived = Linker.derive(Facts.of(events), Instant.MAX);
        assertThat(sizes(derived)).containsExactly(entry("v1", (long) length));
        assertThat(derived.subjects(Change.class)).hasSize(length).allMatch(change -> change.deployed() != null);
    }

    @Test
    void is_found_once_where_artifacts_name_each_other_in_a_circle() {
        Derived derived = derive(
                commit("a", 1, "b"),
                commit("b", 2, "a"),
                build("x", 3, "release:v1"),
                release("v1", 4, "build:x", "commit:a"));
        assertThat(sizes(derived)).containsExactly(entry("v1", 2L));
    }
}
