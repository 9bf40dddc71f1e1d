package siyu.points;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import siyu.Said;

/**
 * Cases at the edges, as scripts of commands. A line that begins with {@code @} sets the clock, {@code event} imports one, and a
 * command is followed by what it answers: {@code [columns] => rows}, rows apart by blanks, or {@code ! code} when it is refused. After
 * each case the ledger is verified.
 */
class EdgeCaseTest {
    private static final String EARN =
            "\n  earn:\n    - {name: spend, on: purchase, per: 1.00, points: 1, base: gross}";

    @TempDir
    Path directory;

    static Stream<Arguments> cases() {
        return Stream.of(
                scripted(
                        "leap day: a year later is the 28th, four years later the 29th",
                        "UTC",
                        "expiry: {after: 1y}",
                        """
                        @2024-03-01T00:00:00Z
                        event p1,a,purchase,2024-02-29T12:00:00Z,100.00,
                        points earn
                        points statement a [expires_on] => 2025-02-28
                        @2025-02-28T23:59:59Z
                        points balance a [available,expired] => 100,0
                        @2025-03-01T00:00:00Z
                        points balance a [available,expired] => 0,100
                        points earn --set points.expiry.after=4y
                        event p2,a,purchase,2024-02-29T13:00:00Z,10.00,
                        points earn --set points.expiry.after=4y
                        points statement a [expires_on] => 2025-02-28 2028-02-29
                        """),
                scripted("month ends: 31 January and a month", "UTC", "expiry: {after: 1m}", """
                        @2024-03-05T00:00:00Z
                        event p1,a,purchase,2023-01-31T12:00:00Z,1.00,
                        event p2,a,purchase,2024-01-30T12:00:00Z,2.00,
                        event p3,a,purchase,2024-01-31T12:00:00Z,3.00,
                        event p4,a,purchase,2024-02-29T12:00:00Z,4.00,
                        points earn
                        points statement a [points,expires_on] => 1,2023-02-28 2,2024-02-29 3,2024-02-29 4,2024-03-29
                        """),
                scripted(
                        "month ends: rounded up to the end of a month and a quarter",
                        "UTC",
                        "expiry: {after: 1m, round_up: quarter}",
                        """
                        @2024-03-05T00:00:00Z
                        event p1,a,purchase,2023-11-30T12:00:00Z,1.00,
                        event p2,a,purchase,2023-12-01T12:00:00Z,2.00,
                        points earn
                        points statement a [points,expires_on] => 1,2023-12-31 2,2024-03-31
                        """),
                scripted("DST gap: a day that begins at one o'clock", "America/Sao_Paulo", "expiry: {after: 2d}", """
                        @2018-11-03T12:00:00Z
                        event p1,a,purchase,2018-11-01T12:00:00Z,10.00,
                        points earn
                        points redeem a 1 --at 2018-11-03T12:00:00Z
                        @2018-11-04T02:59:59Z
                        points redeem a 1
                        @2018-11-04T03:00:00Z
                        points redeem a 1 ! E0701
                        points expire [points] => 8
                        points statement a [at,kind,points] => 2018-11-01T09:00:00-03:00,earn,10 2018-11-03T09:00:00-03:00,redeem,-1 \
                        2018-11-03T23:59:59-03:00,redeem,-1 2018-11-04T01:00:00-02:00,expire,-8
                        """),
                scripted(
                        "DST overlap: an hour that comes twice is one day",
                        "Europe/Berlin",
                        "expiry: {after: 1d}",
                        """
                        @2024-10-27T22:59:59Z
                        event p1,a,purchase,2024-10-26T12:00:00Z,10.00,
                        event p2,a,purchase,2024-10-27T00:30:00Z,20.00,
                        event p3,a,purchase,2024-10-27T01:30:00Z,30.00,
                        points earn
                        points statement a [expires_on] => 2024-10-27 2024-10-28 2024-10-28
                        points redeem a 1
                        @2024-10-27T23:00:00Z
                        points balance a [available,expired] => 50,9
                        """),
                scripted("zone boundary of a year: the local date decides", "Asia/Shanghai", """
                        expiry: {after: 1d, round_up: year}
                          earn:
                            - {name: spend, on: purchase, per: 1.00, points: 1, base: gross, cap: {points: 60, per: year}}
                        """.strip(), """
                        @2024-01-05T00:00:00Z
                        event p1,a,purchase,2023-12-30T15:59:59Z,40.00,
                        event p2,a,purchase,2023-12-31T15:59:59Z,30.00,
                        event p3,a,purchase,2023-12-31T16:00:00Z,20.00,
                        points earn
                        points statement a [points,expires_on] => 40,2023-12-31 20,2024-12-31 20,2024-12-31
                        """),
                scripted(
                        "expiry job late and run twice: dated at the end of the lot",
                        "UTC",
                        "expiry: {after: 10d}",
                        """
                        @2024-01-02T00:00:00Z
                        event p1,a,purchase,2024-01-01T12:00:00Z,10.00,
                        points earn
                        @2024-06-01T00:00:00Z
                        points balance a [balance,available,expired] => 10,0,10
                        points expire [points] => 10
                        points expire [points] => 0
                        points statement a [at,points] => 2024-01-01T12:00:00Z,10 2024-01-12T00:00:00Z,-10
                        points balance a --as-of 2024-01-11 [balance] => 10
                        points balance a --as-of 2024-01-12 [balance] => 0
                        """),
                scripted(
                        "redemption at the last valid instant and the first invalid one",
                        "Europe/Berlin",
                        "expiry: {after: 10d}",
                        """
                        @2024-02-01T00:00:00Z
                        event p1,a,purchase,2024-01-01T12:00:00Z,10.00,
                        points earn
                        points redeem a 1 --at 2024-01-11T23:00:00Z ! E0701
                        points redeem a 1 --at 2024-01-11T22:59:59.999999Z
                        points redeem a 1 --at 2024-01-01T11:59:59.999999Z ! E0701
                        points redeem a 1 --at 2024-01-01T12:00:00Z
                        """),
                scripted("redemption on the first day that pending points can be used", "UTC", "pending: 3d", """
                        @2024-01-03T23:59:59Z
                        event p1,a,purchase,2024-01-01T12:00:00Z,10.00,
                        points earn
                        points balance a [available,pending] => 0,10
                        points redeem a 10 ! E0701
                        @2024-01-04T00:00:00Z
                        points redeem a 10
                        """),
                reversal("debt", "points balance a [balance,debt] => -40,40"),
                reversal("write_off", "points balance a [balance,debt] => 0,0"),
                scripted(
                        "reversal of an earning that is partly spent and partly expired: reject",
                        "UTC",
                        "expiry: {after: 10d}\n  shortage: reject",
                        """
                        @2024-01-02T00:00:00Z
                        event p1,a,purchase,2024-01-01T12:00:00Z,100.00,
                        points earn
                        points redeem a 40
                        @2024-02-01T00:00:00Z
                        points expire [points] => 60
                        points reverse a purchase:p1 ! E0718
                        points balance a [balance,debt] => 0,0
                        points reverse a purchase:p1 --amount 60 [points] => 60
                        points balance a [balance,debt] => 0,0
                        """),
                scripted(
                        "reversal of spent points takes other lots in the order of spending, pending ones last",
                        "UTC",
                        "expiry: {after: 30d}",
                        """
                        @2024-01-05T00:00:00Z
                        event p1,a,purchase,2024-01-01T12:00:00Z,100.00,
                        points earn
                        points redeem a 100
                        points open a 20 --expires 2024-03-01 --reason x
                        points open a 30 --expires 2024-02-01 --reason x
                        points reverse a purchase:p1 --amount 40
                        points statement a [kind,points,lot] => earn,100,1 redeem,-100,1 opening,20,3 opening,30,4 reverse,-30,4 reverse,-10,3
                        """),
                scripted(
                        "cancel after expiry: points come back expired, and expire when they came",
                        "UTC",
                        "expiry: {after: 10d}",
                        """
                        @2024-01-02T00:00:00Z
                        event p1,a,purchase,2024-01-01T12:00:00Z,100.00,
                        points earn
                        points redeem a 40 --key k
                        @2024-02-01T00:00:00Z
                        points expire [points] => 60
                        points cancel a k
                        points balance a [balance,available,expired] => 40,0,40
                        @2024-02-03T00:00:00Z
                        points expire [points] => 40
                        points statement a [at,kind,points] => 2024-01-01T12:00:00Z,earn,100 2024-01-02T00:00:00Z,redeem,-40 \
                        2024-01-12T00:00:00Z,expire,-60 2024-02-01T00:00:00Z,cancel,40 2024-02-01T00:00:00Z,expire,-40
                        """),
                scripted("refund in thirds: 33, 33, 34", "UTC", "", """
                        @2024-01-20T00:00:00Z
                        event p1,a,purchase,2024-01-01T12:00:00Z,100.00,
                        points earn
                        points reverse a purchase:p1 --amount 33.33 [points] => 33
                        event r1,a,refund,2024-01-03T12:00:00Z,33.33,p1
                        points earn
                        points reverse a purchase:p1 --amount 33.34 [points] => 34
                        points reverse a purchase:p1 --amount 0.01 ! E0709
                        points statement a [points] => 100 -33 -33 -34
                        points reverse a purchase:p1 [points] => 0
                        """),
                scripted("zero after rounding: no entry, and nothing to take back", "UTC", "", """
                        @2024-01-20T00:00:00Z
                        event p1,a,purchase,2024-01-01T12:00:00Z,0.99,
                        event p2,a,purchase,2024-01-01T12:00:00Z,1.99,
                        points earn
                        points earn
                        points statement a [points] => 1
                        points reverse a purchase:p1 ! E0708
                        points reverse a purchase:p2 --amount 1.00 [points] => 0
                        points balance a [balance] => 1
                        """),
                scripted("same key, same body: the first result", "UTC", "", """
                        @2024-01-20T00:00:00Z
                        points open a 100 --key o --reason x
                        points redeem a 10 --key k [points,balance,replay] => 10,90,false
                        @2024-01-21T00:00:00Z
                        points redeem a 10 --key k [points,at,replay] => 10,2024-01-20T00:00:00Z,true
                        points balance a [balance] => 90
                        """),
                scripted("same key, other body: refused, naming what differs", "UTC", "", """
                        @2024-01-20T00:00:00Z
                        points open a 100 --key o --reason x
                        points redeem a 10 --key k
                        points redeem a 11 --key k ! E0702
                        points redeem b 10 --key k ! E0702
                        points adjust a -10 --key k --reason x ! E0702
                        points transfer a b 10 --key k ! E0702
                        points balance a [balance] => 90
                        """),
                scripted(
                        "retry after a change of the rule: what was considered stays",
                        "UTC",
                        "expiry: {after: 9y}",
                        """
                        @2024-01-20T00:00:00Z
                        event p1,a,purchase,2024-01-01T12:00:00Z,10.00,
                        points earn [points] => 10
                        points earn --set points.earn[0].points=5 [points] => 0
                        points open a 1 --key o --reason x
                        points open a 1 --key o --reason x --set points.expiry.after=1d [replay] => true
                        event p2,a,purchase,2024-01-01T12:00:00Z,10.00,
                        points earn --set points.earn[0].points=5 [points] => 50
                        points balance a [balance] => 61
                        points reverse a purchase:p1 [points] => 10
                        """),
                scripted("transfer to a debtor settles what he owes", "UTC", "", """
                        @2024-01-20T00:00:00Z
                        event p1,b,purchase,2024-01-01T12:00:00Z,40.00,
                        points earn
                        points redeem b 40
                        points reverse b purchase:p1
                        points balance b [balance,debt] => -40,40
                        points redeem b 1 ! E0701
                        points open a 100 --key o --reason x
                        points transfer a b 30
                        points balance b [balance,available,debt] => -10,0,10
                        points transfer a b 30
                        points balance b [balance,available,debt] => 20,20,0
                        """),
                scripted("overflow: more than an entry may have is refused whole", "UTC", "", """
                        @2024-01-20T00:00:00Z
                        points open a 1000000000000 --key o --reason x --yes
                        points open a 1000000000001 --reason x ! E0006
                        points redeem a 9223372036854775808 ! E0006
                        event p1,a,purchase,2024-01-01T12:00:00Z,10000000000.00,
                        points earn --set points.earn[0].points=101 ! E0711
                        points earn --set points.earn[0].points=100 --yes
                        points balance a [balance] => 2000000000000
                        """),
                scripted(
                        "closed periods: nothing is dated inside, late events count from the first open moment",
                        "UTC",
                        "expiry: {after: 20d}",
                        """
                        @2024-02-10T00:00:00Z
                        event p1,a,purchase,2024-01-01T12:00:00Z,10.00,
                        points earn
                        points close --through 2024-01-31 --yes ! E0714
                        points expire [points] => 10
                        points close --through 2024-01-31 --yes
                        points close --through 2024-01-30 --yes ! E0713
                        points redeem a 1 --at 2024-01-31T23:59:59Z ! E0703
                        points adjust a +1 --at 2024-01-31T23:59:59Z --reason x ! E0703
                        points adjust a +1 --at 2024-02-01T00:00:00Z --reason x
                        event p2,a,purchase,2024-01-20T12:00:00Z,7.00,
                        event p3,a,purchase,2024-01-02T12:00:00Z,8.00,
                        event r1,a,refund,2024-01-05T12:00:00Z,5.00,p1
                        points earn
                        points expire [points] => 15
                        points statement a [at,kind,points,expires_on] => 2024-01-01T12:00:00Z,earn,10,2024-01-21 \
                        2024-01-22T00:00:00Z,expire,-10, 2024-02-01T00:00:00Z,adjust,1,2024-02-21 \
                        2024-02-01T00:00:00Z,earn,8,2024-01-22 2024-02-01T00:00:00Z,expire,5, 2024-02-01T00:00:00Z,reverse,-5, \
                        2024-02-01T00:00:00Z,earn,7,2024-02-09 2024-02-01T00:00:00Z,expire,-8, 2024-02-10T00:00:00Z,expire,-7,
                        """),
                scripted("clock that runs backwards: what was recorded stays before", "UTC", "", """
                        @2024-01-20T00:00:00Z
                        points open a 100 --key o --reason x
                        @2024-01-10T00:00:00Z
                        points redeem a 10 [at] => 2024-01-20T00:00:00Z
                        points redeem a 10 --at 2024-01-15T00:00:00Z ! E0701
                        points redeem a 10 --at 2024-01-21T00:00:00Z ! E0704
                        points balance a [balance,available] => 90,90
                        """),
                scripted("what came back later was not there before", "UTC", "", """
                        @2024-01-10T00:00:00Z
                        points open a 100 --key o --reason x
                        points redeem a 100 --key k
                        @2024-01-20T00:00:00Z
                        points cancel a k
                        points redeem a 50 --at 2024-01-15T00:00:00Z ! E0701
                        points redeem a 50
                        points balance a --as-of 2024-01-15 [balance] => 0
                        """),
                scripted("a refund dated before its purchase counts when the purchase does", "UTC", "", """
                        @2024-01-20T00:00:00Z
                        event p1,a,purchase,2024-01-10T12:00:00Z,10.00,
                        event r1,a,refund,2024-01-05T12:00:00Z,4.00,p1
                        points earn
                        points statement a [at,points] => 2024-01-10T12:00:00Z,10 2024-01-10T12:00:00Z,-4
                        points balance a --as-of 2024-01-07 [balance] => 0
                        """));
    }

