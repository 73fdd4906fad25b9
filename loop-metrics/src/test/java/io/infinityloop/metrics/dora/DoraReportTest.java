package io.infinityloop.metrics.dora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoraReportTest {
    private static Amount perDay(String number) {
        return new Amount(new BigDecimal(number), Unit.PER_DAY);
    }

    private static Amount days(double days) {
        return Amount.of(Duration.ofMinutes(Math.round(days * 24 * 60)));
    }

    private static Amount ratio(String number) {
        return new Amount(new BigDecimal(number), Unit.RATIO);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2018 | DEPLOYMENT_FREQUENCY | ELITE  | On-demand (multiple deploys per day)                | PRIMARY
            2018 | DEPLOYMENT_FREQUENCY | HIGH   | Between once per hour and once per day              | PRIMARY
            2018 | DEPLOYMENT_FREQUENCY | MEDIUM | Between once per week and once per month            | PRIMARY
            2018 | DEPLOYMENT_FREQUENCY | LOW    | Between once per week and once per month            | PRIMARY
            2018 | LEAD_TIME            | ELITE  | Less than one hour                                  | PRIMARY
            2018 | LEAD_TIME            | HIGH   | Between one day and one week                        | PRIMARY
            2018 | LEAD_TIME            | MEDIUM | Between one week and one month                      | PRIMARY
            2018 | LEAD_TIME            | LOW    | Between one month and six months                    | PRIMARY
            2018 | RECOVERY             | ELITE  | Less than one hour                                  | PRIMARY
            2018 | RECOVERY             | HIGH   | Less than one day                                   | PRIMARY
            2018 | RECOVERY             | MEDIUM | Less than one day                                   | PRIMARY
            2018 | RECOVERY             | LOW    | Between one week and one month                      | PRIMARY
            2018 | CHANGE_FAILURE_RATE  | ELITE  | 0-15%                                               | PRIMARY
            2018 | CHANGE_FAILURE_RATE  | HIGH   | 0-15%                                               | PRIMARY
            2018 | CHANGE_FAILURE_RATE  | MEDIUM | 0-15%                                               | PRIMARY
            2018 | CHANGE_FAILURE_RATE  | LOW    | 46-60%                                              | PRIMARY
            2019 | DEPLOYMENT_FREQUENCY | ELITE  | On-demand (multiple deploys per day)                | PRIMARY
            2019 | DEPLOYMENT_FREQUENCY | HIGH   | Between once per day and once per week              | PRIMARY
            2019 | DEPLOYMENT_FREQUENCY | MEDIUM | Between once per week and once per month            | PRIMARY
            2019 | DEPLOYMENT_FREQUENCY | LOW    | Between once per month and once every six months    | PRIMARY
            2019 | LEAD_TIME            | ELITE  | Less than one day                                   | PRIMARY
            2019 | LEAD_TIME            | HIGH   | Between one day and one week                        | PRIMARY
            2019 | LEAD_TIME            | MEDIUM | Between one week and one month                      | PRIMARY
            2019 | LEAD_TIME            | LOW    | Between one month and six months                    | PRIMARY
            2019 | RECOVERY             | ELITE  | Less than one hour                                  | PRIMARY
            2019 | RECOVERY             | HIGH   | Less than one day                                   | PRIMARY
            2019 | RECOVERY             | MEDIUM | Less than one day                                   | PRIMARY
            2019 | RECOVERY             | LOW    | Between one week and one month                      | PRIMARY
            2019 | CHANGE_FAILURE_RATE  | ELITE  | 0-15%                                               | PRIMARY
            2019 | CHANGE_FAILURE_RATE  | HIGH   | 0-15%                                               | PRIMARY
            2019 | CHANGE_FAILURE_RATE  | MEDIUM | 0-15%                                               | PRIMARY
            2019 | CHANGE_FAILURE_RATE  | LOW    | 46-60%                                              | PRIMARY
            2021 | DEPLOYMENT_FREQUENCY | ELITE  | On-demand (multiple deploys per day)                | PRIMARY
            2021 | DEPLOYMENT_FREQUENCY | HIGH   | Between once per week and once per month            | PRIMARY
            2021 | DEPLOYMENT_FREQUENCY | MEDIUM | Between once per month and once every 6 months      | PRIMARY
            2021 | DEPLOYMENT_FREQUENCY | LOW    | Fewer than once per six months                      | PRIMARY
            2021 | LEAD_TIME            | ELITE  | Less than one hour                                  | PRIMARY
            2021 | LEAD_TIME            | HIGH   | Between one day and one week                        | PRIMARY
            2021 | LEAD_TIME            | MEDIUM | Between one month and six months                    | PRIMARY
            2021 | LEAD_TIME            | LOW    | More than six months                                | PRIMARY
            2021 | RECOVERY             | ELITE  | Less than one hour                                  | PRIMARY
            2021 | RECOVERY             | HIGH   | Less than one day                                   | PRIMARY
            2021 | RECOVERY             | MEDIUM | Between one day and one week                        | PRIMARY
            2021 | RECOVERY             | LOW    | More than six months                                | PRIMARY
            2021 | CHANGE_FAILURE_RATE  | ELITE  | 0%-15%                                              | PRIMARY
            2021 | CHANGE_FAILURE_RATE  | HIGH   | 16%-30%                                             | PRIMARY
            2021 | CHANGE_FAILURE_RATE  | MEDIUM | 16%-30%                                             | PRIMARY
            2021 | CHANGE_FAILURE_RATE  | LOW    | 16%-30%                                             | PRIMARY
            2022 | DEPLOYMENT_FREQUENCY | HIGH   | On-demand (multiple deploys per day)                | UNVERIFIED
            2022 | DEPLOYMENT_FREQUENCY | MEDIUM | Between once per week and once per month            | UNVERIFIED
            2022 | DEPLOYMENT_FREQUENCY | LOW    | Between once per month and once every 6 months      | UNVERIFIED
            2022 | LEAD_TIME            | HIGH   | Between one day and one week                        | UNVERIFIED
            2022 | LEAD_TIME            | MEDIUM | Between one week and one month                      | UNVERIFIED
            2022 | LEAD_TIME            | LOW    | Between one month and six months                    | UNVERIFIED
            2022 | RECOVERY             | HIGH   | Less than one day                                   | UNVERIFIED
            2022 | RECOVERY             | MEDIUM | Between one day and one week                        | UNVERIFIED
            2022 | RECOVERY             | LOW    | Between one week and one month                      | UNVERIFIED
            2022 | CHANGE_FAILURE_RATE  | HIGH   | 0%-15%                                              | UNVERIFIED
            2022 | CHANGE_FAILURE_RATE  | MEDIUM | 16%-30%                                             | UNVERIFIED
            2022 | CHANGE_FAILURE_RATE  | LOW    | 46%-60%                                             | UNVERIFIED
            2023 | DEPLOYMENT_FREQUENCY | ELITE  | On demand                                           | PRIMARY
            2023 | DEPLOYMENT_FREQUENCY | HIGH   | Between once per day and once per week              | SECONDARY
            2023 | DEPLOYMENT_FREQUENCY | MEDIUM | Between once per week and once per month            | SECONDARY
            2023 | DEPLOYMENT_FREQUENCY | LOW    | Between once per week and once per month            | SECONDARY
            2023 | LEAD_TIME            | ELITE  | Less than one day                                   | PRIMARY
            2023 | LEAD_TIME            | HIGH   | Between one day and one week                        | SECONDARY
            2023 | LEAD_TIME            | MEDIUM | Between one week and one month                      | SECONDARY
            2023 | LEAD_TIME            | LOW    | Between one week and one month                      | SECONDARY
            2023 | RECOVERY             | ELITE  | Less than one hour                                  | PRIMARY
            2023 | RECOVERY             | HIGH   | Less than one day                                   | SECONDARY
            2023 | RECOVERY             | MEDIUM | Between one day and one week                        | SECONDARY
            2023 | RECOVERY             | LOW    | Between one month and six months                    | SECONDARY
            2023 | CHANGE_FAILURE_RATE  | ELITE  | 5%                                                  | PRIMARY
            2023 | CHANGE_FAILURE_RATE  | HIGH   | 10%                                                 | SECONDARY
            2023 | CHANGE_FAILURE_RATE  | MEDIUM | 15%                                                 | SECONDARY
            2023 | CHANGE_FAILURE_RATE  | LOW    | 64%                                                 | SECONDARY
            2024 | DEPLOYMENT_FREQUENCY | ELITE  | On demand (multiple deploys per day)                | SECONDARY
            2024 | DEPLOYMENT_FREQUENCY | HIGH   | Between once per day and once per week              | SECONDARY
            2024 | DEPLOYMENT_FREQUENCY | MEDIUM | Between once per week and once per month            | SECONDARY
            2024 | DEPLOYMENT_FREQUENCY | LOW    | Between once per month and once every six months    | SECONDARY
            2024 | LEAD_TIME            | ELITE  | Less than one day                                   | SECONDARY
            2024 | LEAD_TIME            | HIGH   | Between one day and one week                        | SECONDARY
            2024 | LEAD_TIME            | MEDIUM | Between one week and one month                      | SECONDARY
            2024 | LEAD_TIME            | LOW    | Between one month and six months                    | SECONDARY
            2024 | RECOVERY             | ELITE  | Less than one hour                                  | SECONDARY
            2024 | RECOVERY             | HIGH   | Less than one day                                   | SECONDARY
            2024 | RECOVERY             | MEDIUM | Less than one day                                   | SECONDARY
            2024 | RECOVERY             | LOW    | Between one week and one month                      | SECONDARY
            2024 | CHANGE_FAILURE_RATE  | ELITE  | 5%                                                  | SECONDARY
            2024 | CHANGE_FAILURE_RATE  | HIGH   | 20%                                                 | SECONDARY
            2024 | CHANGE_FAILURE_RATE  | MEDIUM | 10%                                                 | SECONDARY
            2024 | CHANGE_FAILURE_RATE  | LOW    | 40%                                                 | SECONDARY
            """)
    void has_every_figure_with_its_evidence(
            int year, DoraMeasure measure, PerformanceLevel level, String text, DoraReport.Evidence evidence) {
        DoraReport.Cell cell = DoraReport.of(year).cell(measure, level).orElseThrow();
        assertThat(spelled(cell.text())).isEqualTo(spelled(text));
        assertThat(cell.evidence()).isEqualTo(evidence);
    }

    /** The reports write the same figure in several ways. */
    private static String spelled(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replace("on demand", "on-demand")
                .replace(" (multiple deploys per day)", "")
                .replace("once per six months", "once every 6 months")
                .replace("fewer than", "less than")
                .replace("six months", "6 months")
                .replace("between one", "one")
                .replace(" and ", " to ")
                .replace("one month to 6", "one to 6")
                .replace("%-", "-");
    }

    @Test
    void has_no_other_figure_and_no_levels_in_2020_and_2025() {
        assertThat(DoraReport.all().stream().mapToInt(report -> report.cells().size()))
                .containsExactly(16, 16, 0, 16, 12, 16, 16, 0);
        assertThat(DoraReport.of(2020).levels()).isEmpty();
        assertThat(DoraReport.of(2025).standing(DoraMeasure.LEAD_TIME, days(1)))
                .isEqualTo(new Standing.Unknown("the report of 2025 has no levels"));
        assertThat(DoraReport.of(2022).levels())
                .containsExactly(PerformanceLevel.HIGH, PerformanceLevel.MEDIUM, PerformanceLevel.LOW);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DoraReport.of(2017))
                .withMessage("no table of levels is known for 2017: expected one of"
                        + " [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025]");
    }

    @Test
    void never_fills_a_gap() {
        DoraReport report = DoraReport.of(2021);
        assertThat(report.standing(DoraMeasure.LEAD_TIME, days(14))).hasToString("BETWEEN(HIGH, MEDIUM)");
        assertThat(report.standing(DoraMeasure.LEAD_TIME, days(0.5))).hasToString("BETWEEN(ELITE, HIGH)");
        assertThat(report.standing(DoraMeasure.RECOVERY, days(60))).hasToString("BETWEEN(MEDIUM, LOW)");
        assertThat(report.standing(DoraMeasure.DEPLOYMENT_FREQUENCY, perDay("0.5")))
                .hasToString("BETWEEN(ELITE, HIGH)");
        assertThat(report.standing(DoraMeasure.LEAD_TIME, days(3)))
                .isEqualTo(at(report, DoraMeasure.LEAD_TIME, PerformanceLevel.HIGH));
        assertThat(report.standing(DoraMeasure.CHANGE_FAILURE_RATE, ratio("0.31")))
                .isInstanceOf(Standing.WorseThan.class);
    }

    @Test
    void never_assumes_that_a_better_level_has_a_better_figure() {
        DoraReport report = DoraReport.of(2024);
        assertThat(report.standing(DoraMeasure.CHANGE_FAILURE_RATE, ratio("0.15")))
                .hasToString("BETWEEN(MEDIUM, HIGH)");
        assertThat(report.standing(DoraMeasure.CHANGE_FAILURE_RATE, ratio("0.2")))
                .isEqualTo(at(report, DoraMeasure.CHANGE_FAILURE_RATE, PerformanceLevel.HIGH));
        assertThat(report.standing(DoraMeasure.CHANGE_FAILURE_RATE, ratio("0.02")))
                .isEqualTo(new Standing.BetterThan(
                        PerformanceLevel.ELITE,
                        List.of(report.cell(DoraMeasure.CHANGE_FAILURE_RATE, PerformanceLevel.ELITE)
                                .orElseThrow())));
    }

    @Test
    void names_all_levels_that_share_a_figure() {
        DoraReport report = DoraReport.of(2019);
        assertThat(report.standing(DoraMeasure.RECOVERY, days(0.5)))
                .isEqualTo(at(report, DoraMeasure.RECOVERY, PerformanceLevel.HIGH, PerformanceLevel.MEDIUM));
        assertThat(report.standing(DoraMeasure.RECOVERY, Amount.of(Duration.ofMinutes(30))))
                .isEqualTo(at(report, DoraMeasure.RECOVERY, PerformanceLevel.ELITE));
        assertThat(DoraReport.of(2018).standing(DoraMeasure.DEPLOYMENT_FREQUENCY, perDay("3")))
                .isEqualTo(at(
                        DoraReport.of(2018),
                        DoraMeasure.DEPLOYMENT_FREQUENCY,
                        PerformanceLevel.ELITE,
                        PerformanceLevel.HIGH));
    }

    @Test
    void says_which_figures_are_not_from_the_report_itself() {
        assertThat(DoraReport.of(2023)
                        .standing(DoraMeasure.CHANGE_FAILURE_RATE, ratio("0.05"))
                        .isPrimary())
                .isTrue();
        assertThat(DoraReport.of(2023)
                        .standing(DoraMeasure.CHANGE_FAILURE_RATE, ratio("0.07"))
                        .isPrimary())
                .isFalse();
        assertThat(DoraReport.of(2019).standing(DoraMeasure.LEAD_TIME, days(3)).isPrimary())
                .isTrue();
    }

    @Test
    void says_nothing_of_no_value() {
        MetricResult nothing = new MetricResult.Undefined("dora.change-lead-time", "no changes", new TreeMap<>());
        assertThat(DoraReport.of(2019).standing(DoraMeasure.LEAD_TIME, nothing))
                .isEqualTo(new Standing.Unknown("there is no value"));
    }

    private static Standing at(DoraReport report, DoraMeasure measure, PerformanceLevel... levels) {
        return new Standing.At(
                List.of(levels),
                List.of(levels).stream()
                        .map(level -> report.cell(measure, level).orElseThrow())
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "1.1, ON_DEMAND, 10",
        "1, DAILY_TO_HOURLY, 8",
        "0.9, WEEKLY_TO_DAILY, 6",
        "0.142857143, WEEKLY_TO_DAILY, 6",
        "0.14, MONTHLY_TO_WEEKLY, 4",
        "0.032, HALF_YEARLY_TO_MONTHLY, 2",
        "0.005, LESS_THAN_HALF_YEARLY, 0",
        "0, LESS_THAN_HALF_YEARLY, 0"
    })
    void a_frequency_is_one_of_six_answers(String rate, FrequencyAnswer answer, int score) {
        assertThat(DoraMeasure.DEPLOYMENT_FREQUENCY.answer(perDay(rate))).isEqualTo(answer);
        assertThat(answer.score()).isEqualTo(score);
    }

    @Test
    void the_two_best_answers_about_a_frequency_overlap() {
        assertThat(FrequencyAnswer.holding(perDay("3")))
                .containsExactly(FrequencyAnswer.DAILY_TO_HOURLY, FrequencyAnswer.ON_DEMAND);
        assertThat(FrequencyAnswer.holding(perDay("25"))).containsExactly(FrequencyAnswer.ON_DEMAND);
    }

    @ParameterizedTest
    @CsvSource({
        "PT59M59S, LESS_THAN_HOUR",
        "PT60M, LESS_THAN_DAY",
        "PT23H59M59S, LESS_THAN_DAY",
        "PT24H, DAY_TO_WEEK",
        "P7D, DAY_TO_WEEK",
        "P7DT1S, WEEK_TO_MONTH",
        "PT730H, WEEK_TO_MONTH",
        "PT730H1S, MONTH_TO_SIX_MONTHS",
        "PT4380H, MONTH_TO_SIX_MONTHS",
        "PT4380H1S, MORE_THAN_SIX_MONTHS"
    })
    void a_duration_is_one_of_six_answers(Duration duration, DurationAnswer answer) {
        assertThat(DoraMeasure.LEAD_TIME.answer(Amount.of(duration))).isEqualTo(answer);
        assertThat(DoraMeasure.RECOVERY.answer(Amount.of(duration))).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "0, FROM_0",
        "0.154, FROM_0",
        "0.155, FROM_16",
        "0.3, FROM_16",
        "0.46, FROM_46",
        "0.7, FROM_61",
        "1, FROM_76"
    })
    void a_failure_rate_is_in_one_of_six_bands(String rate, FailRateAnswer answer) {
        assertThat(DoraMeasure.CHANGE_FAILURE_RATE.answer(ratio(rate))).isEqualTo(answer);
    }

    @Test
    void refuses_what_no_answer_holds_for() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FailRateAnswer.of(ratio("1.2")))
                .withMessage("a ratio of 1.2 is in no band: expected 0 to 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DurationAnswer.of(perDay("1")))
                .withMessageContaining("cannot be compared");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FrequencyAnswer.of(perDay("-1")))
                .withMessage("-1/day is negative: expected 0 or more");
    }
}
