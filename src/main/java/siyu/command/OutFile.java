package siyu.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import siyu.cli.Call;
import siyu.cli.CliCode;
import siyu.cli.Common;
import siyu.core.Problem;

/** A file that the command line asks for beside the answer. */
final class OutFile {
    private OutFile() {}

    /** Writes it; one that is there already is only replaced with {@code --yes}, which the verb takes. */
    static void write(Call call, Path file, byte[] bytes) {
        if (Files.exists(file) && !call.value(Common.YES)) {
            throw Problem.of(CliCode.NEEDS_CONFIRMATION, "'" + file + "' is there already")
                    .hint("--yes replaces it")
                    .failure();
        }
        try {
            Files.write(file, bytes);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
