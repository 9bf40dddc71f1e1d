package siyu.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import siyu.core.AsOf;
import siyu.customer.Facts;
import siyu.customer.FilePopulation;
import siyu.customer.ImportCustomers;
import siyu.customer.ImportEvents;
import siyu.customer.StoredPopulation;
import siyu.fact.Needs;
import siyu.fact.Population;
import siyu.fact.Vocabulary;
import siyu.importing.RecordReader;
import siyu.program.ProgramReader;
import siyu.sample.Sample;
import siyu.sample.SampleOptions;
import siyu.sample.Theme;
import siyu.store.Store;

/**
 * Seconds for taking the sample bank into a data file and out of it: {@code FactsBench DIRECTORY [CUSTOMERS [ROUNDS]]}, five
 * events a customer. Run it in the root of the project; the sample is made when it is not there.
 */
public final class FactsBench {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

    /** Elapsed time tells little on a machine that others use: the processors' time is printed beside it. */
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final Path directory;
    private final Vocabulary vocabulary;
    private final Facts.Settings settings;

    private FactsBench(Path directory, Vocabulary vocabulary) {
        this.directory = directory;
        this.vocabulary = vocabulary;
        this.settings = Facts.Settings.of(directory);
    }

    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(arguments[0]);
        int customers = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3;
        if (!Files.exists(directory.resolve("events.csv"))) {
            Sample.generate(SampleOptions.of(1, customers, TODAY, Theme.BANK), directory, Sample.Progress.SILENT);
        }
        Vocabulary vocabulary =
                ProgramReader.read(Path.of("examples/harbour-bank"), List.of()).vocabulary();
        FactsBench bench = new FactsBench(directory, vocabulary);
        for (int round = 0; round < rounds; round++) {
            bench.round(directory.resolve("data"));
        }
    }

    private static <T> T time(String what, Callable<T> work) throws Exception {
        long start = System.nanoTime();
        long processor = PROCESS.getProcessCpuTime();
        T result = work.call();
        System.out.printf(
                Locale.ROOT,
                "%-28s %7.3f s, processor %7.3f s   %s%n",
                what,
                (System.nanoTime() - start) / 1e9,
                (PROCESS.getProcessCpuTime() - processor) / 1e9,
                String.valueOf(result));
        return result;
    }

    private Facts.Source source(RecordReader.Of of, Needs needs) {
        String file = of == RecordReader.Of.EVENTS ? "events.csv" : "customers.csv";
        RecordReader.Options all = RecordReader.Options.of(List.of(file));
        RecordReader.Options options = needs.customer().isEmpty()
                ? all
                : new RecordReader.Options(
                        all.inputs(),
                        null,
                        "utf-8",
                        null,
                        all.map(),
                        all.constants(),
                        null,
                        List.of(),
                        of == RecordReader.Of.EVENTS ? needs.event() : needs.customer());
        RecordReader.Setting setting = RecordReader.Setting.of(directory, InputStream.nullInputStream())
                .maxErrors(1_000_000);
        return consumer -> RecordReader.read(of, vocabulary, options, setting, consumer);
    }

    private void round(Path file) throws Exception {
        Path whole = Path.of(file + ".mv.db");
        Files.deleteIfExists(whole);
        Store.create(file, "bench", Instant.EPOCH);
        Needs nothing = Needs.nothing();
        try (Store store = Store.open(file, Duration.ZERO)) {
            time(
                    "import customers",
                    () -> ImportCustomers.run(
                            store, vocabulary, source(RecordReader.Of.CUSTOMERS, nothing), settings, FactsBench::run));
            time(
                    "import events",
                    () -> ImportEvents.run(
                            store, vocabulary, source(RecordReader.Of.EVENTS, nothing), settings, FactsBench::run));
            System.out.printf(Locale.ROOT, "file %.1f MB%n", Files.size(whole) / 1e6);
            scan("scan", new StoredPopulation(store, vocabulary));
            scan("scan again", new StoredPopulation(store, vocabulary));
            StoredPopulation stored = new StoredPopulation(store, vocabulary);
            time("one customer", () -> stored.number("C0000777"));
            time(
                    "events once more, dry",
                    () -> ImportEvents.run(store, vocabulary, source(RecordReader.Of.EVENTS, nothing), settings, null));
        }
        FilePopulation population = time(
                "straight from files",
                () -> FilePopulation.load(
                        vocabulary,
                        source(RecordReader.Of.CUSTOMERS, needs()),
                        source(RecordReader.Of.EVENTS, needs()),
                        needs(),
                        settings));
        scan("scan of it", population);
        memory();
    }

    private static Store.Run run() {
        return new Store.Run("bench", "import", "", "", "", Instant.EPOCH);
    }

    /** What a segmentation into rings and by the spending of 90 days needs. */
    private Needs needs() {
        Needs needs = Needs.nothing();
        for (String name : List.of("app_installed", "debit_card", "credit_card", "other_bank_card", "registered")) {
            needs.customer().set(vocabulary.customer(name));
        }
        needs.event().set(Vocabulary.EVENT_AT);
        needs.event().set(Vocabulary.EVENT_AMOUNT);
        return needs;
    }

    private void scan(String what, Population population) throws Exception {
        time(what, () -> {
            long[] sum = new long[1];
            int workers = population
                    .scan(needs(), AsOf.date(TODAY, vocabulary.zone()), () -> {
                        long[] mine = new long[1];
                        return (Population.Visitor) block -> {
                            if (block.events != null) {
                                mine[0] = block.events.size;
                            }
                            synchronized (sum) {
                                sum[0] += mine[0];
                            }
                        };
                    })
                    .size();
            return sum[0] + " events of " + population.size() + " customers by " + workers + " workers";
        });
    }

    private static void memory() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (Files.exists(status)) {
            Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmHWM"))
                    .forEach(System.out::println);
        }
    }
}
