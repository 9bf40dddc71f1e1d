package siyu.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import siyu.core.AsOf;
import siyu.customer.Parallel;
import siyu.out.Heading;
import siyu.points.Account;
import siyu.points.Balance;
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
            Entries entries = store.history(range, ledger).entries();
            for (int start = 0; start < entries.size(); ) {
                int end = entries.end(start);
                State[] of = mine[asked.groups().of(entries.customer[start])];
                for (int moment = 0; moment < of.length; moment++) {
                    of[moment].add(entries, start, end, ends.get(moment), nexts[moment]);
                }
                start = end;
            }
            synchronized (all) {
                for (int group = 0; group < all.length; group++) {
                    for (int moment = 0; moment < ends.size(); moment++) {
                        all[group][moment].add(mine[group][moment]);
                    }
                }
            }
        });
        return all;
    }

    private static State[][] fresh(int groups, int moments) {
        State[][] states = new State[groups][moments];
        for (State[] row : states) {
            java.util.Arrays.setAll(row, none -> new State());
        }
        return states;
    }

    /** What the ledger holds of some customers at one moment, from its beginning. */
    private static final class State {
        private final long[] byKind = new long[Kind.values().length];
        private long entries;
        private long outstanding;
        private long expired;
        private long ending;
        private long holders;

        void add(Entries all, int start, int end, AsOf moment, int next) {
            long until = moment.endMicros();
            boolean any = false;
            for (int row = start; row < end; row++) {
                if (all.effective[row] < until) {
                    any = true;
                    entries++;
                    byKind[all.kind[row]] = Math.addExact(byKind[all.kind[row]], all.points[row]);
                    expired -= all.kind[row] == Kind.EXPIRE.number() ? all.points[row] : 0;
                }
            }
            if (any) {
                int day = (int) moment.today().toEpochDay();
                Account account = Balance.asOf(all, start, end, until);
                Balance balance = Balance.of(account, day);
                for (int lot = 0; lot < account.lots(); lot++) {
                    boolean ends = account.until(lot) >= day && account.until(lot) < next;
                    ending = Math.addExact(ending, ends ? account.left(lot) : 0);
                }
                outstanding += balance.available() + balance.pending() - balance.debt();
                expired += balance.expired();
                holders += balance.available() + balance.pending() > 0 ? 1 : 0;
            }
        }

        void add(State other) {
            for (int kind = 0; kind < byKind.length; kind++) {
                byKind[kind] = Math.addExact(byKind[kind], other.byKind[kind]);
            }
            entries += other.entries;
            outstanding = Math.addExact(outstanding, other.outstanding);
            expired = Math.addExact(expired, other.expired);
            ending = Math.addExact(ending, other.ending);
            holders += other.holders;
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
