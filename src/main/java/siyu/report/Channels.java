package siyu.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import siyu.core.Failure;
import siyu.fact.Column;
import siyu.fact.CustomerBlock;
import siyu.fact.EventBlock;
import siyu.fact.Needs;
import siyu.fact.Type;
import siyu.fact.Vocabulary;
import siyu.out.Heading;

/** {@code channels}: what channels bring and cost, and what purchases owe to each by five ways of telling. */
final class Channels implements Report {
    private static final String PER_CONTACT = "/contact";
    private static final List<Attribution> MODELS = List.of(Attribution.values());

    private static final int CUSTOMERS = 0;
    private static final int CONTACTS = 1;
    private static final int SENT = 2;
    private static final int OPENED = 3;
    private static final int ACQUIRED = 4;
    private static final int BUYERS = 5;
    private static final int CREDIT = 6;

    @Override
    public String name() {
        return "channels";
    }

    @Override
    public String text() {
        return "Contacts by channel (the attribute 'channel' of events), how many messages were opened, what the channel cost (--cost) and"
                + " what one new buyer by it cost. What each purchase is worth is given to the contacts --within a time before it"
                + " (30d unless told) in five ways, each of which adds up to all purchases; the row without a channel is of purchases"
                + " without a contact.";
    }

    @Override
    public List<String> example() {
        return List.of(
                "channels --cost app=1200.00 --cost branch=3.50/contact --window 2026-02",
                "February's channels with their costs");
    }

    @Override
    public List<Option> options() {
        return List.of(
                Option.KIND, Option.PURCHASE, Option.WITHIN, Option.COST, Option.SENT, Option.OPENED, Option.THRESHOLD);
    }

    @Override
    public List<String[]> definition(Asked asked) {
        String within = Within.text(asked);
        return List.of(
                new String[] {"contacts", "events of " + asked.kindsText() + " with this channel in the window"},
                new String[] {"customers", "different customers who had them"},
                new String[] {
                    "open_rate",
                    "events of " + kindName(asked, Option.OPENED, "opened") + " / events of "
                            + kindName(asked, Option.SENT, "sent") + ", both with this channel in the window"
                },
                new String[] {"below", "whether open_rate < " + threshold(asked)},
                new String[] {
                    "acquired",
                    "customers whose first purchase ever is in the window, under the channel of the last contact before it"
                },
                new String[] {"cost", "as given by --cost; of groups, by their contacts"},
                new String[] {"cost_per_acquisition", "cost / acquired"},
                new String[] {
                    "first, last, linear, position, decay",
                    "the amounts of purchases in the window by the contacts at most " + within
                            + " before each, itself included: all to the first; all to the last; the same to each; 40% to the first"
                            + " and the last, 20% between them; half as much to one 7 days earlier"
                });
    }

    private static String kindName(Asked asked, Option option, String initial) {
        String given = asked.text(option);
        return given == null ? initial : given;
    }

    /** The index of a kind that was named, or of a word if the program has it, otherwise -1. */
    private static int kind(Asked asked, Option option, String initial, String flag) {
        String given = asked.text(option);
        return given == null ? asked.facts().vocabulary().kind(initial) : asked.kind(given, flag);
    }

    private static double threshold(Asked asked) {
        String text = asked.text(Option.THRESHOLD);
        if (text == null) {
            return 0.02;
        }
        boolean percent = text.endsWith("%");
        BigDecimal number = figure("--threshold", percent ? text.substring(0, text.length() - 1) : text, text);
        double part = percent ? number.doubleValue() / 100 : number.doubleValue();
        if (part > 1) {
            throw bad("--threshold", text);
        }
        return part;
    }

    private static BigDecimal figure(String flag, String text, String all) {
        if (!text.matches("\\d{1,15}(\\.\\d{1,6})?")) {
            throw bad(flag, all);
        }
        return new BigDecimal(text);
    }

    private static Failure bad(String flag, String text) {
        return ReportCode.BAD_FIGURE
                .problem(flag + " '" + text + "' is not a figure")
                .hint("write --cost app=1200.00, --cost app=0.05/contact or --threshold 2%")
                .failure();
    }

