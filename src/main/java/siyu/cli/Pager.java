package siyu.cli;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Stands before a terminal: what fits the screen goes straight there, what is longer goes to {@code $SIYU_PAGER}, {@code $PAGER}
 * or {@code less -FRX}. Never used when stdout is no terminal.
 */
final class Pager extends OutputStream {
    private static final String DEFAULT = "less";
    /** Rows kept for the prompt of the shell. */
    private static final int PROMPT = 2;

    private final Io io;
    private final String command;
    private final int lines;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private int seen;
    private @Nullable Process process;
    private @Nullable OutputStream paged;

    private Pager(Io io, String command, int lines) {
        this.io = io;
        this.command = command;
        this.lines = lines;
    }

    /** A pager for this call, or null when the output is to go straight out. */
    static @Nullable Pager of(Call call) {
        Io io = call.io();
        Map<String, String> environment = io.environment();
        int height = io.terminal().height();
        if (!io.terminal().out()
                || height <= PROMPT
                || call.value(Common.NO_PAGER)
                || "dumb".equals(environment.get("TERM"))
                || call.value(Common.OUTPUT).data()) {
            return null;
        }
        String command = environment.get("SIYU_PAGER");
        command = command == null ? environment.get("PAGER") : command;
        if (command == null) {
            command = onPath(environment.getOrDefault("PATH", "")) ? DEFAULT : "";
        }
        return command.isBlank() || command.equals("cat") ? null : new Pager(io, command, height - PROMPT);
    }

    private static boolean onPath(String path) {
        for (String directory : path.split(File.pathSeparator)) {
            if (!directory.isEmpty() && new File(directory, DEFAULT).canExecute()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        if (paged != null) {
            forward(paged, bytes, from, length);
            return;
        }
        held.write(bytes, from, length);
        for (int i = from; i < from + length; i++) {
            if (bytes[i] == '\n') {
                seen++;
            }
        }
        if (seen > lines) {
            OutputStream pipe = start();
            byte[] first = held.toByteArray();
            held.reset();
            forward(pipe, first, 0, first.length);
        }
    }

    /** Somebody who left the pager has seen enough. */
    private static void forward(OutputStream pipe, byte[] bytes, int from, int length) throws IOException {
        try {
            pipe.write(bytes, from, length);
            pipe.flush();
        } catch (IOException left) {
            throw new IOException("Broken pipe", left);
        }
    }

    private OutputStream start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", command)
                .directory(io.directory().toFile())
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        // Quit when it fits, keep colours, leave the screen as it was; unless the user chose otherwise.
        builder.environment().putIfAbsent("LESS", "FRX");
        builder.environment().putIfAbsent("LESSCHARSET", "utf-8");
        process = builder.start();
        paged = process.getOutputStream();
        return paged;
    }

    /** Ends the output and waits until the pager was left. */
    @Override
    public void close() throws IOException {
        Process pager = process;
        if (pager == null) {
            held.writeTo(io.out());
            io.out().flush();
            return;
        }
        try {
            pager.getOutputStream().close();
        } catch (IOException left) {
            // It was left before it had read everything.
        }
        // Ctrl-C is the pager's own while it has the terminal: it is waited for in any case.
        boolean interrupted = false;
        while (pager.isAlive()) {
            try {
                pager.waitFor();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
