package io.infinityloop.metrics.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

/** Whatever stands in a report, it stays within its columns and does nothing to a terminal. */
class ReportProperties {
    @Property(tries = 300)
    void any_text_does_no_harm(@ForAll @StringLength(max = 200) String text) {
        assertHarmless(text);
    }

    static void assertHarmless(String text) {
        String rendered = TextReport.render(Reports.hostile(text));
        assertThat(rendered.lines())
                .allSatisfy(line -> assertThat(Layout.length(line)).isLessThanOrEqualTo(80));
        assertThat(rendered.codePoints().filter(point -> point != '\n')).noneMatch(ReportProperties::isObeyed);
        assertThat(rendered.lines().filter(line -> line.endsWith(" "))).isEmpty();
        String json = JsonReport.render(Reports.hostile(text));
        assertThat(ReportTest.scalars(json)).contains(text.replaceAll("\\p{Cs}", "\uFFFD"));
        assertThat(json.codePoints().filter(point -> point != '\n')).allMatch(point -> point >= ' ' && point < 127);
        assertThat(new String(json.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(json);
    }

    private static boolean isObeyed(int point) {
        return Character.isISOControl(point)
                || Character.getType(point) == Character.FORMAT
                || Character.getType(point) == Character.SURROGATE
                || point == 0x2028
                || point == 0x2029;
    }
}
