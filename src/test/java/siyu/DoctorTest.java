package siyu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import siyu.cli.Io;

/** What {@code siyu doctor} says of a workspace that is whole, and of what can be wrong with one. */
class DoctorTest {
    @TempDir
    Path temporary;

    private static String said(Desk desk, int exit, String... more) {
        String[] words = java.util.Arrays.copyOf(new String[] {"doctor", "-o", "csv", "--no-headers"}, 4 + more.length);
        System.arraycopy(more, 0, words, 4, more.length);
        Said said = desk.run(words);
        assertThat(said.exit()).as(said.all()).isEqualTo(exit);
        assertThat(said.err()).isEmpty();
        return said.out();
    }

    @Test
    void tellsWhatIsInEffect() throws IOException {
        Desk desk = new Desk(temporary.toRealPath());
        desk.environment = Map.of("LANG", "zh_CN.GB18030", "SIYU_PAGER", "", "OTHER", "x");
        desk.terminal = new Io.Terminal(true, true, false, 100, 40);
        assertThat(said(desk, 0))
                .contains("\nworkspace,ok," + desk.directory + ",\n")
                .contains("\nprogram,ok,\"tiny, America/New_York, CNY\",\n")
                .contains("\nfiles,ok,siyu.yaml,\n")
                .contains("\nterminal,ok,\"stdin, stdout, 100 columns\",\n")
                .contains("\nLANG,note,zh_CN.GB18030,")
                .contains("\nSIYU_PAGER,ok,(empty),\n")
                .contains("\ndata file,ok,\"" + desk.directory.resolve("tiny.mv.db") + ", ")
                .contains("java,ok,\"" + Runtime.version())
                .doesNotContain("OTHER", "permissions");
        Files.setPosixFilePermissions(
                desk.directory.resolve("tiny.mv.db"), PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(said(desk, 0)).contains("\npermissions,note,others may read the data file,chmod 600 ");
    }

    @Test
    void tellsWhatIsWrong() throws IOException {
        Desk desk = new Desk(temporary.toRealPath());
        assertThat(said(desk, 10, "--data", "none")).contains("\nprogram,ok,").contains("\ndata file,wrong,E0501 ");
        Files.writeString(desk.directory.resolve("empty.mv.db"), "");
        assertThat(said(desk, 10, "--data", "empty")).contains("\ndata file,wrong,E05");
        desk.write(
                "siyu.yaml", Desk.PROGRAM.replace("inner: vip", "inner: vpi").replace("count(login)", "count(logn)"));
        assertThat(said(desk, 10))
                .containsPattern("program,wrong,\"?E0310 siyu.yaml:\\d+:\\d+: .*'vpi'.*did you mean 'vip'")
                .containsPattern("program,wrong,\"?E03\\d\\d siyu.yaml:\\d+:\\d+: .*'logn'");
        Files.delete(desk.directory.resolve("siyu.yaml"));
        assertThat(said(desk, 10)).contains("\nworkspace,wrong,E02");
    }
}
