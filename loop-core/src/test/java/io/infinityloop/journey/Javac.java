package io.infinityloop.journey;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;

/** The compiler of the running JDK, on programs that see of the library what its module exports. */
final class Javac {
    private static final Pattern ERROR = Pattern.compile("(\\w+)\\.java:(\\d+):\\d+: compiler\\.err\\..*");
    private static final Pattern COUNT = Pattern.compile("(\\d+) errors?");

    private final Path folder;

    /** Compiles in a folder of its own. */
    Javac(Path folder) {
        this.folder = folder;
    }

    /**
     * Compiles programs together.
     *
     * @param programs source texts by the names of their classes
     * @return for each class the lines that are in error, counted from 1; none if it compiles
     */
    SortedMap<String, SortedSet<Integer>> errors(Map<String, String> programs) throws IOException {
        SortedMap<String, SortedSet<Integer>> errors = new TreeMap<>();
        List<String> arguments = new ArrayList<>(List.of("-XDrawDiagnostics", "--should-stop=ifError=FLOW"));
        arguments.addAll(List.of("-Xmaxerrs", "100000", "-proc:none", "-d", folder.toString()));
        arguments.addAll(library());
        for (Map.Entry<String, String> program : programs.entrySet()) {
            Path file = folder.resolve(program.getKey() + ".java");
            arguments.add(Files.writeString(file, program.getValue()).toString());
            errors.put(program.getKey(), new TreeSet<>());
        }
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said, true);
        ToolProvider javac = ToolProvider.findFirst("javac").orElseThrow();
        int status = javac.run(out, out, arguments.toArray(String[]::new));
        int found = read(said.toString(), errors);
        assertThat(status == 0).as(said.toString()).isEqualTo(found == 0);
        return errors;
    }

    /** Every line that the compiler writes is understood, so that it cannot fail for a reason that nobody sees. */
    private static int read(String said, Map<String, SortedSet<Integer>> errors) {
        int found = 0;
        int counted = 0;
        for (String line : said.lines().toList()) {
            Matcher error = ERROR.matcher(line);
            Matcher count = COUNT.matcher(line);
            if (error.matches()) {
                requireNonNull(errors.get(error.group(1)), line).add(Integer.valueOf(error.group(2)));
                found++;
            } else {
                assertThat(count.matches()).as(said).isTrue();
                counted = Integer.parseInt(count.group(1));
            }
        }
        assertThat(found).as(said).isEqualTo(counted);
        return found;
    }

    private static List<String> library() {
        String modules = System.getProperty("jdk.module.path");
        return modules == null
                ? List.of("-classpath", System.getProperty("java.class.path"))
                : List.of("--module-path", modules, "--add-modules", "io.infinityloop");
    }
}
