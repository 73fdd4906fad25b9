package io.infinityloop.metrics.link;

import static io.infinityloop.metrics.Log.commit;
import static io.infinityloop.metrics.Log.deployed;
import static io.infinityloop.metrics.Log.derive;
import static io.infinityloop.metrics.Log.labelled;
import static io.infinityloop.metrics.Log.release;
import static io.infinityloop.metrics.link.Joined.id;
import static io.infinityloop.metrics.link.Joined.sizes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.infinityloop.Labels;
import io.infinityloop.artifact.Release;
import io.infinityloop.event.Recorded;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which releases and deployments belong together. */
class ScopesTest {
    @Test
    void each_have_a_first_delivery_of_their_own() {
        Derived derived = derive(
                commit("a", 1),
                labelled(release("shop-1", 2, "commit:a"), Labels.SERVICE, "shop"),
                labelled(release("mail-1", 3, "commit:a"), Labels.SERVICE, "mail"),
                labelled(release("shop-2", 4, "commit:a"), Labels.SERVICE, "shop"));
        assertThat(sizes(derived)).containsExactly(entry("mail-1", 1L), entry("shop-1", 1L), entry("shop-2", 0L));
        assertThat(derived.subjects(Change.class))
                .extracting(change -> change.labels().get(Labels.SERVICE).orElse("-") + " " + id(change.released()))
                .containsExactly("mail mail-1", "shop shop-1");
    }

    @Test
    void are_told_apart_by_component_as_well() {
        Derived derived = derive(
                commit("a", 1),
                labelled(release("ui-1", 2, "commit:a"), Labels.COMPONENT, "ui"),
                labelled(release("api-1", 3, "commit:a"), Labels.COMPONENT, "api"));
        assertThat(sizes(derived)).containsExactly(entry("api-1", 1L), entry("ui-1", 1L));
    }

    @Test
    void of_a_deployment_that_does_not_say_is_that_of_its_release() {
        Derived derived = derive(
                commit("a", 1),
                labelled(release("shop-1", 2, "commit:a"), Labels.SERVICE, "shop"),
                deployed("d1", 3, "release:shop-1"));
        assertThat(derived.subjects(Change.class))
                .extracting(change -> id(change.released()) + " " + id(change.deployed()))
                .containsExactly("shop-1 d1");
    }

    @Test
    void that_only_release_and_that_only_deploy_are_one_service_under_two_names() {
        Derived derived = derive(
                commit("a", 1),
                labelled(release("v1", 2, "commit:a"), Labels.SERVICE, "shop-repo"),
                commit("b", 3),
                labelled(release("v2", 4, "commit:b"), Labels.SERVICE, "shop-repo"),
                labelled(deployed("d1", 5, "release:v1"), Labels.SERVICE, "shop"));
        assertThat(derived.subjects(Change.class))
                .extracting(change -> change.commit() + " " + id(change.released()) + " " + id(change.deployed()))
                .containsExactly("a v1 d1", "b v2 -");
    }

    @Test
    void that_are_different_services_stay_apart() {
        Derived derived = derive(
                commit("a", 1),
                labelled(release("shop-1", 2, "commit:a"), Labels.SERVICE, "shop"),
                labelled(deployed("d1", 3, "release:shop-1"), Labels.SERVICE, "shop"),
                labelled(release("mail-1", 4, "commit:a"), Labels.SERVICE, "mail"));
        assertThat(derived.subjects(Change.class))
                .extracting(change -> change.labels().get(Labels.SERVICE).orElse("-") + " " + id(change.released())
                        + " " + id(change.deployed()))
                .containsExactly("mail mail-1 -", "shop shop-1 d1");
    }

    @Test
    void count_releases_of_one_instant_in_the_order_of_their_numbers() {
        Derived derived = derive(
                commit("a", 1), commit("b", 1, "a"), release("v1.10", 2, "commit:b"), release("v1.9", 2, "commit:a"));
        assertThat(sizes(derived)).containsExactly(entry("v1.10", 1L), entry("v1.9", 1L));
    }

    @Test
    void do_not_fail_on_more_labels_than_are_accepted_together() {
        Map<String, String> many = new TreeMap<>();
        IntStream.range(0, 63).forEach(i -> many.put("a" + i, "x"));
        many.put(Labels.SERVICE, "shop");
        Map<String, String> others = new TreeMap<>();
        IntStream.range(0, 64).forEach(i -> others.put("b" + i, "y"));
        Recorded plain = release("v1", 1);
        Recorded crowded = new Recorded(
                plain.metadata().with(Labels.from(many)),
                null,
                new Release(plain.artifact().metadata().with(Labels.from(others)), "1", ""));
        Labels labels = derive(crowded).subjects(Released.class).get(0).labels();
        assertThat(labels.asMap())
                .hasSize(64)
                .containsEntry(Labels.SERVICE, "shop")
                .containsEntry("b0", "y");
    }
}
