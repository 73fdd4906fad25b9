package io.infinityloop.metrics.dora;

import io.infinityloop.metrics.dora.DoraReport.Cell;
import io.infinityloop.metrics.dora.DoraReport.Evidence;
import java.util.ArrayList;
import java.util.List;

/**
 * The figures of DORA's reports. A line is a year, how sure it is, a measure, and the figures of elite, high, medium
 * and low; a star marks a figure that is surer than its line: it was read at DORA's.
 */
final class DoraTable {
    private static final String LINES = """
            2018 PRIMARY DEPLOYMENT_FREQUENCY ON_DEMAND DAILY_TO_HOURLY MONTHLY_TO_WEEKLY MONTHLY_TO_WEEKLY
            2018 PRIMARY LEAD_TIME LESS_THAN_HOUR DAY_TO_WEEK WEEK_TO_MONTH MONTH_TO_SIX_MONTHS
            2018 PRIMARY RECOVERY LESS_THAN_HOUR LESS_THAN_DAY LESS_THAN_DAY WEEK_TO_MONTH
            2018 PRIMARY CHANGE_FAILURE_RATE 0-15 0-15 0-15 46-60
            2019 PRIMARY DEPLOYMENT_FREQUENCY ON_DEMAND WEEKLY_TO_DAILY MONTHLY_TO_WEEKLY HALF_YEARLY_TO_MONTHLY
            2019 PRIMARY LEAD_TIME LESS_THAN_DAY DAY_TO_WEEK WEEK_TO_MONTH MONTH_TO_SIX_MONTHS
            2019 PRIMARY RECOVERY LESS_THAN_HOUR LESS_THAN_DAY LESS_THAN_DAY WEEK_TO_MONTH
            2019 PRIMARY CHANGE_FAILURE_RATE 0-15 0-15 0-15 46-60
            2021 PRIMARY DEPLOYMENT_FREQUENCY ON_DEMAND MONTHLY_TO_WEEKLY HALF_YEARLY_TO_MONTHLY LESS_THAN_HALF_YEARLY
            2021 PRIMARY LEAD_TIME LESS_THAN_HOUR DAY_TO_WEEK MONTH_TO_SIX_MONTHS MORE_THAN_SIX_MONTHS
            2021 PRIMARY RECOVERY LESS_THAN_HOUR LESS_THAN_DAY DAY_TO_WEEK MORE_THAN_SIX_MONTHS
            2021 PRIMARY CHANGE_FAILURE_RATE 0-15 16-30 16-30 16-30
            2022 UNVERIFIED DEPLOYMENT_FREQUENCY - ON_DEMAND MONTHLY_TO_WEEKLY HALF_YEARLY_TO_MONTHLY
            2022 UNVERIFIED LEAD_TIME - DAY_TO_WEEK WEEK_TO_MONTH MONTH_TO_SIX_MONTHS
            2022 UNVERIFIED RECOVERY - LESS_THAN_DAY DAY_TO_WEEK WEEK_TO_MONTH
            2022 UNVERIFIED CHANGE_FAILURE_RATE - 0-15 16-30 46-60
            2023 SECONDARY DEPLOYMENT_FREQUENCY *ON_DEMAND WEEKLY_TO_DAILY MONTHLY_TO_WEEKLY MONTHLY_TO_WEEKLY
            2023 SECONDARY LEAD_TIME *LESS_THAN_DAY DAY_TO_WEEK WEEK_TO_MONTH WEEK_TO_MONTH
            2023 SECONDARY RECOVERY *LESS_THAN_HOUR LESS_THAN_DAY DAY_TO_WEEK MONTH_TO_SIX_MONTHS
            2023 SECONDARY CHANGE_FAILURE_RATE *5 10 15 64
            2024 SECONDARY DEPLOYMENT_FREQUENCY ON_DEMAND WEEKLY_TO_DAILY MONTHLY_TO_WEEKLY HALF_YEARLY_TO_MONTHLY
            2024 SECONDARY LEAD_TIME LESS_THAN_DAY DAY_TO_WEEK WEEK_TO_MONTH MONTH_TO_SIX_MONTHS
            2024 SECONDARY RECOVERY LESS_THAN_HOUR LESS_THAN_DAY LESS_THAN_DAY WEEK_TO_MONTH
            2024 SECONDARY CHANGE_FAILURE_RATE 5 20 10 40
            """;

    private static final List<PerformanceLevel> COLUMNS =
            List.of(PerformanceLevel.ELITE, PerformanceLevel.HIGH, PerformanceLevel.MEDIUM, PerformanceLevel.LOW);

    static final List<DoraReport> REPORTS = List.of(
            report(2018, "Accelerate: State of DevOps 2018, page 14; elite is a part of high"),
            report(2019, "Accelerate State of DevOps 2019, page 18"),
            report(2020, "no report by DORA in this year"),
            report(2021, "Accelerate State of DevOps 2021, page 9; the gaps are the report's"),
            report(2022, "that there are three clusters: dora.dev; the figures: not checked against the report"),
            report(2023, "elite: infographic of the report; the others: DevLake's documentation and octopus.com"),
            report(2024, "two sources that quote the report and agree; high fails more often than medium"),
            report(2025, "no levels but seven profiles of teams, which no event shows"));

    private DoraTable() {}

    private static DoraReport report(int year, String source) {
        List<Cell> cells = new ArrayList<>();
        for (String line : LINES.lines().toList()) {
            String[] words = line.split(" ");
            if (words[0].equals(Integer.toString(year))) {
                for (int i = 0; i < COLUMNS.size(); i++) {
                    cell(words, i, cells);
                }
            }
        }
        return new DoraReport(year, source, cells);
    }

    private static void cell(String[] line, int column, List<Cell> cells) {
        String figure = line[3 + column];
        if (!figure.equals("-")) {
            boolean surer = figure.startsWith("*");
            DoraMeasure measure = DoraMeasure.valueOf(line[2]);
            cells.add(new Cell(
                    measure,
                    COLUMNS.get(column),
                    text(measure, surer ? figure.substring(1) : figure),
                    surer ? Evidence.PRIMARY : Evidence.valueOf(line[1])));
        }
    }

    private static String text(DoraMeasure measure, String figure) {
        return switch (measure) {
            case DEPLOYMENT_FREQUENCY -> FrequencyAnswer.valueOf(figure).text();
            case LEAD_TIME, RECOVERY -> DurationAnswer.valueOf(figure).text();
            case CHANGE_FAILURE_RATE -> figure + "%";
        };
    }

    /** The numbers that a figure stands for, in the unit of its measure. */
    static Extent extent(Cell cell) {
        return switch (cell.measure()) {
            case DEPLOYMENT_FREQUENCY -> frequency(cell.text());
            case LEAD_TIME, RECOVERY -> duration(cell.text());
            case CHANGE_FAILURE_RATE ->
                percent(cell.text().substring(0, cell.text().length() - 1));
        };
    }

    private static Extent frequency(String text) {
        for (FrequencyAnswer answer : FrequencyAnswer.values()) {
            if (answer.text().equals(text)) {
                return answer.extent();
            }
        }
        throw new IllegalArgumentException("no answer about a frequency is '" + text + "'");
    }

    private static Extent duration(String text) {
        for (DurationAnswer answer : DurationAnswer.values()) {
            if (answer.text().equals(text)) {
                return answer.extent();
            }
        }
        throw new IllegalArgumentException("no answer about a duration is '" + text + "'");
    }

    private static Extent percent(String figure) {
        int dash = figure.indexOf('-');
        return Extent.parse(dash < 0 ? figure + ".." + figure : figure.replace("-", ".."));
    }
}
