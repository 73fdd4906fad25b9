package io.infinityloop.cli;

import io.infinityloop.cli.LoopTool.Surroundings;
import io.infinityloop.cli.config.Config;
import io.infinityloop.cli.config.ConfigException;
import io.infinityloop.cli.config.ConfigReader;
import io.infinityloop.metrics.MetricRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the team's rules stand. */
final class ConfigChoice {
    private static final String NAME = ".loop.yml";

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "the team's rules: services, environments, targets and what is chosen otherwise by options"
                    + " (default: " + NAME + " here, or at the top of the git repository you stand in)")
    private Optional<String> file = Optional.empty();

    /** Reads the file that was named, or the one that is found; without one nothing is said. */
    Config read(Surroundings surroundings) {
        if (file.isPresent()) {
            return read(file.get(), surroundings.directory().resolve(file.get()));
        }
        Path here = surroundings.directory().toAbsolutePath().normalize();
        return found(here)
                .map(path -> read(here.relativize(path).toString(), path))
                .orElse(Config.none());
    }

    private static Optional<Path> found(Path here) {
        for (Path place = here; place != null; place = place.getParent()) {
            boolean isTop = Files.exists(place.resolve(".git"));
            Path path = place.resolve(NAME);
            if ((isTop || place.equals(here)) && Files.isRegularFile(path)) {
                return Optional.of(path);
            }
            if (isTop) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Config read(String name, Path path) {
        if (Files.isDirectory(path)) {
            throw new BadInputException("--config " + name + " is a directory; give a file");
        }
        try (InputStream in = Files.newInputStream(path)) {
            return ConfigReader.read(name, in.readNBytes(ConfigReader.MOST_BYTES + 1), ConfigChoice::metrics);
        } catch (ConfigException wrong) {
            throw new BadInputException(wrong.problems(), wrong);
        } catch (NoSuchFileException missing) {
            throw new BadInputException("--config " + name + " does not exist", missing);
        } catch (IOException failed) {
            throw new BadInputException(name + " cannot be read: " + failed.getMessage(), failed);
        }
    }

    /** A plug-in that cannot be used is complained of where it is. */
    private static MetricRegistry metrics() {
        return MetricRegistry.discover(ConfigChoice.class.getClassLoader(), passedOver -> {});
    }
}
