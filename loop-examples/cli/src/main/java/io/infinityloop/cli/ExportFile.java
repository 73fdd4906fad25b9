package io.infinityloop.cli;

import io.infinityloop.journal.Anchor;
import io.infinityloop.json.JournalReader;
import io.infinityloop.json.RefusedLineException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The file that an export is written to, a new one or one that is continued. */
final class ExportFile implements AutoCloseable {
    private final FileChannel channel;
    private final OutputStream out;
    private final JournalReader.End end;

    /** Where its name is written, if it is a new one. */
    private final @Nullable Path directory;

    private ExportFile(FileChannel channel, @Nullable Path directory, JournalReader.End end) {
        this.channel = channel;
        this.directory = directory;
        this.out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
        this.end = end;
    }

    static ExportFile open(Path file, String shown, boolean more) throws IOException {
        try {
            if (more && Files.exists(file)) {
                return continued(file, shown);
            }
            return new ExportFile(
                    FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    file.toAbsolutePath().getParent(),
                    new JournalReader.End(Anchor.BEGINNING, 0, 0));
        } catch (FileAlreadyExistsException there) {
            throw new BadInputException(
                    "--out " + shown + " is there already: add --continue to go on at its end, or give another name",
                    there);
        } catch (NoSuchFileException none) {
            throw new BadInputException(
                    "--out " + shown + " cannot be written: there is no directory "
                            + file.toAbsolutePath().getParent(),
                    none);
        } catch (AccessDeniedException denied) {
            throw new BadInputException("--out " + shown + " cannot be written: permission denied", denied);
        }
    }

    private static ExportFile continued(Path file, String shown) throws IOException {
        JournalReader.End end;
        try (InputStream in = Files.newInputStream(file)) {
            end = JournalReader.end(in);
        } catch (RefusedLineException refused) {
            throw new BadInputException(
                    shown + ", line " + refused.line() + ": " + refused.problem()
                            + "; nothing was added: move the file away and export anew",
                    refused);
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        channel.truncate(end.wholeBytes());
        channel.position(end.wholeBytes());
        return new ExportFile(channel, null, end);
    }

    /** Returns where the file ended, with everything that was whole. */
    Anchor end() {
        return end.anchor();
    }

    /** Returns how many bytes of a line that was cut off were removed. */
    long tornBytes() {
        return end.tornBytes();
    }

    OutputStream out() {
        return out;
    }

    /** Returns when everything is on the disk, the name included; Windows, which opens no directories, sees to it. */
    void sync() throws IOException {
        out.flush();
        channel.force(true);
        if (directory != null
                && directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel names = FileChannel.open(directory, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
