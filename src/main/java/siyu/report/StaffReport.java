package siyu.report;

import java.util.ArrayList;
import java.util.List;
import siyu.out.Heading;
import siyu.staff.OwnerStore;
import siyu.staff.Person;
import siyu.staff.StaffStore;

/** {@code staff}: how many customers each staff member looks after, who came and went, and what they do. */
final class StaffReport implements Report {
    @Override
    public String name() {
        return "staff";
    }

    @Override
    public String text() {
        return "Customers by who looks after them at the end of the window, those who came to and went from each in it, how many of them did"
                + " anything, and what they bought. The last row is of customers whom nobody looks after. 'siyu staff audit' tells how"
                + " even loads are.";
    }

    @Override
    public List<String> example() {
        return List.of("staff --window 2026-02", "the staff in February");
    }

    @Override
    public List<Option> options() {
        return List.of(Option.KIND, Option.PURCHASE);
    }

    @Override
    public List<String[]> definition(Asked asked) {
        return List.of(
                new String[] {"staff", "the id of a staff member; empty for nobody"},
                new String[] {"customers", "customers he looks after when the window ends"},
                new String[] {"came", "times that a customer came to him in the window"},
                new String[] {"went", "times that one went from him in the window, to another or to nobody"},
                new String[] {
                    "active", "of the customers, those with an event of " + asked.kindsText() + " in the window"
                },
                new String[] {"active_share", "active / customers"},
                new String[] {"gmv", "what the customers bought for in the window"});
    }

    @Override
    public List<Drawing> drawings() {
        return List.of(
                Drawing.bars("staff", "customers", "active").ofNamed(),
                Drawing.bars("staff", "gmv").ofNamed());
    }

    @Override
    public Figures run(Asked asked) {
        Figures figures = Figures.of(
                asked,
                1,
                "customers",
                Heading.text("staff"),
                Heading.of("customers", Heading.Kind.INTEGER),
                Heading.of("came", Heading.Kind.INTEGER),
                Heading.of("went", Heading.Kind.INTEGER),
                Heading.of("active", Heading.Kind.INTEGER),
                Heading.of("active_share", Heading.Kind.SHARE),
                Heading.of("gmv", Heading.Kind.MONEY));
        StaffStore store = new StaffStore(asked.facts().store());
        List<Person> people = store.people();
        PerCustomer did = PerCustomer.of(asked);
        long from = asked.days().from();
        long end = asked.end();
        int groups = asked.groups().size();
        int width = people.size() + 1;
        long[][] came = new long[groups][width];
        long[][] went = new long[groups][width];
        int[] owner = new int[did.there.length];
        java.util.Arrays.fill(owner, people.size());
        List<OwnerStore.Past> times =
                new ArrayList<>(new OwnerStore(asked.facts().store()).past());
        store.owners()
                .forEach(now ->
                        times.add(new OwnerStore.Past(now.customer(), now.staff(), now.begun(), Long.MAX_VALUE, 0)));
        for (OwnerStore.Past time : times) {
            int group = asked.groups().of(time.customer());
            if (time.begun() < end && time.ended() >= end) {
                owner[time.customer()] = time.staff();
            }
            came[group][time.staff()] += time.begun() >= from && time.begun() < end ? 1 : 0;
            went[group][time.staff()] += time.ended() >= from && time.ended() < end ? 1 : 0;
        }
        long[][] customers = new long[groups][width];
        long[][] active = new long[groups][width];
        long[][] gmv = new long[groups][width];
        long[][] buyers = new long[groups][width];
        for (int customer = 0; customer < owner.length; customer++) {
            if (did.there[customer]) {
                int group = asked.groups().of(customer);
                customers[group][owner[customer]]++;
                active[group][owner[customer]] += did.active[customer] ? 1 : 0;
                buyers[group][owner[customer]] += did.bought[customer] > 0 ? 1 : 0;
                gmv[group][owner[customer]] = Math.addExact(gmv[group][owner[customer]], did.spent[customer]);
            }
        }
        for (int group = 0; group < groups; group++) {
            for (int person = 0; person < width; person++) {
                figures.row(
                        group,
                        person == people.size() ? null : people.get(person).id(),
                        customers[group][person],
                        came[group][person],
                        went[group][person],
                        active[group][person],
                        Figures.share(active[group][person], customers[group][person]),
                        asked.money(gmv[group][person]));
                figures.behind(buyers[group][person]);
            }
        }
        return Events.told(figures, List.of(did));
    }
}
