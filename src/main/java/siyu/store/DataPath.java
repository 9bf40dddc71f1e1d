package siyu.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import siyu.core.Failure;
import siyu.core.Place;
import siyu.core.Problem;

/**
 * Where a data file lies. A path becomes part of a JDBC URL only here, after everything that could be read as more than a path
 * was refused.
 *
 * @param shown the file as the user named it, with its suffix
 * @param file the file itself, absolute
 */
record DataPath(String shown, Path file) {
    static final String SUFFIX = ".mv.db";

    /**
     * How every data file is opened: durable on return, no compaction at close, no trace files, and no compression, which on
     * packed blocks costs twice the time to write and to read (StoreBench).
     */
    static final String SETTINGS = ";IFEXISTS=TRUE;FILE_LOCK=FS;WRITE_DELAY=0;MAX_COMPACT_TIME=0;COMPRESS=FALSE"
            + ";OPTIMIZE_REUSE_RESULTS=0;LOCK_TIMEOUT=10000;DB_CLOSE_ON_EXIT=FALSE"
            + ";TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0";

    /** A store of H2 begins with two headers of one block each; one that has no more holds nothing. */
    private static final long HEADERS = 2 * 4096;

    /** @param configured with or without the suffix */
    static DataPath of(Path configured) {
        String name = configured.toString();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == ';'
                    || Character.isISOControl(c)
                    || (c == '\\' && Path.of("/").getFileSystem().getSeparator().equals("/"))) {
                throw StoreCode.PATH.failure("the path of a data file cannot hold "
                        + (Character.isISOControl(c) ? "a control character" : "'" + c + "'"));
            }
        }
        Path last = configured.getFileName();
        if (last == null || last.toString().isEmpty() || last.toString().equals(SUFFIX)) {
            throw StoreCode.PATH.failure("'" + name + "' names no data file");
        }
        String shown = name.endsWith(SUFFIX) ? name : name + SUFFIX;
        return new DataPath(shown, Path.of(shown).toAbsolutePath().normalize());
    }

    String url() {
        String name = file.toString();
        return "jdbc:h2:file:" + name.substring(0, name.length() - SUFFIX.length()) + SETTINGS;
    }

    String url(Use use) {
        return use == Use.READING ? url() + ";ACCESS_MODE_DATA=r" : url();
    }

    Failure failure(StoreCode code, String message) {
        return problem(code, message).failure();
    }

    Problem problem(StoreCode code, String message) {
        return Problem.of(code, message).at(Place.file(shown));
    }

    /** Refuses what cannot be a data file, by its facts alone: the file is not opened, which in a process that has it open would give up its lock. */
    void require(Use use) {
        if (Files.isDirectory(file)) {
            throw failure(StoreCode.PATH, "'" + shown + "' is a folder");
        }
        if (!Files.exists(file)) {
            throw problem(StoreCode.MISSING, "there is no data file '" + shown + "'")
                    .hint("siyu init makes it")
                    .failure();
        }
        if (!Files.isRegularFile(file)) {
            throw failure(StoreCode.PATH, "'" + shown + "' is not an ordinary file");
        }
        if (!Files.isReadable(file) || use != Use.READING && !Files.isWritable(file)) {
            throw failure(
                    StoreCode.ACCESS,
                    "'" + shown + "' may not be read" + (use == Use.READING ? "" : " and written") + " by this user");
        }
        long size = size();
        if (size <= HEADERS) {
            throw failure(
                    StoreCode.FOREIGN,
                    size == 0 ? "'" + shown + "' is empty" : "'" + shown + "' holds nothing but the head of a file");
        }
    }

    long size() {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw access(e);
        }
    }

    /** What the operating system knows the file by, so that a file put in its place can be told apart. */
    Object identity() {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return Objects.requireNonNullElse(attributes.fileKey(), attributes.creationTime());
        } catch (IOException e) {
            throw access(e);
        }
    }

    Failure access(IOException e) {
        String why = e.getMessage() == null || e.getMessage().isEmpty() ? "" : ": " + e.getMessage();
        if (StoreFailures.isFull(e)) {
            return failure(StoreCode.FULL, "there was no room to write '" + shown + "'");
        }
        return failure(
                StoreCode.ACCESS,
                "'" + shown + "' could not be read or written (" + e.getClass().getSimpleName() + why + ")");
    }

    /** A path beside this one for a file in the making, and the empty file itself (0600, folders 0700). */
    DataPath temporary() {
        String name = file.getFileName().toString();
        String unique =
                ProcessHandle.current().pid() + "-" + Thread.currentThread().getId();
        Path path =
                file.resolveSibling("." + name.substring(0, name.length() - SUFFIX.length()) + "." + unique + SUFFIX);
        try {
            Files.createDirectories(folder(), attributes("rwx------"));
            Files.deleteIfExists(path);
            Files.createFile(path, attributes("rw-------"));
        } catch (IOException | UnsupportedOperationException e) {
            throw access(e instanceof IOException io ? io : new IOException(e));
        }
        return new DataPath(path.toString(), path);
    }

    void refuseExisting() {
        if (Files.exists(file)) {
            throw failure(StoreCode.EXISTS, "'" + shown + "' exists already");
        }
    }

    /** Gives a finished file this name, unless there is one by now: a hard link is refused when the name is taken, a rename is not. */
    void publish(DataPath finished) {
        try {
            force(finished.file);
            try {
                Files.createLink(file, finished.file);
                Files.delete(finished.file);
            } catch (FileAlreadyExistsException e) {
                throw failure(StoreCode.EXISTS, "'" + shown + "' exists already");
            } catch (UnsupportedOperationException | IOException e) {
                refuseExisting();
                Files.move(finished.file, file, StandardCopyOption.ATOMIC_MOVE);
            }
            force(folder());
        } catch (IOException e) {
            throw access(e);
        }
    }

    /** Puts a finished file in the place of this one; who opens the name sees the one or the other. */
    void replace(DataPath finished) {
        try {
            force(finished.file);
            Files.move(finished.file, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            force(folder());
        } catch (IOException e) {
            throw access(e);
        }
    }

    void discard() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw access(e);
        }
    }

    private Path folder() {
        return Objects.requireNonNull(file.getParent());
    }

    /** Brings a file, or the names in a folder, to the disk. */
    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    static FileAttribute<?>[] attributes(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
