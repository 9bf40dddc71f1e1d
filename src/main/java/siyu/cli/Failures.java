package siyu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import siyu.core.Exit;
import siyu.core.Failure;
import siyu.core.Problem;
import siyu.out.Scrub;
import siyu.out.WriteException;

/** The one place that turns what was thrown into words on stderr and an exit code. */
final class Failures {
    private final Io io;
    private final Glance glance;

    Failures(Io io, Glance glance) {
        this.io = io;
        this.glance = glance;
    }

    /** Whether errors are JSON, so that no other line may stand beside them. */
    boolean json() {
        return glance.json();
    }

    /** Says what went wrong. */
    Exit report(Throwable thrown) {
        Throwable real =
                thrown instanceof UncheckedIOException && !(thrown instanceof WriteException) ? cause(thrown) : thrown;
        // A verb that writes a stream of its own may meet the closed pipe as a plain exception of the system.
        boolean closed = real instanceof WriteException write
                ? brokenPipe(write)
                : real instanceof IOException && "Broken pipe".equals(real.getMessage());
        if (closed) {
            return Exit.DONE;
        }
        if (real instanceof Failure failure) {
            show(failure.problems(), failure.exit(), List.of());
            return failure.exit();
        }
        Problem problem = problem(real);
        Exit exit = problem.code().exit();
        show(List.of(problem), exit, List.of());
        if (glance.debug()) {
            StringWriter trace = new StringWriter();
            thrown.printStackTrace(new PrintWriter(trace));
            for (String line : trace.toString().split("\\R")) {
                io.err().print(Scrub.text(line.replace("\t", "    ")) + "\n");
            }
            io.err().flush();
        }
        return exit;
    }

    /** Shows problems as text or, when the answer is JSON, as one JSON object. */
    void show(List<Problem> problems, Exit exit, List<String> notes) {
        if (glance.json()) {
            io.err().print(ProblemJson.of(problems, exit, notes));
        } else {
            Theme theme = Theme.of(glance.color(), io.terminal().err(), io);
            int width = io.terminal().err() ? io.terminal().width() : 0;
            io.err().print(new ProblemText(theme, width).of(problems));
        }
        io.err().flush();
    }

    private static Problem problem(Throwable thrown) {
        if (thrown instanceof WriteException write) {
            return Problem.of(CliCode.CANNOT_WRITE, "standard output cannot be written: " + reason(cause(write)));
        }
        if (thrown instanceof ClosedByInterruptException || thrown instanceof InterruptedException) {
            return Problem.of(CliCode.INTERRUPTED, "interrupted");
        }
        if (thrown instanceof FileSystemException file) {
            return Problem.of(CliCode.INPUT_OUTPUT, "'" + file.getFile() + "' " + refused(file));
        }
        if (thrown instanceof IOException) {
            return Problem.of(CliCode.INPUT_OUTPUT, "reading or writing failed: " + reason(thrown));
        }
        if (thrown instanceof OutOfMemoryError) {
            return Problem.of(CliCode.OUT_OF_MEMORY, "the work needs more memory than Java was given")
                    .hint("SIYU_JAVA_OPTIONS=-Xmx8g gives 8 GB");
        }
        if (thrown instanceof StackOverflowError) {
            return Problem.of(CliCode.TOO_DEEP, "something in the input is nested too deeply");
        }
        return Problem.of(CliCode.UNEXPECTED, "unexpected failure, a defect of siyu: " + reason(thrown))
                .hint("run it again with --debug and report what it prints");
    }

    private static String refused(FileSystemException failure) {
        if (failure instanceof NoSuchFileException) {
            return "does not exist";
        }
        if (failure instanceof AccessDeniedException) {
            return "may not be read or written";
        }
        if (failure instanceof FileAlreadyExistsException) {
            return "exists already";
        }
        if (failure instanceof NotDirectoryException) {
            return "is not a directory";
        }
        return "cannot be used: " + (failure.getReason() == null ? "no reason given" : failure.getReason());
    }

    private static String reason(Throwable thrown) {
        String message = thrown.getMessage();
        String kind = thrown.getClass().getSimpleName();
        return message == null || message.isBlank() ? kind : kind + ": " + message;
    }

    private static Throwable cause(Throwable thrown) {
        Throwable cause = thrown.getCause();
        return cause == null ? thrown : cause;
    }

    /**
     * Whether the reader of a pipe went away ({@code | head}), which is no failure: it has what it wanted. The words come from
     * the system, in its language; where they are strange, a pipe is known by what stdout is, since no pipe is ever full.
     */
    static boolean brokenPipe(WriteException failure) {
        String message = String.valueOf(cause(failure).getMessage());
        if (message.contains("Broken pipe") || message.contains("Connection reset")) {
            return true;
        }
        if (message.contains("No space left")) {
            return false;
        }
        try {
            String out = Files.readSymbolicLink(Path.of("/proc/self/fd/1")).toString();
            return out.startsWith("pipe:") || out.startsWith("socket:");
        } catch (IOException | UnsupportedOperationException notLinux) {
            return false;
        }
    }
}
