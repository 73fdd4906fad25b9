package io.infinityloop.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinityloop.artifact.Share;
import java.math.BigDecimal;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserBucketTest {
    /** Computed by another program, and promised in the Javadoc. */
    @ParameterizedTest
    @CsvSource({
        "new-checkout, user-1, 59249451",
        "new-checkout, user-2, 63556693",
        "dark-mode, user-1, 43511498",
        "größe, 名前, 83646479"
    })
    @Tag("REL-08")
    void the_test_vectors_never_change(String flag, String user, int bucket) {
        assertThat(UserBucket.of(flag, user)).isEqualTo(new UserBucket(bucket));
    }

    @Test
    @Tag("REL-08")
    void of_10_000_users_4_to_6_percent_are_in_5_percent() {
        Share five = Share.ofPercent(5);

        long on = IntStream.range(0, 10_000)
                .filter(i -> UserBucket.of("new-checkout", "user-" + i).isWithin(five))
                .count();

        assertThat(on).isBetween(400L, 600L);
    }

    @Test
    void flags_deal_their_users_anew() {
        Share half = Share.ofPercent(50);

        long both = IntStream.range(0, 10_000)
                .filter(i -> UserBucket.of("a", "user-" + i).isWithin(half)
                        && UserBucket.of("b", "user-" + i).isWithin(half))
                .count();

        assertThat(both).isBetween(2_300L, 2_700L);
    }

    @Test
    void a_share_is_made_up_of_the_first_buckets() {
        assertThat(new UserBucket(0).isWithin(Share.NONE)).isFalse();
        assertThat(new UserBucket(0).isWithin(new Share(new BigDecimal("0.000001"))))
                .isTrue();
        assertThat(new UserBucket(1).isWithin(new Share(new BigDecimal("0.000001"))))
                .isFalse();
        assertThat(new UserBucket(99_999_999).isWithin(Share.ALL)).isTrue();
        assertThat(new UserBucket(99_999_999).isWithin(new Share(new BigDecimal("99.999999"))))
                .isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new UserBucket(100_000_000));
        assertThatIllegalArgumentException().isThrownBy(() -> new UserBucket(-1));
    }
}
