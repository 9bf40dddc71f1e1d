package siyu.points;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The commands that {@link PointsKillTest} kills: a large earning and its expiry, which go into the file ahead of their posting, runs
 * of tasks, levels and benefits over everybody, and small ones of all kinds in between. Each has a time of its own, so that whenever it is done the same is recorded.
 */
final class PointsKillWork {
    static final int CUSTOMERS = 400;
    private static final int EVENTS = 60;
    private static final Instant START = Instant.parse("2024-01-10T00:00:00Z");

    static final String PROGRAM = """
            program: shop
            timezone: Asia/Shanghai
            currency: CNY
            data: shop
            events:
              purchase: {}
              refund: {}
            points:
              expiry: {after: 10d}
              earn:
                - {name: spend, on: purchase, per: 1.00, points: 1, base: gross}
              refunds:
                - {on: refund, of: purchase}
            levels:
              growth: {window: 10d, of: sum(purchase.amount)}
              steps: [{ordinary: 0}, {silver: 600}, {gold: 1250}]
              downgrade: {review: weekly, policy: one_down, grace: 1d}
              benefits:
                ordinary: [{treat: {per: week}}]
                silver: [{coffee: {per: month, times: 2}}]
            benefits:
              treat: {kind: points, points: 7, cost: 0.70}
              coffee: {kind: coupon, cost: 15.00, stock: 100}
            tasks:
              buyer: {kind: activity, goal: count(purchase) >= 1, every: week, reward: 3}
            badges:
              loyal: count(purchase, ever) >= 10
            """;

    private PointsKillWork() {}

    /** Does what is left from a step on, and says after each step that it is done. */
    public static void main(String[] arguments) throws IOException {
        Shop shop = new Shop(Path.of(arguments[0]));
        List<String> steps = steps();
        System.out.println("begin");
        System.out.flush();
        for (int i = Integer.parseInt(arguments[1]); i < steps.size(); i++) {
            step(shop, steps, i);
            System.out.println("done " + i);
            System.out.flush();
        }
    }

    static void step(Shop shop, List<String> steps, int step) {
        shop.at(START.plusSeconds(step * 43_200L).toString())
                .done(steps.get(step).split(" "));
    }

    /** A shop whose events are there and have earned nothing yet. */
    static Shop fill(Path directory) throws IOException {
        Shop shop = new Shop(directory, PROGRAM).at(START.toString());
        List<String> ids = new ArrayList<>();
        List<String> events = new ArrayList<>();
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            ids.add("c" + customer);
            for (int event = 0; event < EVENTS; event++) {
                events.add("e" + customer + "-" + event + ",c" + customer + ",purchase,2024-01-0" + (1 + event % 9)
                        + "T10:00:00," + (1 + (customer * 7 + event) % 50) + ".00,");
            }
        }
        shop.customers(ids.toArray(new String[0]));
        shop.events(events.toArray(new String[0]));
        shop.write("late.csv", """
                id,customer,kind,at,amount,ref
                r1,c1,refund,2024-01-12T10:00:00,3.00,e1-7
                l1,c2,purchase,2024-01-03T10:00:00,90.00,
                """);
        return shop;
    }

    static List<String> steps() {
        List<String> steps = new ArrayList<>();
        steps.add("points earn --yes");
        steps.add("task run --yes");
        steps.add("level run --yes");
        steps.add("benefit grant treat --yes");
        steps.add("benefit use c7 coffee --key b7");
        for (int i = 0; i < 6; i++) {
            steps.add("points redeem c" + i + " 20 --key r" + i);
            steps.add("points transfer c" + i + " c" + (i + 1) + " 10 --key t" + i);
        }
        steps.add("points cancel c3 r3");
        steps.add("points adjust c4 +5 --key a4 --reason sorry");
        for (int i = 0; i < 8; i++) {
            steps.add("points open c" + i + " 1000 --key o" + i + " --reason before");
        }
        steps.add("points expire --yes");
        steps.add("points close --through 2024-01-17 --yes");
        steps.add("level review --apply --yes");
        steps.add("import events late.csv");
        steps.add("points earn --yes");
        steps.add("points reverse c5 purchase:e5-5");
        steps.add("points redeem c5 10 --key last");
        steps.add("task run --yes");
        steps.add("level review --apply --yes");
        steps.add("benefit grant treat --yes");
        steps.add("points expire --yes");
        steps.add("points close --through 2024-01-20 --yes");
        return steps;
    }
}
