package io.infinityloop.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** What bounded memory may not change, and by how much it may be off. */
class SamplesProperties {
    private static final BigDecimal ERROR = BigDecimal.ONE.divide(BigDecimal.valueOf(256));

    /** Around the switch from exact samples to classes, of every size that a long can have. */
    @Provide
    Arbitrary<long[]> samples() {
        Arbitrary<Long> numbers = Arbitraries.oneOf(
                Arbitraries.longs(),
                Arbitraries.longs().between(0, 1L << 50),
                Arbitraries.longs().between(-300, 300),
                Arbitraries.of(Long.MIN_VALUE, Long.MAX_VALUE, 0L, 255L, 256L, -256L));
        return Arbitraries.oneOf(
                        Arbitraries.integers().between(1, 30),
                        Arbitraries.integers().between(1020, 1030),
                        Arbitraries.integers().between(1500, 3000))
                .flatMap(size -> numbers.array(long[].class).ofSize(size));
    }

    private static Samples all(Memory memory, long... numbers) {
        Samples samples = Samples.in(memory);
        for (long number : numbers) {
            samples.add(number);
        }
        return samples;
    }

    @Property(tries = 200)
    void any_grouping_gives_the_same_bits(@ForAll("samples") long[] numbers, @ForAll Memory memory, @ForAll long seed) {
        Random random = new Random(seed);
        List<Samples> parts = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(6); i++) {
            parts.add(Samples.in(memory));
        }
        for (long number : numbers) {
            parts.get(random.nextInt(parts.size())).add(number);
        }
        while (parts.size() > 1) {
            Collections.shuffle(parts, random);
            Samples from = parts.remove(parts.size() - 1);
            parts.get(random.nextInt(parts.size())).addAll(from);
        }
        Samples whole = all(memory, numbers);
        assertThat(parts.get(0).toBytes()).isEqualTo(whole.toBytes());
        assertThat(parts.get(0).summary(Unit.COUNT)).isEqualTo(whole.summary(Unit.COUNT));
        assertThat(parts.get(0)).isEqualTo(whole).hasSameHashCodeAs(whole);
    }

    @Property(tries = 200)
    void quantiles_are_within_the_stated_error_and_the_rest_is_exact(@ForAll("samples") long[] numbers) {
        Samples exact = all(Memory.EXACT, numbers);
        Samples bounded = all(Memory.BOUNDED, numbers);
        assertThat(bounded.size()).isEqualTo(exact.size());
        assertThat(bounded.error().isPresent()).isEqualTo(numbers.length > Samples.EXACT_UP_TO);
        long[] sorted = numbers.clone();
        Arrays.sort(sorted);
        for (Statistic statistic : Statistic.values()) {
            BigDecimal right = exact.value(statistic, Unit.NUMBER).number();
            BigDecimal found = bounded.value(statistic, Unit.NUMBER).number();
            boolean always = statistic == Statistic.MEAN || statistic == Statistic.MIN || statistic == Statistic.MAX;
            if (always || numbers.length <= Samples.EXACT_UP_TO) {
                assertThat(found).as(statistic.label()).isEqualByComparingTo(right);
            } else if (sorted[0] >= 0) {
                assertThat(found.subtract(right).abs())
                        .as(statistic.label())
                        .isLessThanOrEqualTo(right.multiply(ERROR).add(new BigDecimal("0.000000001")));
            }
        }
    }

    @Property(tries = 300)
    void a_class_is_as_wide_as_it_may_be(@ForAll long sample) {
        long middle = Histogram.middle(Histogram.classOf(sample));
        assertThat(Histogram.classOf(middle)).isEqualTo(Histogram.classOf(sample));
        BigDecimal off =
                BigDecimal.valueOf(middle).subtract(BigDecimal.valueOf(sample)).abs();
        assertThat(off).isLessThanOrEqualTo(BigDecimal.valueOf(sample).abs().multiply(ERROR));
    }

    @Property(tries = 100)
    void what_is_written_is_read_back(@ForAll("samples") long[] numbers, @ForAll Memory memory) {
        Samples samples = all(memory, numbers);
        Samples read = Samples.fromBytes(samples.toBytes(), memory);
        assertThat(read).isEqualTo(samples);
        read.addAll(samples);
        samples.addAll(Samples.fromBytes(samples.toBytes(), memory));
        assertThat(read.toBytes()).isEqualTo(samples.toBytes());
    }

    @Property(tries = 300)
    void bytes_that_are_none_are_refused_or_read(@ForAll byte[] bytes) {
        try {
            assertThat(Samples.fromBytes(bytes, Memory.EXACT)).isNotNull();
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageContaining("no samples");
        }
    }

    @Example
    void bytes_that_are_cut_are_refused() {
        byte[] bytes = all(Memory.BOUNDED, new long[2000]).toBytes();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Samples.fromBytes(Arrays.copyOf(bytes, bytes.length - 1), Memory.EXACT))
                .withMessage("these bytes are no samples: they end too early");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Samples.fromBytes(Arrays.copyOf(bytes, bytes.length + 1), Memory.EXACT))
                .withMessage("these bytes are no samples: 1 are left over");
    }

    /** The number of a class decides how much room there is for the others. */
    @Example
    void bytes_with_a_class_that_is_none_ask_for_no_room() {
        byte[] bytes = {1, 0, 0, 1, 0, 1, (byte) 0x80, (byte) 0x80, (byte) 0x80, (byte) 0x80, 8, 1};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Samples.fromBytes(bytes, Memory.EXACT))
                .withMessage("these bytes are no samples: there is no class 1073741824");
    }

    /** The literal figures of the row, by nearest rank. */
    @Example
    @Tag("OBS-04")
    void percentiles_of_one_to_a_hundred_are_these_numbers() {
        Samples samples = new Samples();
        for (int i = 100; i >= 1; i--) {
            samples.add(i);
        }
        assertThat(List.of(Statistic.NEAREST_P50, Statistic.NEAREST_P95, Statistic.NEAREST_P99))
                .extracting(statistic -> samples.value(statistic, Unit.COUNT).toString())
                .containsExactly("50", "95", "99");
    }

    @Property(tries = 200)
    @Tag("OBS-04")
    void percentiles_are_never_out_of_order(@ForAll("samples") long[] numbers, @ForAll Memory memory) {
        Samples samples = all(memory, numbers);
        assertThat(List.of(Statistic.NEAREST_P50, Statistic.NEAREST_P95, Statistic.NEAREST_P99, Statistic.MAX).stream()
                        .map(statistic -> samples.value(statistic, Unit.NUMBER).number()))
                .isSorted();
    }
}
