package siyu.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import siyu.fact.Column;
import siyu.fact.CustomerBlock;
import siyu.fact.EventBlock;
import siyu.fact.Vocabulary;
import siyu.out.Heading;

/** {@code repeat}: who will buy again, how often and for how much, and who has probably stopped. */
final class Repeat implements Report {
    private static final int BANDS = 5;
    private static final int FEWEST_REPEATERS = 100;

    /** Customers that a model is fitted to at most; of more a systematic sample, as the fit looks at each a thousand times. */
    private static final int MOST_FITTED = 30_000;

    private static final double WEEK = 7;
    private static final Pattern WITHIN = Pattern.compile("([1-9]\\d{0,3})([dw])");

    @Override
    public String name() {
        return "repeat";
    }

    @Override
    public String text() {
        return "Predicted purchases of every buyer --within a time from now (90d unless told), from when he bought so far (BG/NBD),"
                + " and what they will be worth (gamma-gamma); rows are by the probability that he still buys at all. A buyer of"
                + " one day is alive for certain in this model; his expected purchases tell more. With fewer than "
                + FEWEST_REPEATERS + " buyers who came again the models are not to be trusted, which is told.";
    }

    @Override
    public List<String> example() {
        return List.of("repeat --within 30d", "the purchases of the next thirty days");
    }

    @Override
    public List<Option> options() {
        return List.of(Option.PURCHASE, Option.WITHIN);
    }

    @Override
    public Dates window(LocalDate today, Asked asked) {
        return Dates.of("ever", today);
    }

    private static int within(Asked asked) {
        String given = asked.text(Option.WITHIN);
        Matcher text = WITHIN.matcher(given == null ? "90d" : given);
        if (!text.matches()) {
            throw ReportCode.BAD_STEPS
                    .problem("'" + given + "' is not a time to look ahead")
                    .hint("write 90d or 12w")
                    .failure();
        }
        return Integer.parseInt(text.group(1)) * (text.group(2).equals("w") ? 7 : 1);
    }

    @Override
    public List<String[]> definition(Asked asked) {
        String purchase = asked.facts().vocabulary().kinds().get(asked.purchase());
        return List.of(
                new String[] {
                    "alive", "the probability that a buyer has not stopped, in fifths (BG/NBD: Fader, Hardie, Lee 2005)"
                },
                new String[] {
                    "customers", "customers with a " + purchase + " in the window; several on one day count once"
                },
                new String[] {"share", "customers / all of them in the group"},
                new String[] {"churn_risk", "mean of 1 - the probability"},
                new String[] {
                    "expected",
                    "sum of the purchases expected in the " + within(asked) + " days after "
                            + asked.dates().last()
                },
                new String[] {
                    "value",
                    "sum of these times the value expected of one (gamma-gamma, fitted to repeat purchases: Fader, Hardie 2013)"
                },
                new String[] {"r, alpha_weeks, a, b", "the parameters of BG/NBD, times in weeks, by maximum likelihood"
                },
                new String[] {"p, q, gamma", "the parameters of gamma-gamma, by maximum likelihood"});
    }

    @Override
    public List<Drawing> drawings() {
        return List.of(Drawing.bars("alive", "customers"), Drawing.bars("alive", "expected"));
    }

