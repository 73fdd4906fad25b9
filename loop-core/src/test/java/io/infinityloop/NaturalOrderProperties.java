package io.infinityloop;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NaturalOrderProperties {
    @Property
    void ids_are_in_a_total_order(@ForAll("ids") String one, @ForAll("ids") String other, @ForAll("ids") String third) {
        NaturalOrder order = NaturalOrder.INSTANCE;
        assertThat(Integer.signum(order.compare(one, other))).isEqualTo(-Integer.signum(order.compare(other, one)));
        assertThat(order.compare(one, other) == 0).isEqualTo(one.equals(other));
        if (order.compare(one, other) <= 0 && order.compare(other, third) <= 0) {
            assertThat(order.compare(one, third)).isNotPositive();
        }
    }

    @Property
    void numbers_in_ids_count_as_numbers(@ForAll int one, @ForAll int other) {
        long left = Math.abs((long) one);
        long right = Math.abs((long) other);
        assertThat(Integer.signum(NaturalOrder.INSTANCE.compare("a#" + left + "/b", "a#" + right + "/b")))
                .isEqualTo(Long.compare(left, right));
    }

    @Provide
    Arbitrary<String> ids() {
        return Arbitraries.strings().withChars("a#/019").ofMaxLength(6);
    }
}
