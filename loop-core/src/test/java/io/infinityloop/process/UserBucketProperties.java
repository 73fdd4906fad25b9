package io.infinityloop.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.artifact.Share;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

class UserBucketProperties {
    @Property
    @Tag("REL-08")
    void who_is_on_at_5_percent_is_on_at_50_and_all_are_on_at_100(@ForAll String flag, @ForAll String user) {
        UserBucket bucket = UserBucket.of(flag, user);
        boolean at5 = bucket.isWithin(Share.ofPercent(5));
        boolean at50 = bucket.isWithin(Share.ofPercent(50));

        assertThat(UserBucket.of(flag, user)).isEqualTo(bucket);
        assertThat(!at5 || at50).isTrue();
        assertThat(bucket.isWithin(Share.ALL)).isTrue();
        assertThat(bucket.isWithin(Share.NONE)).isFalse();
    }
}