    private static Arguments reversal(String shortage, String answer) {
        return scripted(
                "reversal of an earning that is partly spent and partly expired: " + shortage,
                "UTC",
                "expiry: {after: 10d}\n  shortage: " + shortage,
                """
                @2024-01-02T00:00:00Z
                event p1,a,purchase,2024-01-01T12:00:00Z,100.00,
                points earn
                points redeem a 40
                @2024-02-01T00:00:00Z
                points expire [points] => 60
                points reverse a purchase:p1 [points] => 100
                %s
                points statement a [kind,points] => earn,100 redeem,-40 expire,-60 expire,60 reverse,-60 reverse,-40%s
                """.formatted(answer, shortage.equals("debt") ? "" : " adjust,40"));
    }

    private static Arguments scripted(String name, String zone, String points, String script) {
        return Arguments.of(name, zone, points, script);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void edge(String name, String zone, String points, String script) throws IOException {
        Shop shop = new Shop(directory, """
                program: shop
                timezone: %s
                currency: EUR
                data: shop
                events:
                  purchase: {}
                  refund: {}
                points:
                  %s
                  refunds:
                    - {on: refund, of: purchase}
                """.formatted(zone, points.contains("earn:") ? points : points + EARN));
        shop.customers("a", "b");
        for (String line : script.lines().toList()) {
            if (line.startsWith("@")) {
                shop.at(line.substring(1));
            } else if (line.startsWith("event ")) {
                shop.events(line.substring(6));
            } else {
                command(shop, line);
            }
        }
        Said verified = shop.run("points", "verify");
        assertThat(verified.exit()).as(name + verified.out()).isZero();
    }

    private static void command(Shop shop, String line) {
        int refused = line.indexOf(" ! ");
        int answers = line.indexOf(" => ");
        int columns = line.indexOf(" [");
        int end = refused >= 0 ? refused : answers >= 0 ? columns : line.length();
        List<String> words = new ArrayList<>(List.of(line.substring(0, end).split(" ")));
        if (refused >= 0) {
            Said said = shop.run(words.toArray(new String[0]));
            assertThat(said.err()).as(line).contains("error[" + line.substring(refused + 3) + "]");
            assertThat(said.exit()).as(line).isIn(2, 4);
            return;
        }
        if (answers >= 0) {
            words.addAll(List.of("-o", "csv", "--columns", line.substring(columns + 2, answers - 1)));
        }
        Said said = shop.run(words.toArray(new String[0]));
        assertThat(said.exit()).as("%s: %s", line, said.err()).isZero();
        if (answers >= 0) {
            List<String> rows = said.out().lines().skip(1).toList();
            assertThat(String.join(" ", rows)).as(line).isEqualTo(line.substring(answers + 4));
        }
    }
}