    /** What channels cost, by name: in the window, or by contact. */
    private static Map<String, Cost> costs(Asked asked) {
        Map<String, Cost> costs = new LinkedHashMap<>();
        for (String text : asked.texts(Option.COST)) {
            int equals = text.lastIndexOf('=');
            if (equals < 1) {
                throw bad("--cost", text);
            }
            String amount = text.substring(equals + 1);
            boolean each = amount.endsWith(PER_CONTACT);
            BigDecimal money =
                    figure("--cost", each ? amount.substring(0, amount.length() - PER_CONTACT.length()) : amount, text);
            if (costs.put(text.substring(0, equals), new Cost(money, each)) != null) {
                throw bad("--cost", text);
            }
        }
        return costs;
    }

    private record Cost(BigDecimal money, boolean each) {
        long minor(long contacts, int decimals) {
            BigDecimal all = each ? money.multiply(BigDecimal.valueOf(contacts)) : money;
            return all.movePointRight(decimals)
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValueExact();
        }
    }

    @Override
    public List<Drawing> drawings() {
        return List.of(
                Drawing.bars("channel", "first", "last", "linear", "position", "decay"),
                Drawing.bars("channel", "customers"),
                Drawing.bars("channel", "open_rate"),
                Drawing.bars("channel", "cost_per_acquisition"));
    }

    @Override
    public Figures run(Asked asked) {
        List<Heading> headings = new ArrayList<>(List.of(
                Heading.text("channel"),
                Heading.of("customers", Heading.Kind.INTEGER),
                Heading.of("contacts", Heading.Kind.INTEGER),
                Heading.of("open_rate", Heading.Kind.SHARE),
                Heading.of("below", Heading.Kind.BOOLEAN),
                Heading.of("acquired", Heading.Kind.INTEGER),
                Heading.of("cost", Heading.Kind.MONEY),
                Heading.of("cost_per_acquisition", Heading.Kind.DECIMAL)));
        MODELS.forEach(
                model -> headings.add(Heading.of(model.name().toLowerCase(java.util.Locale.ROOT), Heading.Kind.MONEY)));
        Figures figures = Figures.of(asked, 1, "customers", headings.toArray(new Heading[0]));
        Map<String, Cost> costs = costs(asked);
        double threshold = threshold(asked);
        ChannelNames names = new ChannelNames();
        costs.keySet().forEach(names::number);
        Within within = Within.of(asked, "contacts");
        Days days = asked.days();
        BitSet wanted =
                Asked.events(Vocabulary.EVENT_AMOUNT, Contacts.attribute(asked)).event();
        List<Worker> workers =
                Events.scan(asked, new Needs(new BitSet(), wanted), () -> new Worker(asked, names, days, within));
        Contacts.Tally all = workers.get(0).tally;
        workers.subList(1, workers.size()).forEach(worker -> all.add(worker.tally));
        List<@Nullable String> order = new ArrayList<>(names.sorted());
        order.add(null);
        int decimals = asked.facts().vocabulary().decimals();
        int groups = asked.groups().size();
        for (int group = 0; group < groups; group++) {
            for (String name : order) {
                int channel = name == null ? 0 : names.number(name) + 1;
                Cost cost = name == null ? null : costs.get(name);
                Long money = cost == null ? null : (Long) part(all, groups, channel, group, cost, decimals);
                if (name != null || all.get(group, channel, CREDIT) != 0 || all.get(group, channel, ACQUIRED) != 0) {
                    figures.row(group, row(asked, all, group, channel, name, money, threshold));
                    figures.behind(all.get(group, channel, BUYERS));
                }
            }
        }
        return Events.told(figures, workers);
    }

    /** What a channel cost for one of the groups: by contacts, and the parts add up. */
    private static long part(Contacts.Tally all, int groups, int channel, int group, Cost cost, int decimals) {
        double[] weights = new double[groups];
        long contacts = 0;
        for (int i = 0; i < groups; i++) {
            weights[i] = all.get(i, channel, CONTACTS);
            contacts += all.get(i, channel, CONTACTS);
        }
        if (contacts == 0) {
            Arrays.fill(weights, 1);
        }
        long[] parts = new long[groups];
        Attribution.split(cost.minor(contacts, decimals), weights, groups, parts);
        return parts[group];
    }

