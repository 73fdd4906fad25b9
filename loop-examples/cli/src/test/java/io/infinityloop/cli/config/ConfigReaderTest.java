package io.infinityloop.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.infinityloop.metrics.MetricRegistry;
import io.infinityloop.metrics.Segment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigReaderTest {
    private static Config read(String text) throws ConfigException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Config read(byte[] bytes) throws ConfigException {
        return ConfigReader.read(
                ".loop.yml", bytes, () -> MetricRegistry.discover(ConfigReaderTest.class.getClassLoader()));
    }

    private static List<String> problems(String text) {
        return problems(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> problems(byte[] bytes) {
        return catchThrowableOfType(ConfigException.class, () -> read(bytes)).problems();
    }

    @Test
    void the_sample_has_every_key_and_is_read() throws ConfigException, IOException {
        Config config = read(Files.readAllBytes(Path.of("sample", "loop.yml")));

        assertThat(config.keys()).containsExactlyInAnyOrderElementsOf(ConfigReader.KEYS);
        assertThat(config.services().repositories())
                .isEqualTo(Map.of("acme/shop", List.of("shop"), "acme/platform", List.of("api", "web")));
        assertThat(config.services().teams())
                .isEqualTo(Map.of("shop", "checkout", "api", "platform", "web", "platform"));
        assertThat(config.incidents()).containsExactly("Incident", "outage");
        assertThat(config.goals().told()).hasSize(5);
        assertThat(config.git().componentPaths()).isEqualTo(Map.of("api", List.of("services/api", "libs/common")));
        assertThat(config.defaults().zone()).contains(ZoneId.of("Europe/Berlin"));
        assertThat(config.defaults().window()).contains(Step.week);
        assertThat(config.defaults().groupBy()).containsExactly("service");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "# nothing yet\n", "---\n", "~", "services:\nteams: null\nzone: ~\n", "\uFEFF# begun\n"})
    void a_file_in_which_nothing_is_said_changes_nothing(String text) throws ConfigException {
        Config config = read(text);
        assertThat(config).usingRecursiveComparison().ignoringFields("file").isEqualTo(Config.none());
        assertThat(config.notes()).isEmpty();
    }

    /** What YAML takes for a truth or a number is a name here. */
    @Test
    void texts_are_what_is_written() throws ConfigException {
        Config config = read("services: {no: [on, 1.10], 0x10: 012}\r\nteams: {'on': \"yes\"}\r\n");
        assertThat(config.services().repositories())
                .isEqualTo(Map.of("no", List.of("on", "1.10"), "0x10", List.of("012")));
        assertThat(config.services().teams()).isEqualTo(Map.of("on", "yes"));
    }

    @ParameterizedTest
    @CsvSource({
        "enviroments, environments",
        "enviromnents, environments",
        "service, services",
        "Services, services",
        "tag_pattern, tag-pattern",
        "groupby, group-by",
        "zones, zone",
        "widnow, window"
    })
    void a_key_that_is_not_known_is_held_against_those_that_are(String key, String meant) {
        assertThat(problems("# ours\n" + key + ": x\n"))
                .containsExactly(".loop.yml, line 2: '" + key + "' is not known: did you mean " + meant + "?");
    }

    @Test
    void a_key_that_is_like_none_is_told_which_there_are() {
        assertThat(problems("colour: red"))
                .containsExactly(".loop.yml, line 1: 'colour' is not known: the keys are "
                        + String.join(", ", ConfigReader.KEYS));
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments("[services]", "line 1: a list stands here, expected keys such as services: or targets:"),
                arguments(
                        "services: [a]",
                        "line 1, services: a list stands here, expected a repository and its services"),
                arguments(
                        "services:\n  a:\n    b: c",
                        "line 2, services > a: keys and values stands here, expected a service"),
                arguments("services: {a: []}", "line 1, services > a: the list is empty, expected a service"),
                arguments("services: {a: [b, ' ']}", "line 1, services > a: nothing stands here, expected a service"),
                arguments("services: {a: [[b]]}", "line 1, services > a: a list stands here, expected a service"),
                arguments("services: {'': b}", "a key is empty"),
                arguments("teams: {a: }", "line 1, teams > a: nothing stands here, expected the name of a team"),
                arguments("teams:\n  a: " + "x".repeat(1001), "line 2, teams > a: "),
                arguments(
                        "environments: {live: prodution}",
                        "did you mean production?; expected one of production, staging"),
                arguments("environments: {'/(/': test}", "line 1, environments > /(/: '(' is no regular expression"),
                arguments("incidents: {a: b}", "line 1, incidents: keys and values stands here, expected a label"),
                arguments("tag-pattern: '('", "line 1, tag-pattern: '(' is not accepted: Unclosed group"),
                arguments(
                        "fix-pattern: ['a']", "line 1, fix-pattern: a list stands here, expected a regular expression"),
                arguments("component-paths: {a: ../b}", "component-paths > a: path '../b' leads out of the repository"),
                arguments(
                        "definition: devlak",
                        "'devlak' is not accepted: there is no definition 'devlak': expected one of"),
                arguments("zone: Mars", "line 1, zone: 'Mars' is not accepted: "),
                arguments("window: weak", "did you mean week?; expected one of auto, none, week, month, quarter"),
                arguments("group-by: [team, author]", "line 1, group-by: no number of this library is about a person"),
                arguments("targets: {a: < 1}", "line 1, targets: metric 'a' is not known, expected an id"),
                arguments("targets: {dora.chnage-lead-time: < 1 d}", "did you mean dora.change-lead-time?"),
                arguments(
                        "targets: {MTTR: soon}",
                        "'soon' is not accepted: it is no target, expected one such as < 1 day"),
                arguments("targets: {MTTR: < 5 %}", "dora.time-to-restore is a duration, expected one such as < 1 day"),
                arguments("targets: {MTTR: < 5}", "the unit is missing: dora.time-to-restore is a duration"),
                arguments("targets: {MTTR: < 5 parsecs}", "the unit 'parsecs' is not known, expected one of"),
                arguments("targets: {MTTR: {team: < 1 h}}", "line 1, targets > MTTR > team: this is no segment"),
                arguments(
                        "targets: {MTTR: < 1 h, mttr: < 2 h}", "has a target already, also under another of its names"),
                arguments("targets:\n  MTTR: >= 1 h", "put what begins with > into quotes, as in '>= 95 %'"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void a_mistake_is_told_with_its_line_its_keys_and_what_was_expected(String text, String told) {
        assertThat(problems(text))
                .singleElement()
                .asString()
                .startsWith(".loop.yml, line ")
                .contains(told);
    }

    @Test
    void all_mistakes_are_told_at_once_in_the_order_of_the_file() {
        assertThat(problems("zone: Mars\nteams: x\nwindow: year\nservcies: {}\n"))
                .extracting(problem -> problem.replaceFirst("^(.loop.yml, line \\d).*", "$1"))
                .containsExactly(".loop.yml, line 1", ".loop.yml, line 2", ".loop.yml, line 3", ".loop.yml, line 4");
        String many = IntStream.range(0, 5_000).mapToObj(i -> "key" + i + ": x").collect(Collectors.joining("\n"));
        assertThat(problems(many)).hasSize(21).last().asString().isEqualTo(".loop.yml: and 4980 more");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "dora.change-lead-time, < 1 day, < 86400s",
                "MTTR, < 1 h 30 min, < 5400s",
                "MTTR, at most 90m, <= 5400s",
                "MTTR, below 250 ms, < 0.25s",
                "CFR, <= 15 %, <= 0.15",
                "CFR, <= 0.15, <= 0.15",
                "delivery.test-pass-rate, At  Least 99.5 %, >= 0.995",
                "dora.deployment-frequency, >= 1 / week, >= 1/week",
                "dora.deployment-frequency, > 2 per day, > 2/day",
                "flow.work-in-progress, <= 3, <= 3"
            })
    void a_target_is_written_as_people_say_it(String metric, String text, String limit) throws ConfigException {
        Config config = read("targets: {" + metric + ": '" + text + "'}");
        MetricRegistry metrics = MetricRegistry.discover(ConfigReaderTest.class.getClassLoader());
        assertThat(config.goals().targets().find(metrics.definition(metric).orElseThrow(), Segment.ALL))
                .hasValueSatisfying(target -> {
                    assertThat(target.limit()).hasToString(limit);
                    assertThat(target.source()).isEqualTo(".loop.yml");
                });
    }

    static Stream<Arguments> hostile() {
        String laughs = "a: &a [x, x]\n"
                + IntStream.range(0, 30)
                        .mapToObj(i -> "k" + i + ": &k" + i + " [*a, *a]\n")
                        .collect(Collectors.joining());
        return Stream.of(
                arguments("a billion laughs", laughs, "line 1: anchors such as &name are not read here"),
                arguments("an alias", "zone: *z", "line 1: aliases such as *name are not read here"),
                arguments("itself", "&a [*a]", "anchors such as &name are not read here"),
                arguments("10,000 deep", "services: " + "[".repeat(10_000), "nothing here is more than 8 levels deep"),
                arguments("10,000 maps deep", "{a: ".repeat(10_000), "nothing here is more than 8 levels deep"),
                arguments("100,000 blocks deep", "- ".repeat(100_000) + "x", "nothing here is more than 8 levels deep"),
                arguments(
                        "a key twice",
                        "zone: UTC\nwindow: week\nzone: UTC\n",
                        "line 3: 'zone' stands in line 1 already"),
                arguments("a tab", "services:\n\ta: b\n", "line 2: this is no YAML: found character '\\t(TAB)'"),
                arguments(
                        "a class", "zone: !!javax.script.ScriptEngineManager [a]", "line 1: tags such as tag:yaml.org"),
                arguments("a tag", "zone: !env UTC", "line 1: tags such as !env are not read here"),
                arguments("a binary", "zone: !!binary aGk=", "line 1: tags such as tag:yaml.org,2002:binary"),
                arguments("two documents", "zone: UTC\n---\nzone: UTC\n", "line 2: a second document begins here"),
                arguments("a merge", "teams: {<<: {a: b}}", "line 1, teams > <<: keys and values stands here"),
                arguments("a map as a key", "? {a: b}\n: c\n", "line 1: a key is keys and values, expected a text"),
                arguments("an open quote", "zone: 'UTC\n", "this is no YAML: found unexpected end of stream"),
                arguments("a control character", "zone: \u0007", "the character U+0007 is not allowed in YAML"),
                arguments("JSON cut off", "{\"zone\": \"UTC\"", "this is no YAML"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    @Timeout(5)
    void what_no_team_would_write_is_refused_with_its_line(String what, String text, String told) {
        assertThat(problems(text)).singleElement().asString().contains(told).startsWith(".loop.yml");
    }

    @Test
    @Timeout(5)
    void a_file_that_is_too_large_or_no_text_is_refused() {
        byte[] large = ("zone: UTC\n#" + "x".repeat(300_000)).getBytes(StandardCharsets.UTF_8);
        assertThat(problems(large))
                .containsExactly(".loop.yml: the file is larger than 256 KiB, which is read at most");
        assertThat(problems("zone: UTC\n# Zürich\n".getBytes(StandardCharsets.ISO_8859_1)))
                .containsExactly(".loop.yml, line 2: the file is not in UTF-8: save it as UTF-8");
        assertThat(problems("zone: UTC".getBytes(StandardCharsets.UTF_16))).hasSize(1);
    }

    @Test
    @Timeout(10)
    void the_largest_file_is_read_in_no_time() throws ConfigException {
        String teams =
                IntStream.range(0, 12_000).mapToObj(i -> "  s" + i + ": team\n").collect(Collectors.joining());
        assertThat(read("teams:\n" + teams).services().teams()).hasSize(12_000);
        String one = "zone: " + "a".repeat(200_000);
        assertThat(problems(one)).singleElement().asString().hasSizeLessThan(600);
    }

    @Test
    void names_that_differ_by_a_letter_or_two_are_near() {
        assertThat(Nearest.distance("window", "widnow")).isEqualTo(1);
        assertThat(Nearest.distance("", "abc")).isEqualTo(3);
        assertThat(Nearest.distance("kitten", "sitting")).isEqualTo(3);
        assertThat(Nearest.to("x".repeat(100_000), List.of("window"))).isEmpty();
        assertThat(Nearest.to("zone", List.of())).isEmpty();
    }
}
