package io.infinityloop.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JUnitRecordsTest {
    private static final String SUREFIRE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuite name="shop.CartTest" tests="5" failures="1" errors="1" skipped="1" time="1,234.5"
                timestamp="2026-11-21T10:00:00" hostname="build-7">
              <properties><property name="user.name" value="somebody"/></properties>
              <testcase name="adds" classname="shop.CartTest" time="0.1"/>
              <testcase name="removes" classname="shop.CartTest" time="0.1">
                <failure message="expected: &lt;1&gt;" type="AssertionError"><![CDATA[at <a> ]] > ]]></failure>
                <rerunFailure type="AssertionError"><stackTrace>x</stackTrace></rerunFailure>
                <rerunFailure type="AssertionError"/>
              </testcase>
              <testcase name="fails at times" classname="shop.CartTest">
                <flakyFailure type="AssertionError"/>
                <system-out>raw \u001B[31m & b</system-out>
              </testcase>
              <testcase name="breaks" classname="shop.CartTest"><failure/><error type="java.io.IOException"/></testcase>
              <!-- <testcase name="was removed"/> -->
              <testcase name="later" classname="shop.CartTest"><skipped/></testcase>
            </testsuite>
            """;

    private static Cuts cuts(String text) {
        return Cuts.of(JUnitRecords.of(Cuts.stream(text), 1));
    }

    @Test
    void a_suite_is_a_record_with_its_counts_and_no_host() {
        Payload suite = cuts(SUREFIRE).whole.get(0);
        assertThat(suite.line()).isEqualTo(3);
        assertThat(Cuts.text(suite.raw()))
                .isEqualTo(
                        "{\"testsuite\":{\"name\":\"shop.CartTest\",\"timestamp\":\"2026-11-21T10:00:00\",\"tests\":5,"
                                + "\"failures\":1,\"errors\":1,\"skipped\":1,\"flaky\":1,\"reruns\":3,\"time\":1234.5,"
                                + "\"failing\":[\"shop.CartTest.removes\",\"shop.CartTest.breaks\"],\"contradicted\":[]}}");
        assertThat(suite.texts("/testsuite/failing/*")).hasSize(2);
    }

    @Test
    void counts_are_those_of_the_tests_whatever_the_attributes_say() {
        Cuts cuts = cuts("<testsuites tests='9'><testsuite name='a' tests='3' failures='0' skipped='no'>"
                + "<testcase name='x' time='1.5'/><testcase name='y' time='0.25'><failure/></testcase></testsuite>"
                + "<testsuite name='b'><testcase name='z' status='notrun'/></testsuite></testsuites>");
        assertThat(cuts.broken).isEmpty();
        Payload first = cuts.whole.get(0);
        assertThat(first.text("/testsuite/tests")).contains("2");
        assertThat(first.text("/testsuite/failures")).contains("1");
        assertThat(first.text("/testsuite/skipped")).contains("0");
        assertThat(first.text("/testsuite/time")).contains("1.75");
        assertThat(first.texts("/testsuite/contradicted/*")).containsExactly("tests", "failures");
        assertThat(cuts.whole.get(1).text("/testsuite/skipped")).contains("1");
        assertThat(cuts.whole.get(1).number()).isEqualTo(2);
    }

    @Test
    void of_nested_suites_those_are_records_that_hold_tests() {
        Cuts cuts = cuts("<testsuites><testsuite name='all' tests='2'><testsuite name='in'><testcase name='x'/>"
                + "</testsuite><testsuite name='none'/><testsuite name='told' tests='4' failures='1'/></testsuite>"
                + "<testsuite name='own'><testcase name='y'/><testsuite name='sub'><testcase name='z'/></testsuite>"
                + "<testcase name='yy'/></testsuite></testsuites>");
        assertThat(cuts.whole.stream()
                        .map(suite -> suite.text("/testsuite/name").orElse("") + " "
                                + suite.text("/testsuite/tests").orElse("") + " "
                                + suite.text("/testsuite/failures").orElse("")))
                .containsExactly("in 1 0", "told 4 1", "sub 1 0", "own 2 0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<testsuite><testcase name='x'> | not well-formed XML: ",
                "<html></html> | the file begins with html: expected testsuites or testsuite",
                "<testsuite><testcase></testsuite> | not well-formed XML: ",
                "<testsuite name='a' name='b'/> | not well-formed XML: ",
                "<testsuite name='&secret;'/> | not well-formed XML: ",
                "<!DOCTYPE a><testsuite/> | the file has a document type: expected none",
                "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><testsuite name='&b;'/> | ",
                "<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/a.dtd'><testsuite/> | the file has a document type",
            })
    void a_broken_file_is_one_rejection_after_what_was_whole(String text, String problem) {
        Cuts cuts = cuts("\n" + text);
        assertThat(cuts.all).containsExactly("broken in line 2");
        assertThat(cuts.broken.get(0).problem())
                .startsWith(problem == null ? "" : problem)
                .contains("; nothing after it is read")
                .doesNotContain("root:");
        Cuts after =
                cuts("<testsuites><testsuite name='a'><testcase/></testsuite>\n<testsuite name='b'><testcase></x>");
        assertThat(after.all).hasSize(2).endsWith("broken in line 2");
        assertThat(after.broken.get(0).problem()).contains(", in the suite b;");
    }

    @Test
    void limits_hold() {
        assertThat(cuts("<testsuite>" + "<a>".repeat(1_000)).broken.get(0).problem())
                .startsWith("elements are nested too deep: at most 64 levels are accepted");
        assertThat(cuts("<testsuite name='" + "x".repeat(9 << 20) + "'/>")
                        .broken
                        .get(0)
                        .problem())
                .startsWith("a tag has more than 8388608 bytes");
        Payload suite = cuts("<testsuite name='" + "x".repeat(5_000) + "'><testcase/></testsuite>")
                .whole
                .get(0);
        assertThat(suite.text("/testsuite/name")).contains("x".repeat(1_000));
    }

    @Test
    void logs_and_a_hundred_thousand_suites_cost_no_memory() throws IOException {
        Records records = JUnitRecords.of(
                new SequenceInputStream(
                        new SequenceInputStream(
                                Cuts.stream("<testsuites><testsuite><testcase><system-out><![CDATA["),
                                Cuts.blanks(300L << 20)),
                        new SequenceInputStream(
                                Cuts.stream("]]></system-out></testcase></testsuite>"), new Suites(100_000))),
                1);
        long suites = 0;
        for (Cut cut = records.next(); cut != null; cut = records.next()) {
            assertThat(cut).isInstanceOf(Cut.Whole.class);
            suites++;
        }
        assertThat(suites).isEqualTo(100_001);
    }

    @Test
    void what_can_not_be_read_is_not_taken_for_broken() {
        Records records = JUnitRecords.of(
                new SequenceInputStream(Cuts.stream("<testsuite>"), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("the disk is gone");
                    }

                    @Override
                    public int read(byte[] bytes, int from, int length) throws IOException {
                        return read();
                    }
                }),
                1);
        assertThatThrownBy(records::next).isInstanceOf(IOException.class).hasMessage("the disk is gone");
    }

    /** Many suites, one after the other, and the end of the file. */
    private static final class Suites extends InputStream {
        private static final byte[] SUITE =
                "<testsuite name='a'>\n<testcase name='b'/></testsuite>".getBytes(StandardCharsets.UTF_8);

        private final byte[] end = "</testsuites>".getBytes(StandardCharsets.UTF_8);
        private long left;
        private int at;

        Suites(long left) {
            this.left = left;
        }

        @Override
        public int read() {
            if (left > 0) {
                int next = SUITE[at];
                at = (at + 1) % SUITE.length;
                left -= at == 0 ? 1 : 0;
                return next;
            }
            return at < end.length ? end[at++] : -1;
        }

        @Override
        public int read(byte[] bytes, int from, int length) {
            int count = 0;
            for (int next = length == 0 ? -1 : read(); next >= 0; next = count < length ? read() : -1) {
                bytes[from + count++] = (byte) next;
            }
            return count == 0 && length > 0 ? -1 : count;
        }
    }
}
