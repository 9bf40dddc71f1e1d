package siyu.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import siyu.core.AsOf;
import siyu.customer.Parallel;
import siyu.out.Heading;
import siyu.points.Entries;
import siyu.points.Exchange;
import siyu.points.Kind;
import siyu.points.Ledger;
import siyu.points.PointsStore;

/** {@code points}: what was issued, spent and lost by period, and what is outstanding at its end. */
final class PointsReport implements Report {
    private static final int PERIODS = 12;

    @Override
    public String name() {
        return "points";
    }

    @Override
    public String text() {
        return "The ledger by period: points issued, redeemed, reversed, corrected and expired, and what is outstanding and owed at"
                + " its end. A lot that ended is expired, whether 'points expire' ran or not. 'ending' looks one period ahead, 'siyu points forecast' to the last lot.";
    }

    @Override
    public List<String> example() {
        return List.of("points --window 3m", "the last three months");
    }

    @Override
    public List<Option> options() {
        return List.of(Option.UNIT);
    }

    @Override
    public Dates window(LocalDate today, Asked asked) {
        return Dates.back(asked.unit(Unit.MONTH), PERIODS, today);
    }

    @Override
    public List<String[]> definition(Asked asked) {
        Exchange exchange = asked.facts().program().points().exchange();
        String rate = exchange == null
                ? "empty: the program does not say what points are worth"
                : "outstanding at " + exchange.points() + " points for " + asked.money(exchange.money());
        return List.of(
                new String[] {"issued", "earned or brought from another system, by the time they count from"},
                new String[] {"redeemed", "spent, less redemptions given back"},
                new String[] {"reversed", "earnings taken back"},
                new String[] {"adjusted", "corrections by hand, up and down"},
                new String[] {
                    "transferred", "received from other customers less given to them; nothing over all customers"
                },
                new String[] {"expired", "left in lots whose last day is over, counted on the day after it"},
                new String[] {"breakage", "expired / (expired + redeemed)"},
                new String[] {
                    "outstanding",
                    "available + pending - owed at the end of the period; it changes by issued - redeemed - reversed + adjusted +"
                            + " transferred - expired"
                },
                new String[] {"liability", rate},
                new String[] {
                    "ending",
                    "of the outstanding, what will have expired at the end of the next period if nothing more is spent"
                },
                new String[] {"holders", "customers with points that are not expired at the end of the period"},
                new String[] {"complete", "whether all days of the period are in the window"});
    }

    @Override
    public List<Drawing> drawings() {
        return List.of(
                Drawing.lines("period", "outstanding"), Drawing.lines("period", "issued", "redeemed", "expired"));
    }

    @Override
    public Figures run(Asked asked) {
        Figures figures = Figures.of(
                asked,
                1,
                "holders",
                Heading.text("period"),
                Heading.of("issued", Heading.Kind.INTEGER),
                Heading.of("redeemed", Heading.Kind.INTEGER),
                Heading.of("reversed", Heading.Kind.INTEGER),
                Heading.of("adjusted", Heading.Kind.INTEGER),
                Heading.of("transferred", Heading.Kind.INTEGER).wideOnly(),
                Heading.of("expired", Heading.Kind.INTEGER),
                Heading.of("breakage", Heading.Kind.SHARE),
                Heading.of("outstanding", Heading.Kind.INTEGER),
                Heading.of("liability", Heading.Kind.MONEY),
                Heading.of("ending", Heading.Kind.INTEGER),
                Heading.of("holders", Heading.Kind.INTEGER),
                Heading.of("complete", Heading.Kind.BOOLEAN));
        Days days = asked.days();
        Days.Periods periods = days.periods(asked.unit(Unit.MONTH));
        List<AsOf> ends = new ArrayList<>(
                List.of(Partitioned.end(asked, asked.dates().first().minusDays(1))));
        for (LocalDate last : periods.lasts()) {
            ends.add(Partitioned.end(
                    asked, last.isAfter(asked.dates().last()) ? asked.dates().last() : last));
        }
        int[] nexts = new int[ends.size()];
        for (int period = 0; period < periods.size(); period++) {
            LocalDate begun = periods.lasts().get(period).plusDays(1);
            nexts[period + 1] = (int) asked.unit(Unit.MONTH).plus(begun, 1).toEpochDay() - 1;
        }
        State[][] states = states(asked, ends, nexts);
        Exchange exchange = asked.facts().program().points().exchange();
        long read = 0;
        for (int group = 0; group < states.length; group++) {
            boolean begun = !asked.trims();
            for (int period = 0; period < periods.size(); period++) {
                State was = states[group][period];
                State is = states[group][period + 1];
                begun |= is.entries > 0;
                if (begun) {
                    figures.row(group, row(asked, periods, period, was, is, exchange));
                }
            }
            read += states[group][periods.size()].entries;
        }
        return figures.read("entries", read);
    }

    private static @Nullable Object[] row(
            Asked asked, Days.Periods periods, int period, State was, State is, @Nullable Exchange exchange) {
        long redeemed = -is.since(was, Kind.REDEEM, Kind.CANCEL);
        long expired = is.expired - was.expired;
        return new @Nullable Object[] {
            periods.names().get(period),
            is.since(was, Kind.EARN, Kind.OPENING),
            redeemed,
            -is.since(was, Kind.REVERSE),
            is.since(was, Kind.ADJUST),
            is.since(was, Kind.TRANSFER),
            expired,
            Figures.share(expired, expired + redeemed),
            is.outstanding,
            exchange == null ? null : asked.money(exchange.value(Math.max(0, is.outstanding))),
            is.ending,
            is.holders,
            periods.complete(period)
        };
    }

