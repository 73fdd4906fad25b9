package io.infinityloop.cli;

import io.infinityloop.machine.LoopDefinition;
import io.infinityloop.picture.Graph;
import io.infinityloop.picture.Picture;
import io.infinityloop.process.Lifecycle;
import io.infinityloop.process.Processes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Something that can be drawn.
 *
 * @param name what the user types
 * @param about what it shows
 * @param graph the picture
 */
record Drawing(String name, String about, Graph graph) {
    /** Everything that can be drawn; a process of the library is there by itself. */
    static List<Drawing> all() {
        List<Drawing> all = new ArrayList<>();
        all.add(new Drawing(
                "ring",
                "the eight stages, and how each hands over to the next",
                Picture.ofRing().graph()));
        all.add(new Drawing(
                "delivery",
                "the same with what each stage has to hand over",
                Picture.of(LoopDefinition.delivery()).graph()));
        for (Lifecycle<?> process : Processes.all()) {
            all.add(new Drawing(
                    process.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"),
                    "the process '" + process.name() + "'",
                    process.graph()));
        }
        return List.copyOf(all);
    }

    /** Finds a drawing by what the user typed. */
    static Drawing named(String name) {
        List<Drawing> all = all();
        return all.stream()
                .filter(drawing -> drawing.name().equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElseThrow(() -> new BadInputException("'" + name + "' is nothing that can be drawn; expected one of "
                        + String.join(", ", all.stream().map(Drawing::name).toList())));
    }
}
