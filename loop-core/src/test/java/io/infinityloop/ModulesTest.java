package io.infinityloop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the build says the modules are and need. */
class ModulesTest {
    private static final Path TOP = Path.of("..");
    private static final Pattern DEPENDENCY = Pattern.compile("(?s)<dependency>(.*?)</dependency>");
    private static final Pattern MODULE = Pattern.compile("<module>(.*?)</module>");
    private static final Pattern OWN = Pattern.compile("loop-[a-z]+");

    @Test
    @Tag("SPI-01")
    void there_are_three_modules_and_the_core_needs_none_of_the_others() throws IOException {
        assertThat(MODULE.matcher(pom(TOP)).results().map(found -> found.group(1)))
                .containsExactly("loop-core", "loop-metrics", "loop-examples");
        Map<String, List<String>> own = new TreeMap<>();
        for (String module : List.of("loop-core", "loop-metrics")) {
            own.put(
                    module,
                    dependencies(TOP.resolve(module)).stream()
                            .map(dependency -> tag(dependency, "artifactId"))
                            .filter(id -> OWN.matcher(id).matches())
                            .distinct()
                            .toList());
        }
        assertThat(own).containsExactly(entry("loop-core", List.of()), entry("loop-metrics", List.of("loop-core")));
    }

    /** A binding that is shipped takes the choice from the tool, and two of them quarrel. */
    @Test
    @Tag("SPI-09")
    void of_slf4j_only_the_api_is_shipped() throws IOException {
        for (String module : List.of("loop-core", "loop-metrics")) {
            assertThat(dependencies(TOP.resolve(module)))
                    .filteredOn(dependency -> !tag(dependency, "scope").equals("test"))
                    .extracting(dependency -> tag(dependency, "groupId") + ":" + tag(dependency, "artifactId"))
                    .filteredOn(name -> name.contains("slf4j") || name.contains("logback") || name.contains("log4j"))
                    .as(module)
                    .containsExactly("org.slf4j:slf4j-api");
        }
    }

    private static List<String> dependencies(Path module) throws IOException {
        List<String> found = new ArrayList<>();
        DEPENDENCY.matcher(pom(module)).results().map(match -> match.group(1)).forEach(found::add);
        assertThat(found).as("dependencies of %s", module).isNotEmpty();
        return found;
    }

    private static String pom(Path module) throws IOException {
        return Files.readString(module.resolve("pom.xml"));
    }

    private static String tag(String xml, String name) {
        return Pattern.compile("<" + name + ">(.*?)</" + name + ">")
                .matcher(xml)
                .results()
                .map(MatchResult::group)
                .map(text -> text.replaceAll("<.*?>", ""))
                .findFirst()
                .orElse("");
    }
}
