package io.infinityloop.cli;

import io.infinityloop.cli.LoopTool.Surroundings;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Where a result goes: to standard output, or to the file of {@code --out}. */
final class Output {
    private Output() {}

    /** Writes a text; a file that is there already is replaced. */
    static void write(String text, Optional<String> out, Surroundings surroundings) {
        if (out.isEmpty()) {
            surroundings.out().print(text);
            surroundings.out().flush();
            return;
        }
        Path file = surroundings.directory().resolve(out.get());
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new BadInputException("--out " + out.get() + " cannot be written: " + reason(file, failed), failed);
        }
    }

    /** Something that is written piece by piece. */
    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /** Writes piece by piece; a file that is there already is replaced. */
    static void write(Writing writing, Optional<String> out, Surroundings surroundings) {
        Path file = surroundings.directory().resolve(out.orElse(""));
        try (OutputStream to = new BufferedOutputStream(
                out.isEmpty() ? new Kept(surroundings.out()) : Files.newOutputStream(file), 1 << 16)) {
            writing.to(to);
        } catch (IOException failed) {
            throw new BadInputException(
                    (out.isEmpty() ? "standard output" : "--out " + out.get()) + " cannot be written: "
                            + (out.isEmpty() ? failed.getMessage() : reason(file, failed)),
                    failed);
        }
    }

    /** A stream that others still write to when this one is closed. */
    private static final class Kept extends FilterOutputStream {
        Kept(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    private static String reason(Path file, IOException failed) {
        if (failed instanceof NoSuchFileException) {
            return "there is no directory " + file.toAbsolutePath().getParent();
        }
        if (failed instanceof AccessDeniedException) {
            return "permission denied";
        }
        return Files.isDirectory(file) ? "it is a directory" : String.valueOf(failed.getMessage());
    }
}