    @Override
    public Figures run(Asked asked) {
        Figures figures = Figures.of(
                asked,
                1,
                "customers",
                Heading.text("alive"),
                Heading.of("customers", Heading.Kind.INTEGER),
                Heading.of("share", Heading.Kind.SHARE),
                Heading.of("churn_risk", Heading.Kind.SHARE),
                Heading.of("expected", Heading.Kind.DECIMAL),
                Heading.of("value", Heading.Kind.DECIMAL));
        Days days = asked.days();
        int purchase = asked.purchase();
        int ahead = within(asked);
        List<Worker> workers =
                Events.scan(asked, Asked.events(Vocabulary.EVENT_AMOUNT), () -> new Worker(asked, days, purchase));
        Events.told(figures, workers);
        long[] keys = workers.stream()
                .flatMapToLong(worker -> Arrays.stream(worker.keys, 0, worker.size))
                .sorted()
                .toArray();
        if (keys.length == 0) {
            return figures;
        }
        BgNbd model = BgNbd.fit(histories(keys));
        GammaGamma worth = worth(workers);
        double unit = Math.pow(10, asked.facts().vocabulary().decimals());
        tell(figures, keys, model, worth, unit);
        Bands bands = new Bands(asked.groups().size());
        // In the order of customers, so that sums do not depend on which thread saw whom.
        workers.stream()
                .flatMap(worker -> worker.stretches.stream())
                .sorted(Comparator.comparingInt(Stretch::first))
                .forEach(stretch -> bands.add(stretch, model, worth, ahead / WEEK));
        for (int group = 0; group < asked.groups().size(); group++) {
            long total = Arrays.stream(bands.customers[group]).sum();
            for (int band = BANDS - 1; band >= 0 && total > 0; band--) {
                long customers = bands.customers[group][band];
                figures.row(
                        group,
                        band * 100 / BANDS + "-" + (band + 1) * 100 / BANDS + "%",
                        customers,
                        Figures.share(customers, total),
                        Figures.share(bands.risk[group][band], (double) customers),
                        bands.expected[group][band],
                        worth == null ? null : (Double) (bands.value[group][band] / unit));
            }
        }
        return figures;
    }

    /** Sums by group and band. */
    private static final class Bands {
        final long[][] customers;
        final double[][] risk;
        final double[][] expected;
        final double[][] value;

        Bands(int groups) {
            customers = new long[groups][BANDS];
            risk = new double[groups][BANDS];
            expected = new double[groups][BANDS];
            value = new double[groups][BANDS];
        }

        void add(Stretch stretch, BgNbd model, @Nullable GammaGamma worth, double weeks) {
            Worker worker = stretch.worker();
            for (int i = stretch.from(); i < worker.end(stretch); i++) {
                int x = frequency(worker.keys[i]);
                double recency = recency(worker.keys[i]) / WEEK;
                double age = age(worker.keys[i]) / WEEK;
                double alive = model.alive(x, recency, age);
                int band = (int) Math.min(BANDS - 1, Math.floor(alive * BANDS));
                int group = worker.groupOf[i];
                double purchases = model.expected(x, recency, age, weeks);
                customers[group][band]++;
                risk[group][band] += 1 - alive;
                expected[group][band] += purchases;
                if (worth != null) {
                    boolean known = x > 0 && worker.amounts[i] > 0;
                    value[group][band] += purchases * worth.expected(known ? x : 0, known ? worker.amounts[i] / x : 0);
                }
            }
        }
    }

    /** A history in one number: repeat purchases, days from the first to the last, days from the first to now. */
    private static long key(int frequency, int recency, int age) {
        return ((long) frequency << 40) + ((long) recency << 20) + age;
    }

    private static int frequency(long key) {
        return (int) (key >> 40);
    }

    private static int recency(long key) {
        return (int) (key >> 20 & 0xFFFFF);
    }

    private static int age(long key) {
        return (int) (key & 0xFFFFF);
    }

    private static BgNbd.Histories histories(long[] sorted) {
        int step = (sorted.length + MOST_FITTED - 1) / MOST_FITTED;
        int[] frequency = new int[sorted.length];
        double[] recency = new double[sorted.length];
        double[] age = new double[sorted.length];
        long[] times = new long[sorted.length];
        int n = 0;
        for (int i = 0; i < sorted.length; i += step) {
            if (n == 0 || sorted[i] != sorted[i - step]) {
                frequency[n] = frequency(sorted[i]);
                recency[n] = recency(sorted[i]) / WEEK;
                age[n++] = age(sorted[i]) / WEEK;
            }
            times[n - 1]++;
        }
        return new BgNbd.Histories(
                Arrays.copyOf(frequency, n), Arrays.copyOf(recency, n), Arrays.copyOf(age, n), Arrays.copyOf(times, n));
    }

