package io.infinityloop.testkit;

import io.infinityloop.Labels;
import io.infinityloop.Stage;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Share;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/**
 * The small values that artifacts and events are made of, for properties: among them texts that break what is careless.
 *
 * @since 0.1
 */
public final class ValueArbitraries {
    /** 1970-01-01. */
    private static final Instant FIRST = Instant.EPOCH;
    /** The last nanosecond of 2200. */
    private static final Instant LAST = Instant.parse("2200-12-31T23:59:59.999999999Z");

    private ValueArbitraries() {}

    /** {@return texts of up to 40 characters: any, half surrogate pairs included, and some that mean no good} */
    public static Arbitrary<String> texts() {
        Arbitrary<String> hostile = Arbitraries.of(
                "",
                " ",
                "\n",
                "a\r\nb",
                "\u0000",
                "\u001b[2J",
                "\"",
                "\\",
                "\\u0041",
                "{\"v\":1}",
                "</script><!--",
                "\u2028\u2029\u0085",
                "\ud800",
                "\udc00x",
                "\udc00\ud800",
                "😀",
                "\u202egnp.exe",
                "\ufeff",
                "\ufffd",
                "null",
                "../../etc/passwd",
                "Grüße, 世界",
                "a:b:c");
        return Arbitraries.oneOf(hostile, Arbitraries.strings().all().ofMaxLength(40), words());
    }

    private static Arbitrary<String> words() {
        return Arbitraries.strings().withCharRange('a', 'z').withChars("-._ #/").ofMaxLength(20);
    }

    /** {@return names and ids: any text that is not blank} */
    public static Arbitrary<String> ids() {
        return texts().filter(text -> !text.isBlank());
    }

    /** {@return names and ids, or nothing} */
    static Arbitrary<String> idsOrEmpty() {
        return Arbitraries.oneOf(Arbitraries.just(""), ids());
    }

    /** {@return instants from 1970 to 2200, often with nanoseconds} */
    public static Arbitrary<Instant> instants() {
        Arbitrary<Instant> fine = Combinators.combine(
                        Arbitraries.longs().between(FIRST.getEpochSecond(), LAST.getEpochSecond()),
                        Arbitraries.longs().between(0, 999_999_999))
                .as(Instant::ofEpochSecond);
        return Arbitraries.oneOf(fine, Arbitraries.of(FIRST, LAST, Instant.parse("2026-01-05T09:00:00Z")));
    }

    /** {@return an end, unless it is before its start} */
    static @Nullable Instant notBefore(Instant start, @Nullable Instant end) {
        return end == null || end.isBefore(start) ? null : end;
    }

    /** {@return labels, up to five; a key holds no half surrogate pair, because the wire format holds none there} */
    public static Arbitrary<Labels> labels() {
        return Arbitraries.maps(labelKeys(), ids()).ofMaxSize(5).map(Labels::from);
    }

    static Arbitrary<String> labelKeys() {
        return ids().filter(key -> key.codePoints().noneMatch(point -> point >= 0xd800 && point <= 0xdfff));
    }

    /** {@return references to artifacts of any kind} */
    public static Arbitrary<ArtifactRef> refs() {
        Arbitrary<String> kinds = ids().map(id -> id.replace(':', '-'));
        return Combinators.combine(kinds, ids()).as(ArtifactRef::new);
    }

    static Arbitrary<Stage> stages() {
        return Arbitraries.of(Stage.class);
    }

    static Arbitrary<List<String>> digests() {
        return ids().list().ofMaxSize(2);
    }

    /** {@return shares of all sizes, to six decimals} */
    static Arbitrary<Share> shares() {
        return Arbitraries.oneOf(
                Arbitraries.bigDecimals()
                        .between(BigDecimal.ZERO, BigDecimal.valueOf(100))
                        .ofScale(6)
                        .map(Share::new),
                Arbitraries.of(Share.NONE, Share.ofPercent(5), Share.ALL));
    }
}