    /**
     * By group and moment.
     *
     * @param nexts by moment: the day up to which lots are told to end, 0 for none
     */
    private static State[][] states(Asked asked, List<AsOf> ends, int[] nexts) {
        PointsStore store = new PointsStore(asked.facts().store());
        Ledger ledger = store.ledger();
        State[][] all = fresh(asked.groups().size(), ends.size());
        Parallel.each(asked.facts().population().ranges(), () -> range -> {
            State[][] mine = fresh(all.length, ends.size());
            Walk walk = new Walk(asked.groups(), ends, nexts, mine);
            store.changes(range, ledger, walk);
            walk.close();
            synchronized (all) {
                for (int group = 0; group < all.length; group++) {
                    for (int moment = 0; moment < ends.size(); moment++) {
                        all[group][moment].add(mine[group][moment]);
                    }
                }
            }
        });
        for (State[] states : all) {
            for (int moment = 1; moment < states.length; moment++) {
                states[moment].carry(states[moment - 1]);
            }
        }
        return all;
    }

    private static State[][] fresh(int groups, int moments) {
        State[][] states = new State[groups][moments];
        for (State[] row : states) {
            Arrays.setAll(row, none -> new State());
        }
        return states;
    }

    /**
     * Goes through the entries of a range once, whatever the number of moments: what an entry changes begins to count at one moment,
     * and ends to be there at another one, when its lot has ended. In between nothing of it changes.
     */
    private static final class Walk implements PointsStore.Changes {
        private final Groups groups;
        private final State[][] states;
        private final long[] ends;
        private final int[] days;
        private final int[] nexts;
        private int customer = -1;
        private int[] untils = new int[16];

        /** By moment, what is held more of the customer at hand than at the one before. */
        private final long[] held;

        Walk(Groups groups, List<AsOf> ends, int[] nexts, State[][] states) {
            this.groups = groups;
            this.states = states;
            this.ends = ends.stream().mapToLong(AsOf::endMicros).toArray();
            this.days = ends.stream()
                    .mapToInt(end -> (int) end.today().toEpochDay())
                    .toArray();
            this.nexts = nexts;
            this.held = new long[this.ends.length];
        }

        @Override
        public void entry(int whose, int number, Kind kind, long points, int lot, long effective, int until) {
            if (whose != customer) {
                close();
                customer = whose;
            }
            if (number >= untils.length) {
                untils = Arrays.copyOf(untils, 2 * number);
            }
            untils[number] = until;
            int from = 0;
            while (from < ends.length && ends[from] <= effective) {
                from++;
            }
            if (from == ends.length) {
                return;
            }
            State[] of = states[groups.of(customer)];
            of[from].entry(kind, points);
            if (lot == Entries.DEBT) {
                of[from].hold(points);
                return;
            }
            int last = untils[lot];
            int gone = from;
            while (gone < days.length && days[gone] <= last) {
                gone++;
            }
            held[from] = Math.addExact(held[from], points);
            of[from].hold(points);
            for (int moment = gone - 1; moment >= from && nexts[moment] > last; moment--) {
                of[moment].end(points);
            }
            if (gone < days.length) {
                held[gone] = Math.subtractExact(held[gone], points);
                of[gone].expire(points);
            }
        }

        /** Ends the customer at hand. */
        void close() {
            long now = 0;
            for (int moment = 0; moment < held.length; moment++) {
                now += held[moment];
                held[moment] = 0;
                if (now > 0) {
                    states[groups.of(customer)][moment].holders++;
                }
            }
        }
    }

    /**
     * What the ledger holds of some customers at one moment, from its beginning; while it is gathered, what that is more than at the
     * moment before, but for {@code ending} and {@code holders}.
     */
    private static final class State {
        private final long[] byKind = new long[Kind.values().length];
        private long entries;
        private long outstanding;
        private long expired;
        private long ending;
        private long holders;

        void entry(Kind kind, long points) {
            entries++;
            byKind[kind.number()] = Math.addExact(byKind[kind.number()], points);
            expired = Math.subtractExact(expired, kind == Kind.EXPIRE ? points : 0);
        }

        void hold(long points) {
            outstanding = Math.addExact(outstanding, points);
        }

        void expire(long points) {
            outstanding = Math.subtractExact(outstanding, points);
            expired = Math.addExact(expired, points);
        }

        void end(long points) {
            ending = Math.addExact(ending, points);
        }

        void add(State other) {
            carry(other);
            ending = Math.addExact(ending, other.ending);
            holders += other.holders;
        }

        /** Adds what was there before. */
        void carry(State before) {
            for (int kind = 0; kind < byKind.length; kind++) {
                byKind[kind] = Math.addExact(byKind[kind], before.byKind[kind]);
            }
            entries += before.entries;
            outstanding = Math.addExact(outstanding, before.outstanding);
            expired = Math.addExact(expired, before.expired);
        }

        /** The points of entries of some kinds since another moment. */
        long since(State before, Kind... kinds) {
            long sum = 0;
            for (Kind kind : kinds) {
                sum += byKind[kind.number()] - before.byKind[kind.number()];
            }
            return sum;
        }
    }
}
