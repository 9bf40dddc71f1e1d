package siyu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code siyu shell} at a terminal of its own, and what it leaves; without {@code script} of util-linux it is not tried. */
class ShellTerminalTest {
    @TempDir
    Path temporary;

    /** What a person would see who types these lines, each when the shell is ready for it. */
    private String typed(Desk desk, String... lines) throws IOException, InterruptedException {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/script")) && Files.isExecutable(Path.of("/usr/bin/stty")),
                "script or stty is not installed, so the shell is not tried at a terminal");
        List<String> words = new ArrayList<>(Desk.child("-Dsiyu.tty=ioe", "shell"));
        words.replaceAll(word -> "'" + word + "'");
        String command = "stty cols 100 rows 30; exec " + String.join(" ", words);
        ProcessBuilder builder = new ProcessBuilder("script", "-qec", command, "/dev/null")
                .directory(desk.directory.toFile())
                .redirectErrorStream(true);
        builder.environment().put("TERM", "xterm");
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("PAGER", "cat");
        builder.environment()
                .put("XDG_STATE_HOME", desk.directory.resolve("state").toString());
        Path shown = desk.directory.resolve("shown");
        Process process = builder.redirectOutput(shown.toFile()).start();
        try (OutputStream keyboard = process.getOutputStream()) {
            for (int i = 0; i < lines.length; i++) {
                // The terminal is told once a line that pasted text is to be marked.
                while (process.isAlive() && Files.readString(shown).split("\u001b\\[\\?2004h", -1).length <= i + 1) {
                    Thread.sleep(20);
                }
                keyboard.write(lines[i].getBytes(StandardCharsets.UTF_8));
                keyboard.flush();
            }
            boolean ended = process.waitFor(300, TimeUnit.SECONDS);
            process.destroyForcibly();
            assertThat(ended).as(Files.readString(shown)).isTrue();
            assertThat(process.exitValue()).isZero();
        }
        return Files.readString(shown);
    }

    @Test
    void completesEditsRemembersAndLeaves() throws IOException, InterruptedException, SQLException {
        Desk desk = new Desk(temporary.toRealPath());
        String shown = typed(
                desk,
                "segm\trun ri\t-o json --columns segment\r",
                // Two wide characters too many, taken back.
                "segment pin c1 ring.na\tin --reason '重要客户银行\u007f\u007f'\r",
                "set -o csv\r",
                "segment list --columns segment\r",
                "segment list --columns rul\t\r",
                "thrown away\u0003",
                "versoin\r",
                "\u0004");
        assertThat(shown).contains("\"schema\": \"siyu.segment.run/1\"", "重要客户", "segment\r\ninner\r\nnamed\r\n");
        assertThat(shown).contains("rule\r\nvip\r\n");
        assertThat(shown).contains("did you mean 'version'?").doesNotContain("E0001");
        Path history = desk.directory.resolve("state/siyu/history");
        assertThat(Files.readString(history)).contains("segment run ring -o json", "--reason '重要客户'");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(history)))
                .isEqualTo("rw-------");
        assertThat(desk.done("db", "info", "-o", "json").out()).contains("\"reason\": \"重要客户\"");
        assertThat(desk.done("db", "check", "-o", "json").out()).contains("\"sound\": true");
    }

    /** A script sees one data file from its first line to its last, also when it is replaced in between. */
    @Test
    void aScriptKeepsTheDataFileOpen() throws IOException, InterruptedException {
        Desk desk = new Desk(temporary.toRealPath());
        Path script = desk.write("script", """
                set -q -o csv --no-headers
                points adjust c1 +5 --reason script --columns points
                db compact --columns path
                points adjust c1 +5 --reason script --columns points
                points balance c1 --columns balance
                show c99
                points adjust c1 +5 --reason 'not reached'
                """);
        Path out = desk.directory.resolve("out");
        Path err = desk.directory.resolve("err");
        Process process = new ProcessBuilder(Desk.child("-Dsiyu.tty=", "shell"))
                .directory(desk.directory.toFile())
                .redirectInput(script.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor()).as(Files.readString(err)).isEqualTo(4);
        assertThat(Files.readString(out)).isEqualTo("5\ntiny.mv.db\n5\n41\n");
        assertThat(Files.readString(err)).endsWith("stopped at line 6: show c99\n");
        assertThat(desk.done("points", "balance", "c1", "-o", "csv", "--columns", "balance", "--no-headers")
                        .out())
                .isEqualTo("41\n");
    }
}
