package siyu.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import siyu.out.Heading;
import siyu.referral.Decided;
import siyu.referral.Gathering;
import siyu.referral.Invitations;
import siyu.referral.ReferralRules;
import siyu.referral.ReferralStore;
import siyu.referral.State;

/** {@code referral}: invitations by period, what came of them until now, and how far they reach. */
final class ReferralReport implements Report {
    @Override
    public String name() {
        return "referral";
    }

    @Override
    public String text() {
        return "Invitations by the period in which they were made and what has come of them by the as-of, whatever the window: who qualified,"
                + " how many new customers a customer brings (the K-factor), how long the chains are, and how soon new customers begin"
                + " to invite.";
    }

    @Override
    public List<String> example() {
        return List.of("referral --window 6m", "the last six months");
    }

    @Override
    public List<Option> options() {
        return List.of(Option.UNIT);
    }

    @Override
    public Dates window(LocalDate today, Asked asked) {
        return Dates.back(asked.unit(Unit.MONTH), 12, today);
    }

    @Override
    public List<String[]> definition(Asked asked) {
        return List.of(
                new String[] {"invitations", "invitations made in the period"},
                new String[] {"inviters", "different customers who made them"},
                new String[] {"each", "invitations / inviters"},
                new String[] {"qualified", "of the invitations, those that are qualified or rewarded as of the as-of"},
                new String[] {"conversion", "qualified / invitations"},
                new String[] {"customers", "customers registered by the end of the period"},
                new String[] {"complete", "whether all days of the period are in the window"},
                new String[] {
                    "k_factor",
                    "invitations / customers * conversion = qualified / customers: whom one customer brings in a period"
                },
                new String[] {
                    "mean_depth, max_depth",
                    "of the qualified: how many credited invitations lead from a customer nobody brought to the referee"
                },
                new String[] {
                    "days_to_invite",
                    "median of the days from registering to the first invitation, of those whose first it was"
                });
    }

    @Override
    public List<Drawing> drawings() {
        return List.of(
                Drawing.lines("period", "invitations", "qualified"),
                Drawing.lines("period", "k_factor"),
                Drawing.lines("period", "conversion"));
    }

    @Override
    public Figures run(Asked asked) {
        Figures figures = Figures.of(
                asked,
                1,
                "inviters",
                Heading.text("period"),
                Heading.of("invitations", Heading.Kind.INTEGER),
                Heading.of("inviters", Heading.Kind.INTEGER),
                Heading.of("each", Heading.Kind.DECIMAL),
                Heading.of("qualified", Heading.Kind.INTEGER),
                Heading.of("conversion", Heading.Kind.SHARE),
                Heading.of("customers", Heading.Kind.INTEGER),
                Heading.of("k_factor", Heading.Kind.DECIMAL),
                Heading.of("mean_depth", Heading.Kind.DECIMAL),
                Heading.of("max_depth", Heading.Kind.INTEGER),
                Heading.of("days_to_invite", Heading.Kind.DECIMAL),
                Heading.of("complete", Heading.Kind.BOOLEAN));
        ReferralRules rules = asked.facts().program().referral();
        if (rules == null) {
            throw asked.without("referral");
        }
        Days days = asked.days();
        Days.Periods periods = days.periods(asked.unit(Unit.MONTH));
        Period[][] all = gathered(asked, rules, days, periods);
        for (int group = 0; group < all.length; group++) {
            boolean begun = !asked.trims();
            long customers = 0;
            for (int period = 0; period < periods.size(); period++) {
                Period of = all[group][period];
                customers += of.registered;
                begun |= of.invitations > 0;
                if (begun) {
                    figures.row(group, row(periods, period, of, customers));
                }
            }
        }
        long read = 0;
        for (Period[] row : all) {
            read += Arrays.stream(row).mapToLong(period -> period.invitations).sum();
        }
        return figures.read("invitations", read);
    }

