package siyu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import siyu.cli.Confirm;
import siyu.cli.Io;

/** Every verb that can store ten thousand rows at once asks before it does, stores nothing unasked, and takes {@code --yes}. */
class BigChangeTest {
    private static final String[][] CHANGES = {
        {"store 10,001 moves between segments?", "segment run --apply"},
        {"store 10,001 entries of the ledger?", "points earn"},
        {"store 10,001 moves between levels?", "level run"},
        {"store 10,004 tasks and badges?", "task run"},
        {"store 10,002 uses of 'treat'?", "benefit grant treat"},
        {"store 10,001 rewards?", "referral settle"},
        {"store 10,000 memberships of groups?", "assign-group apply"},
    };

    @TempDir
    Path temporary;

    private Desk desk() throws IOException {
        Desk desk = new Desk(temporary.toRealPath());
        StringBuilder customers = new StringBuilder("id,registered,vip,visits,region\n");
        StringBuilder events = new StringBuilder("id,customer,kind,at,amount\n");
        StringBuilder referrals = new StringBuilder("id,referrer,referee,at\n");
        for (long i = 0; i <= Confirm.MANY; i++) {
            String id = "m" + i;
            customers.append(id).append(",2026-02-12,true,1,here\n");
            events.append(id).append('p').append(',').append(id).append(",purchase,2026-02-15T10:00:00,12.50\n");
            events.append(id).append('l').append(',').append(id).append(",login,2026-02-15T11:00:00,\n");
            if (i > 0) {
                referrals
                        .append('r')
                        .append(id)
                        .append(",m")
                        .append(i - 1)
                        .append(',')
                        .append(id);
                referrals.append(",2026-02-11T10:00:00\n");
            }
        }
        desk.write("many.csv", customers.toString());
        desk.write("did.csv", events.toString());
        desk.write("brought.csv", referrals.toString());
        desk.write("place.csv", "id,kind,region,capacity\nbig,club,here,10000\n");
        desk.done("import", "customers", "many.csv");
        desk.done("import", "events", "did.csv");
        desk.done("import", "referrals", "brought.csv");
        desk.done("import", "groups", "place.csv");
        return desk;
    }

    @Test
    void nothingBigIsStoredUnasked() throws IOException, SQLException {
        Desk desk = desk();
        for (String[] change : CHANGES) {
            List<String> words = new ArrayList<>(List.of(change[1].split(" ")));
            String before = desk.digest();
            Said unasked = desk.run(words.toArray(new String[0]));
            assertThat(unasked.exit()).as("%s: %s", change[1], unasked.all()).isEqualTo(4);
            assertThat(unasked.out()).isEmpty();
            assertThat(unasked.err())
                    .isEqualTo("error[E0009]: there is no terminal to ask at: " + change[0]
                            + "\nhint: --yes does it, --dry-run shows what it would do\n");
            desk.terminal = new Io.Terminal(true, true, true, 80, 24);
            Said silent = desk.run(words.toArray(new String[0]));
            desk.terminal = Io.Terminal.NONE;
            assertThat(silent.exit()).isEqualTo(4);
            assertThat(silent.err()).contains(change[0] + " [y/N] ", "not confirmed, so nothing was changed");
            words.add("--dry-run");
            desk.done(words.toArray(new String[0]));
            assertThat(desk.digest()).as(change[1]).isEqualTo(before);
            words.set(words.size() - 1, "--yes");
            desk.done(words.toArray(new String[0]));
            assertThat(desk.digest()).as(change[1]).isNotEqualTo(before);
        }
    }

    /** A slip of the finger is a big change too. */
    @Test
    void soAreAMillionPoints() throws IOException, SQLException {
        Desk desk = new Desk(temporary.toRealPath());
        String before = desk.digest();
        for (String line : List.of("adjust c1 +1000000", "open c1 2000000")) {
            List<String> words = new ArrayList<>(List.of("points"));
            words.addAll(List.of(line.split(" ")));
            words.addAll(List.of("--reason", "as promised"));
            Said said = desk.run(words.toArray(new String[0]));
            assertThat(said.exit()).as(said.all()).isEqualTo(4);
            assertThat(said.err()).contains("error[E0009]: there is no terminal to ask at: post ", "000,000 points?");
        }
        assertThat(desk.digest()).isEqualTo(before);
        desk.done("points", "adjust", "c1", "+999999", "--reason", "as promised");
        desk.done("points", "adjust", "c1", "+1000000", "--yes", "--reason", "as promised");
    }
}