    /** The model of values, from the means of repeat purchases in minor units; null when nobody has any. */
    private static @Nullable GammaGamma worth(List<Worker> workers) {
        List<double[]> found = new ArrayList<>();
        for (Worker worker : workers) {
            for (int i = 0; i < worker.size; i++) {
                int x = frequency(worker.keys[i]);
                if (x > 0 && worker.amounts[i] > 0) {
                    found.add(new double[] {x, worker.amounts[i] / x});
                }
            }
        }
        if (found.isEmpty()) {
            return null;
        }
        // In a fixed order, so that the answer does not depend on which thread saw whom.
        found.sort(Arrays::compare);
        int step = (found.size() + MOST_FITTED - 1) / MOST_FITTED;
        int n = (found.size() + step - 1) / step;
        int[] frequency = new int[n];
        double[] mean = new double[n];
        for (int i = 0; i < n; i++) {
            frequency[i] = (int) found.get(i * step)[0];
            mean[i] = found.get(i * step)[1];
        }
        return GammaGamma.fit(frequency, mean);
    }

    private static void tell(Figures figures, long[] keys, BgNbd model, @Nullable GammaGamma worth, double unit) {
        long repeaters = Arrays.stream(keys).filter(key -> frequency(key) > 0).count();
        figures.extras.put("buyers", (long) keys.length);
        figures.extras.put("repeaters", repeaters);
        figures.extras.put("r", model.r());
        figures.extras.put("alpha_weeks", model.alpha());
        figures.extras.put("a", model.a());
        figures.extras.put("b", model.b());
        if (worth != null) {
            figures.extras.put("p", worth.p());
            figures.extras.put("q", worth.q());
            figures.extras.put("gamma", worth.gamma() / unit);
        }
        boolean extreme = model.r() > 1e3 || model.a() > 1e3 || model.b() > 1e5 || (worth != null && worth.q() <= 1);
        figures.extras.put("trusted", repeaters >= FEWEST_REPEATERS && !extreme);
        if (repeaters < FEWEST_REPEATERS) {
            figures.notes.add("not to be trusted: only " + repeaters + " buyers came again, and fewer than "
                    + FEWEST_REPEATERS + " tell too little");
        }
        if (extreme) {
            figures.notes.add(
                    "not to be trusted: buyers differ too little or too much for the model, which shows in its parameters");
        }
        if (keys.length > MOST_FITTED) {
            figures.notes.add("the models are fitted to a systematic sample of at most " + MOST_FITTED + " buyers");
        }
    }

    /** The histories of buyers. */
    /** What a worker has of one range of customers, from a row of it on. */
    private record Stretch(Worker worker, int number, int first, int from) {}

    private static final class Worker extends Events {
        private final Days days;
        private final int purchase;
        private final int today;
        private Column money = new Column(siyu.fact.Type.MONEY, 0);
        long[] keys = new long[64];
        double[] amounts = new double[64];
        int[] groupOf = new int[64];
        int size;
        final List<Stretch> stretches = new ArrayList<>();

        Worker(Asked asked, Days days, int purchase) {
            super(asked);
            this.days = days;
            this.purchase = purchase;
            this.today = (int) ChronoUnit.DAYS.between(days.first, asked.dates().last());
        }

        @Override
        void block(CustomerBlock block, EventBlock events) {
            money = column(events, Vocabulary.EVENT_AMOUNT);
            stretches.add(new Stretch(this, stretches.size(), block.first, size));
        }

        /** The row behind a stretch: where the next one begins. */
        int end(Stretch stretch) {
            int next = stretch.number() + 1;
            return next < stretches.size() ? stretches.get(next).from() : size;
        }

        @Override
        void customer(int number, int group, int from, int to) {
            int first = -1;
            int last = -1;
            int repeats = 0;
            double amount = 0;
            for (int i = from; i < to && at[i] < days.to(); i++) {
                if (kinds[i] != purchase || at[i] < days.from()) {
                    continue;
                }
                counted++;
                int day = days.day(at[i]);
                if (first < 0) {
                    first = day;
                } else if (day != last) {
                    repeats++;
                }
                amount += day == first ? 0 : (double) money.longs[i];
                last = day;
            }
            if (first >= 0) {
                if (size == keys.length) {
                    keys = Arrays.copyOf(keys, 2 * size);
                    amounts = Arrays.copyOf(amounts, 2 * size);
                    groupOf = Arrays.copyOf(groupOf, 2 * size);
                }
                keys[size] = key(repeats, last - first, today - first);
                amounts[size] = amount;
                groupOf[size++] = group;
            }
        }
    }
}
