package siyu.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import siyu.cli.Call;
import siyu.cli.CliCode;
import siyu.cli.Common;
import siyu.cli.Parameter;
import siyu.core.Problem;
import siyu.lottery.Committed;
import siyu.lottery.DrawFile;
import siyu.lottery.Drawn;
import siyu.lottery.Names;
import siyu.lottery.Prize;
import siyu.lottery.Revealed;
import siyu.lottery.State;
import siyu.lottery.Verification;

/** Writes the files of a lottery that are published. */
final class LotteryFiles {
    static final Parameter<String> FORMAT = Parameter.option("--format", "NAME", "form of the draws", text -> text)
            .or("csv")
            .oneOf(List.of("csv", "jsonl"));

    private final Path folder;
    private final DrawFile form;
    private final List<@Nullable Object[]> written = new ArrayList<>();

    private LotteryFiles(Path folder, DrawFile form) {
        this.folder = folder;
        this.form = form;
    }

    static LotteryFiles to(Call call, String folder) {
        DrawFile form = call.value(FORMAT).equals("csv") ? DrawFile.CSV : DrawFile.JSONL;
        return new LotteryFiles(call.io().directory().resolve(folder), form);
    }

    /** What lies there already is not replaced by a slip of the keys. */
    LotteryFiles refuseExisting(Call call) {
        if (call.value(Common.YES)) {
            return this;
        }
        for (String name : Verification.names()) {
            if (Files.exists(folder.resolve(name))) {
                throw Problem.of(CliCode.NEEDS_CONFIRMATION, "'" + folder.resolve(name) + "' is there already")
                        .hint("--yes replaces the files of a lottery there")
                        .failure();
            }
        }
        return this;
    }

    /** Writes all of them; {file, bytes, SHA-256} of each. */
    List<@Nullable Object[]> write(LotteryDesk desk, World world, State state) {
        Committed committed = state.committed();
        try {
            Files.createDirectories(folder);
            for (String name : Verification.names()) {
                Files.deleteIfExists(folder.resolve(name));
            }
            write(Verification.RULES, out -> out.write(utf8(committed.text())));
            write(Verification.COMMITMENT, out -> out.write(utf8(committed.file())));
            write(form.file(), out -> draws(desk, world, committed, out));
            Revealed revealed = state.revealed();
            if (revealed != null) {
                write(Verification.REVEAL, out -> out.write(utf8(revealed.file(committed))));
            }
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        return written;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private interface Content {
        void write(OutputStream out) throws IOException;
    }

    private void write(String name, Content content) throws IOException {
        Path file = folder.resolve(name);
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException exception) {
            throw new IllegalStateException("every Java has SHA-256", exception);
        }
        try (OutputStream out = new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(file)), digest)) {
            content.write(out);
        }
        written.add(
                new @Nullable Object[] {name, Files.size(file), HexFormat.of().formatHex(digest.digest())});
    }

    private void draws(LotteryDesk desk, World world, Committed committed, OutputStream out) throws IOException {
        out.write(form.header());
        Names names = committed.names();
        List<Prize> prizes = committed.rules().prizes();
        try {
            desk.store().draws(committed, 1, (number, customer, at, prize, head) -> {
                String name = names.of(world.ids().apply(customer));
                try {
                    out.write(form.row(
                            new Drawn(number, at, name, prizes.get(prize).name(), head)));
                } catch (IOException exception) {
                    throw new UncheckedIOException(exception);
                }
                return true;
            });
        } catch (UncheckedIOException exception) {
            throw new IOException(exception.getCause());
        }
    }
}
