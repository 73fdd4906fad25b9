package io.infinityloop.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.infinityloop.internal.json.FieldException;
import io.infinityloop.internal.json.JsonText;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Decimals and durations, as the formats of artifacts read and write them. */
class NumbersTest {
    private static final String NINES = "9".repeat(64);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.1",
                "1.50",
                "-0.000",
                "0.30000000000000004",
                "1E+3",
                "12345678901234567890.123456789",
                "1E-63",
                "1E+63",
                "9999999999999999999999999999999999999999999999999999999999999999"
            })
    void a_decimal_comes_back_with_all_its_digits(String text) throws Exception {
        BigDecimal decimal = new BigDecimal(text);

        Fields fields = fields(out -> out.decimal("value", decimal));

        assertThat(fields.decimal("value")).isEqualTo(decimal);
        assertThat(fields.decimalOrNull("value")).isEqualTo(decimal);
        assertThat(fields.decimalOrNull("other")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E-64", "1E+64", "1E+999999999", "1E-999999999", NINES_AND_A_HALF})
    void a_decimal_of_more_than_64_digits_is_neither_written_nor_read(String text) throws FieldException {
        BigDecimal decimal = new BigDecimal(text);
        assertThatThrownBy(() -> fields(out -> out.decimal("value", decimal)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("value " + decimal + " can not be written: the format holds at most 64 digits");

        if (decimal.precision() <= 64) {
            Fields fields = Fields.of(JsonText.parse("{\"value\":" + text + "}"));
            assertThatThrownBy(() -> fields.decimal("value"))
                    .isInstanceOf(FieldException.class)
                    .hasMessage("value: " + decimal
                            + " is out of range: expected at most 64 digits when it is written out");
        }
    }

    private static final String NINES_AND_A_HALF = "9999999999999999999999999999999999999999999999999999999999999999.5";

    @Test
    void a_whole_number_is_a_decimal_too_and_a_text_is_not() throws FieldException {
        assertThat(Fields.of(JsonText.parse("{\"value\":" + NINES + "}")).decimal("value"))
                .isEqualTo(new BigDecimal(NINES));
        assertThatThrownBy(() -> Fields.of(JsonText.parse("{\"value\":\"1\"}")).decimal("value"))
                .hasMessage("value: a text was given: expected a number");
        assertThatThrownBy(() -> Fields.of(JsonText.parse("{}")).decimal("value"))
                .hasMessage("value: missing: expected a number");
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, PT0S",
        "PT1H30M, PT1H30M",
        "P2D, PT48H",
        "-PT0.000000001S, PT-0.000000001S",
        "PT2562047788015215H30M7.999999999S, PT2562047788015215H30M7.999999999S"
    })
    void a_duration_comes_back_to_the_nanosecond(String text, String written) throws Exception {
        Fields fields = fields(out -> out.duration("value", Duration.parse(text)));

        assertThat(fields.value("value", String::toString)).isEqualTo(written);
        assertThat(fields.duration("value")).isEqualTo(Duration.parse(text));
        assertThat(fields.durationOrNull("value")).isEqualTo(Duration.parse(text));
    }

    @Test
    void what_is_no_duration_is_rejected_and_null_is_not_written() throws Exception {
        assertThatThrownBy(() ->
                        Fields.of(JsonText.parse("{\"value\":\"90 min\"}")).duration("value"))
                .hasMessage("value: '90 min' is no duration: expected a duration such as PT1H30M");
        assertThatThrownBy(() -> Fields.of(JsonText.parse("{\"value\":90}")).duration("value"))
                .hasMessage("value: a number was given: expected a text");

        Fields none = fields(out -> {
            out.duration("value", null);
            out.decimal("value", null);
        });
        assertThat(none.has("value")).isFalse();
        assertThat(none.durationOrNull("value")).isNull();
    }

    private static Fields fields(Writing writing) throws IOException, FieldException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            writing.write(new FieldWriter(json));
            json.writeEndObject();
        }
        return Fields.of(JsonText.parse(text.toString()));
    }

    private interface Writing {
        void write(FieldWriter out) throws IOException;
    }
}
