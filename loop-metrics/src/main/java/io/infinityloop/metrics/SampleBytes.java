package io.infinityloop.metrics;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The one way in which samples are written: a sign for their form and their count; then, if they are exact, the least
 * and the distances from one to the next, otherwise least, greatest and sum, and the classes with their counts. Numbers
 * take seven bits a byte, the least significant first.
 */
final class SampleBytes {
    private static final byte EXACT = 0;
    private static final byte CLASSES = 1;

    /** Beyond it there are no samples; what is beyond it in bytes must not make room for itself. */
    private static final int MOST_CLASS = Histogram.classOf(Long.MAX_VALUE);

    private final long[] values;
    private final @Nullable Histogram histogram;

    private SampleBytes(long[] values, @Nullable Histogram histogram) {
        this.values = values;
        this.histogram = histogram;
    }

    long[] values() {
        return values;
    }

    @Nullable
    Histogram histogram() {
        return histogram;
    }

    static byte[] write(long[] sorted, @Nullable Histogram histogram) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (histogram == null) {
            out.write(EXACT);
            unsigned(sorted.length, out);
            long last = 0;
            for (int i = 0; i < sorted.length; i++) {
                if (i == 0) {
                    signed(sorted[i], out);
                } else {
                    unsigned(sorted[i] - last, out);
                }
                last = sorted[i];
            }
        } else {
            classes(histogram, out);
        }
        return out.toByteArray();
    }

    private static void classes(Histogram histogram, ByteArrayOutputStream out) {
        out.write(CLASSES);
        signed(histogram.min(), out);
        signed(histogram.max(), out);
        byte[] sum = histogram.sum().toByteArray();
        unsigned(sum.length, out);
        out.writeBytes(sum);
        int[] used = histogram.classes();
        unsigned(used.length, out);
        int last = 0;
        for (int number : used) {
            signed(number - (long) last, out);
            unsigned(histogram.countOf(number), out);
            last = number;
        }
    }

    static SampleBytes read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            SampleBytes read = in.get() == EXACT ? exact(in) : classes(in);
            if (!in.hasRemaining()) {
                return read;
            }
        } catch (BufferUnderflowException | ArithmeticException | NumberFormatException cut) {
            throw new IllegalArgumentException("these bytes are no samples: they end too early", cut);
        }
        throw new IllegalArgumentException("these bytes are no samples: " + in.remaining() + " are left over");
    }

    private static SampleBytes exact(ByteBuffer in) {
        long[] values = new long[length(in)];
        long last = 0;
        for (int i = 0; i < values.length; i++) {
            last = i == 0 ? signed(in) : last + unsigned(in);
            values[i] = last;
        }
        return new SampleBytes(values, null);
    }

    private static SampleBytes classes(ByteBuffer in) {
        long min = signed(in);
        long max = signed(in);
        byte[] sum = new byte[length(in)];
        in.get(sum);
        Histogram histogram = new Histogram();
        int used = length(in);
        long number = 0;
        for (int i = 0; i < used; i++) {
            number = Math.addExact(number, signed(in));
            if (Math.abs(number) > MOST_CLASS) {
                throw new IllegalArgumentException("these bytes are no samples: there is no class " + number);
            }
            histogram.count((int) number, Math.toIntExact(unsigned(in)));
        }
        histogram.restore(min, max, new BigInteger(sum));
        return new SampleBytes(new long[0], histogram);
    }

    /** A count of what is still to come; each takes at least a byte, so that a wrong one cannot ask for much. */
    private static int length(ByteBuffer in) {
        long length = unsigned(in);
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        return (int) length;
    }

    private static void signed(long number, ByteArrayOutputStream out) {
        unsigned((number << 1) ^ (number >> (Long.SIZE - 1)), out);
    }

    private static long signed(ByteBuffer in) {
        long bits = unsigned(in);
        return (bits >>> 1) ^ -(bits & 1);
    }

    private static void unsigned(long number, ByteArrayOutputStream out) {
        long rest = number;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    private static long unsigned(ByteBuffer in) {
        long number = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = in.get();
            number |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return number;
            }
        }
        throw new BufferUnderflowException();
    }
}
