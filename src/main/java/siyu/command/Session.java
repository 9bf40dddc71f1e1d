package siyu.command;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import siyu.cli.Call;
import siyu.cli.Common;
import siyu.cli.Confirm;
import siyu.cli.Interruption;
import siyu.cli.Io;
import siyu.cli.Progress;
import siyu.config.YamlCache;
import siyu.core.AsOf;
import siyu.core.Problem;
import siyu.core.Watch;
import siyu.customer.StoredPopulation;
import siyu.fact.Vocabulary;
import siyu.program.Program;
import siyu.program.ProgramReader;
import siyu.program.Workspace;
import siyu.store.Opener;
import siyu.store.Store;
import siyu.store.StoreCode;

/**
 * What one invocation works with, each thing made when it is first asked for: the workspace, the program, the as-of, the data
 * file (last, because it is the dearest). Closed when the answer is written, because rows are read while they are written.
 */
final class Session implements AutoCloseable {
    private final Call call;
    private final boolean plain;
    private @Nullable Program program;
    private @Nullable AsOf asOf;
    private @Nullable Ahead ahead;
    private @Nullable Store store;
    private Interruption.@Nullable Guard signalled;
    private boolean reading;
    private boolean writing;

    private Session(Call call, boolean plain) {
        this.call = call;
        this.plain = plain;
    }

    static Session of(Call call) {
        return of(call, false);
    }

    /** @param plain whether {@code --set} is left out of the program, because the verb compares with it */
    static Session of(Call call, boolean plain) {
        Session session = new Session(call, plain);
        call.closeLater(session);
        return session;
    }

    Call call() {
        return call;
    }

    /** This run will ask for the data file: it is opened while the program is read. */
    Session ahead() {
        if (ahead == null && program == null && store == null) {
            ahead = new Ahead(file -> open(file, Duration.ZERO));
            String given = call.get(Common.DATA);
            if (given != null) {
                ahead.accept(path(given));
            }
        }
        return this;
    }

    /** The moment the command runs at: {@code --now}, or the clock. */
    Instant now() {
        Instant given = call.get(Common.NOW);
        return given == null ? call.io().clock().instant() : given;
    }

    Path root() {
        String given = call.get(Common.WORKSPACE);
        return Workspace.find(call.io().directory(), given == null ? null : path(given))
                .root();
    }

    Program program() {
        if (program == null) {
            program = read(plain ? List.of() : overrides(), null, ahead);
        }
        return program;
    }

    /** The program with {@code --set} and the sections of another file. */
    Program other(@Nullable String against) {
        return read(overrides(), against, null);
    }

    private Program read(List<String> overrides, @Nullable String against, @Nullable Ahead data) {
        Path root = root();
        return ProgramReader.read(root, overrides, against == null ? null : path(against), data, cache(root));
    }

    private YamlCache cache(Path root) {
        Io.Cache cache = call.io().cache();
        return cache == null ? YamlCache.NONE : YamlCache.of(cache.folder(), cache.build(), root);
    }

    private List<String> overrides() {
        return call.value(Common.SET);
    }

    AsOf asOf() {
        if (asOf == null) {
            LocalDate date = call.get(Common.AS_OF);
            java.time.ZoneId zone = program().vocabulary().zone();
            asOf = date == null ? AsOf.instant(now(), zone) : AsOf.date(date, zone);
        }
        return asOf;
    }

    /** The path of the data file: {@code --data}, or what the program says. */
    Path dataFile() {
        String given = call.get(Common.DATA);
        Path named = given == null ? program().data() : path(given);
        if (named == null) {
            throw Problem.of(StoreCode.MISSING, "program '" + program().name() + "' names no data file")
                    .hint("write data: data/" + program().name() + " into siyu.yaml, or give --data FILE")
                    .failure();
        }
        return named;
    }

    /** This run of a verb that can change the data file does not. */
    Session reading() {
        reading = true;
        return this;
    }

    /** The verb changes nothing, but the data file is written to: the run is noted, or other runs of this process change it meanwhile. */
    Session writing() {
        writing = true;
        return this;
    }

    private boolean changes() {
        return call.changes() && !reading;
    }

    private Store open(Path file, Duration lockTimeout) {
        Store opened = changes() || writing || call.value(Common.UNMASK)
                ? Store.open(file, lockTimeout, opener())
                : Store.openToRead(file, lockTimeout, opener());
        signalled = call.io().interruption().guard(opened::forgetHolder);
        return opened;
    }

    Store store() {
        if (store == null) {
            Path file = dataFile();
            store = ahead == null ? null : ahead.take(file);
            if (store == null) {
                store = open(file, call.value(Common.LOCK_TIMEOUT));
            }
            if (changes() && !writing) {
                // Before the verb reads what it decides by: an older form can only be changed.
                store.upgrade();
            }
        }
        return store;
    }

    /** The customers of the data file; how far a long look at them is is shown. */
    StoredPopulation population(Vocabulary vocabulary) {
        return new StoredPopulation(store(), vocabulary, () -> watch("going through customers"));
    }

    /** Shows how far a long look at rows is. */
    Watch watch(String what) {
        return Progress.of(call, what, Progress.Unit.ROWS);
    }

    /** The folder the data file lies in, where temporary files go. */
    Path dataFolder() {
        Path folder = dataFile().toAbsolutePath().getParent();
        return folder == null ? root() : folder;
    }

    /** Names and phone numbers in the clear leave a trace: who saw them, when and why. */
    void recordUnmasking() {
        if (call.value(Common.UNMASK)) {
            store().write(run("unmask", ""), Store::run);
        }
    }

    /** Who opens the data file, for those who find it busy. */
    Opener opener() {
        Map<String, String> environment = call.io().environment();
        return new Opener(
                environment.getOrDefault("USER", ""),
                environment.getOrDefault("HOSTNAME", ""),
                call.command(),
                call.io().clock());
    }

    /** The record of this run. */
    Store.Run run(String command, String inputHash) {
        String actor = call.io().environment().getOrDefault("USER", "");
        String reason = call.get(Common.REASON);
        return new Store.Run(actor, command, program().hash(), inputHash, reason == null ? "" : reason, now());
    }

    /**
     * Whether a change is stored: there is something to store, this is no dry run, and when it is a big one it is confirmed.
     *
     * @param count rows that would be stored
     * @param things what they are, {@code moves}
     */
    boolean stores(long count, String things) {
        if (count == 0 || dryRun()) {
            return false;
        }
        Confirm.big(call, count, things);
        return true;
    }

    boolean dryRun() {
        return call.value(Common.DRY_RUN);
    }

    /** A path of the command line, against the working directory. */
    Path path(String text) {
        return call.io().directory().resolve(text);
    }

    /** A path for people: relative when it lies below the working directory. */
    String shown(String path) {
        Path here = call.io().directory().toAbsolutePath().normalize();
        Path there = Path.of(path).toAbsolutePath().normalize();
        return there.startsWith(here) ? here.relativize(there).toString() : path;
    }

    @Override
    public void close() {
        if (ahead != null) {
            ahead.close();
        }
        if (store != null) {
            store.close();
        }
        if (signalled != null) {
            signalled.close();
        }
    }
}
