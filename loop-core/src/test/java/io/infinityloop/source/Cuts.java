package io.infinityloop.source;

import io.infinityloop.source.Cut.Broken;
import io.infinityloop.source.Cut.Whole;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** All that was cut from a stream. */
final class Cuts {
    final List<Payload> whole = new ArrayList<>();
    final List<Leftover> broken = new ArrayList<>();

    /** What was whole as it came, and of what was broken the line. */
    final List<String> all = new ArrayList<>();

    private Cuts() {}

    static Cuts of(Records records) {
        Cuts cuts = new Cuts();
        try {
            for (Cut cut = records.next(); cut != null; cut = records.next()) {
                if (cut instanceof Whole one) {
                    cuts.whole.add(one.payload());
                    cuts.all.add(text(one.payload().raw()));
                } else if (cut instanceof Broken one) {
                    cuts.broken.add(one.leftover());
                    cuts.all.add("broken in line " + one.leftover().line());
                }
            }
            return cuts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Cuts ofJson(String text) {
        return of(JsonRecords.of(stream(text), 1));
    }

    static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** {@return a stream that hands out a few bytes at a time} */
    static InputStream drops(byte[] bytes, int most) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] into, int from, int length) {
                return super.read(into, from, Math.min(length, most));
            }
        };
    }

    /** {@return very many blanks, which nobody has in memory} */
    static InputStream blanks(long count) {
        return new InputStream() {
            private long left = count;

            @Override
            public int read() {
                return left-- > 0 ? ' ' : -1;
            }

            @Override
            public int read(byte[] into, int from, int length) {
                int most = (int) Math.min(length, left);
                Arrays.fill(into, from, from + most, (byte) ' ');
                left -= most;
                return most > 0 ? most : -1;
            }
        };
    }

    List<String> raws() {
        return whole.stream().map(payload -> text(payload.raw())).toList();
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