    private static @Nullable Object[] row(
            Asked asked,
            Contacts.Tally all,
            int group,
            int channel,
            @Nullable String name,
            @Nullable Long money,
            double threshold) {
        long acquired = all.get(group, channel, ACQUIRED);
        Double rate = Figures.share(all.get(group, channel, OPENED), all.get(group, channel, SENT));
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(name);
        cells.add(all.get(group, channel, CUSTOMERS));
        cells.add(all.get(group, channel, CONTACTS));
        cells.add(rate);
        cells.add(rate == null ? null : (Boolean) (rate < threshold));
        cells.add(acquired);
        cells.add(money == null ? null : asked.money(money));
        cells.add(
                money == null || acquired == 0
                        ? null
                        : (Double) (asked.money(money).doubleValue() / acquired));
        for (int model = 0; model < MODELS.size(); model++) {
            cells.add(asked.money(all.get(group, channel, CREDIT + model)));
        }
        return cells.toArray();
    }

    /** Which customer each channel met last; they come one after the other. */
    private static final class Seen {
        private int[] last = new int[16];

        boolean first(int channel, int number) {
            last = channel >= last.length ? Arrays.copyOf(last, 2 * channel) : last;
            boolean first = last[channel] != number + 1;
            last[channel] = number + 1;
            return first;
        }
    }

    /** Tallies by group and channel, whose number is one more than its own: 0 is none. */
    private static final class Worker extends Contacts {
        private final Days days;
        private final Within within;
        private final int purchase;
        private final int sent;
        private final int opened;
        private final Tally tally;
        private Column amounts = new Column(Type.MONEY, 0);
        private final Seen reached = new Seen();
        private final Seen credited = new Seen();
        private int[] contacts = new int[64];
        private double[] weights = new double[64];
        private long[] parts = new long[64];

        Worker(Asked asked, ChannelNames names, Days days, Within within) {
            super(asked, names);
            this.days = days;
            this.within = within;
            this.purchase = asked.purchase();
            this.sent = kind(asked, Option.SENT, "sent", "--sent");
            this.opened = kind(asked, Option.OPENED, "opened", "--opened");
            this.tally = new Tally(asked.groups().size(), CREDIT + MODELS.size());
        }

        @Override
        void block(CustomerBlock block, EventBlock events) {
            super.block(block, events);
            amounts = column(events, Vocabulary.EVENT_AMOUNT);
        }

        @Override
        void customer(int number, int group, int from, int to) {
            int size = 0;
            boolean bought = false;
            for (int i = from; i < to && at[i] < days.to(); i++) {
                boolean inside = at[i] >= days.from();
                int channel = channel(i) + 1;
                if (contact(i)) {
                    contacts = size == contacts.length ? Arrays.copyOf(contacts, 2 * size) : contacts;
                    contacts[size++] = i;
                    if (inside) {
                        counted++;
                        tally.add(group, channel, CONTACTS, 1);
                        tally.add(group, channel, CUSTOMERS, reached.first(channel, number) ? 1 : 0);
                    }
                }
                if (inside && channel > 0 && (kinds[i] == sent || kinds[i] == opened)) {
                    tally.add(group, channel, kinds[i] == sent ? SENT : OPENED, 1);
                }
                if (kinds[i] == purchase) {
                    if (inside) {
                        purchase(number, group, i, size, !bought);
                    }
                    bought = true;
                }
            }
        }

        private void purchase(int number, int group, int event, int size, boolean first) {
            int from = size;
            while (from > 0 && within.holds(at[contacts[from - 1]], at[event])) {
                from--;
            }
            int path = size - from;
            int last = path == 0 ? 0 : channel(contacts[size - 1]) + 1;
            tally.add(group, last, ACQUIRED, first ? 1 : 0);
            for (int i = path == 0 ? -1 : 0; i < path; i++) {
                int channel = i < 0 ? 0 : channel(contacts[from + i]) + 1;
                tally.add(group, channel, BUYERS, credited.first(channel, number) ? 1 : 0);
            }
            long amount = amounts.longs[event];
            if (weights.length < path) {
                weights = new double[2 * path];
                parts = new long[2 * path];
            }
            for (int model = 0; model < MODELS.size(); model++) {
                if (path == 0) {
                    tally.add(group, 0, CREDIT + model, amount);
                    continue;
                }
                for (int i = 0; i < path; i++) {
                    double before = (at[event] - at[contacts[from + i]]) / 86_400_000_000.0;
                    weights[i] = MODELS.get(model).weight(i, path, before);
                }
                Attribution.split(amount, weights, path, parts);
                for (int i = 0; i < path; i++) {
                    tally.add(group, channel(contacts[from + i]) + 1, CREDIT + model, parts[i]);
                }
            }
        }
    }
}