    private static @Nullable Object[] row(Days.Periods periods, int period, Period of, long customers) {
        return new @Nullable Object[] {
            periods.names().get(period),
            of.invitations,
            of.inviters,
            Figures.share(of.invitations, of.inviters),
            of.qualified,
            Figures.share(of.qualified, of.invitations),
            customers,
            Figures.share(of.qualified, customers),
            Figures.share(of.depths, of.qualified),
            of.qualified == 0 ? null : (Long) of.deepest,
            of.median(),
            periods.complete(period)
        };
    }

    private static Period[][] gathered(Asked asked, ReferralRules rules, Days days, Days.Periods periods) {
        Facts facts = asked.facts();
        Gathering gathering = Gathering.of(facts.vocabulary(), facts.population(), facts.asOf(), rules);
        Decided decided = Decided.of(
                facts.vocabulary(),
                facts.population(),
                facts.asOf(),
                rules,
                gathering,
                new ReferralStore(facts.store()).record(gathering.invitations(), rules, facts.vocabulary()));
        Period[][] all = new Period[asked.groups().size()][periods.size()];
        for (Period[] row : all) {
            Arrays.setAll(row, none -> new Period());
        }
        int[] registered = Registered.of(asked);
        long first = days.first.toEpochDay();
        for (int customer = 0; customer < registered.length; customer++) {
            long day = registered[customer] - first;
            if (registered[customer] != Registered.NONE && day < days.size) {
                all[asked.groups().of(customer)][periods.of()[(int) Math.max(0, day)]].registered++;
            }
        }
        Invitations invitations = decided.invitations();
        int[] depths = depths(decided, invitations);
        boolean[] invited = new boolean[registered.length];
        int[] lastIn = new int[registered.length];
        Arrays.fill(lastIn, -1);
        for (int i = 0; i < invitations.size(); i++) {
            int who = invitations.referrer(i);
            boolean fresh = !invited[who];
            invited[who] = true;
            if (invitations.at(i) < days.from() || invitations.at(i) >= asked.end()) {
                continue;
            }
            int day = days.day(invitations.at(i));
            int period = periods.of()[day];
            Period of = all[asked.groups().of(who)][period];
            of.invitations++;
            of.inviters += lastIn[who] == period ? 0 : 1;
            lastIn[who] = period;
            State state = decided.state(i);
            if (state == State.QUALIFIED || state == State.REWARDED) {
                of.qualified++;
                of.depths += depths[i];
                of.deepest = Math.max(of.deepest, depths[i]);
            }
            if (fresh && registered[who] != Registered.NONE) {
                of.waits.add(first + day - registered[who]);
            }
        }
        return all;
    }

    /** By invitation: how many lead to its referee, itself included. */
    private static int[] depths(Decided decided, Invitations invitations) {
        int[] brought = decided.broughtBy();
        int[] depth = new int[invitations.size()];
        int[] chain = new int[invitations.size()];
        for (int i = 0; i < depth.length; i++) {
            int length = 0;
            int at = i;
            while (at >= 0 && depth[at] == 0 && length < chain.length) {
                chain[length++] = at;
                // A mark for those on the way, so that a circle ends.
                depth[at] = -1;
                int referrer = invitations.referrer(at);
                at = referrer < brought.length ? brought[referrer] : -1;
            }
            int above = at < 0 ? 0 : Math.max(0, depth[at]);
            while (length > 0) {
                depth[chain[--length]] = ++above;
            }
        }
        return depth;
    }

    /** What one period holds of one group. */
    private static final class Period {
        long invitations;
        long inviters;
        long qualified;
        long depths;
        long deepest;
        long registered;
        final List<Long> waits = new ArrayList<>();

        @Nullable
        Double median() {
            if (waits.isEmpty()) {
                return null;
            }
            waits.sort(null);
            int middle = waits.size() / 2;
            return waits.size() % 2 == 1
                    ? (Double) (double) waits.get(middle)
                    : (Double) ((waits.get(middle - 1) + waits.get(middle)) / 2.0);
        }
    }
}
