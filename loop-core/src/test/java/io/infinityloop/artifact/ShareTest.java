package io.infinityloop.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ShareTest {
    @Test
    void a_share_is_exact_and_has_one_form() {
        assertThat(new Share(new BigDecimal("5.00")))
                .isEqualTo(Share.ofPercent(5))
                .hasToString("5 %");
        assertThat(new Share(new BigDecimal("1E+2"))).isEqualTo(Share.ALL).hasToString("100 %");
        assertThat(new Share(new BigDecimal("0.000001"))).hasToString("0.000001 %");
        assertThat(Share.NONE.isNone()).isTrue();
        assertThat(Share.ofPercent(5).isNone()).isFalse();
        assertThat(Share.ofPercent(5)).isLessThan(Share.ofPercent(50)).isGreaterThan(Share.NONE);
    }

    @Test
    void a_share_is_from_0_to_100_percent() {
        for (String outside : new String[] {"-0.000001", "100.000001", "-1", "101"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Share(new BigDecimal(outside)))
                    .withMessage("a share is from 0 to 100 %, not the percentage that was given");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Share(new BigDecimal("0.0000001")))
                .withMessage("a share has at most 6 decimals, not 7");
    }
}
