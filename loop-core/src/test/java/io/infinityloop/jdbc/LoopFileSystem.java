package io.infinityloop.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small file system of its own, in a file, from which the power can be cut. It needs Linux, root and python3. */
final class LoopFileSystem implements AutoCloseable {
    /** Asks ext4 to stop at once, and to write nothing more, not even its log. */
    private static final String CUT = "import fcntl,os,struct,sys;"
            + "fcntl.ioctl(os.open(sys.argv[1],os.O_RDONLY),0x8004587d,struct.pack('I',2))";

    private final Path image;
    private final Path place;

    private LoopFileSystem(Path image, Path place) {
        this.image = image;
        this.place = place;
    }

    /** {@return an empty one; the test is skipped if none was asked for} */
    static LoopFileSystem create(Path folder, int megabytes) throws IOException {
        if (!Boolean.getBoolean("power.cut")) {
            abort("mounts file systems and cuts their power: run it as root on Linux with -Dpower.cut=true");
        }
        LoopFileSystem made = new LoopFileSystem(folder.resolve("image"), folder.resolve("mounted"));
        try (RandomAccessFile image = new RandomAccessFile(made.image.toFile(), "rw")) {
            image.setLength(megabytes * 1_048_576L);
        }
        Files.createDirectory(made.place);
        run("mkfs.ext4", "-q", "-F", made.image.toString());
        made.mount();
        return made;
    }

    Path place() {
        return place;
    }

    void mount() throws IOException {
        run("mount", "-o", "loop", image.toString(), place.toString());
    }

    /** What was not handed to the disk is lost from here on. */
    void cutPower() throws IOException {
        run("python3", "-c", CUT, place.toString());
    }

    void unmount() throws IOException {
        run("umount", place.toString());
    }

    @Override
    public void close() throws IOException {
        unmount();
    }

    private static void run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(String.join(" ", command) + ": " + said);
        }
    }
}
