package siyu.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import siyu.core.Diagnostics;
import siyu.core.Problem;
import siyu.fact.Vocabulary;

/** What texts mean and what is said about wrong ones: an expression, and indented below it what must come out. */
class LanguageTest {
    private static final String MEANINGS = """
            app and (vip or risk = 'balanced')
                app and (vip or risk = 'balanced')   : boolean
            count(purchase, 90d) >= 3 and not has_tag('staff')
                count(purchase, 90d) >= 3 and not staff   : boolean
            sum(purchase[category in ('dining', 'cinema')].amount, this_month) between 100 and 5000
                sum(purchase[category in ('dining', 'cinema')].amount, this_month) between 100.00 and 5000.00   : boolean
            days_since(login) > 30 or last(login) is unknown
                days_since(login) > 30 or last(login) is unknown   : boolean
            ring = 'inner' and risk = 'conservative' and birthday_within(7d)
                ring = 'inner' and risk = 'conservative' and birthday_within(7d)   : boolean
            aum > 100.5
                aum > 100.50   : boolean
            aum * 1.5 > 100
                aum * 1.5 > 100.0   : boolean
            2 * aum + 5
                2 * aum + 5.00   : money
            -aum - -5
                -aum - -5.00   : money
            --5
                5   : integer
            - 2.50 + aum
                -2.50 + aum   : money
            today - registered
                today - registered   : integer
            today - 30d >= last_login
                today - 30d >= last_login   : boolean
            seen + 3h
                seen + 3h   : time
            (app or vip) and not (app = vip)
                (app or vip) and not app = vip   : boolean
            visits / 2 + rate * 3 - 1
                visits / 2.0 + rate * 3.0 - 1.0   : decimal
            visits % 2 = 0
                visits % 2 = 0   : boolean
            round(rate, 2) + round(aum)
                round(rate, 2) + round(aum)   : decimal
            age() > 18 and age(opened) < 3
                age() > 18 and age(opened) < 3   : boolean
            distance_km(31.2, 121) < 5
                distance_km(31.2, 121.0) < 5.0   : boolean
            count(purchase[kind = 'login'])
                count(purchase[kind = 'login'])   : integer
            count(any[kind = 'login' and amount > 5 and aum > amount], last_week)
                count(any[kind = 'login' and amount > 5.00 and aum > amount], last_week)   : integer
            distinct(any.kind)
                distinct(any.kind)   : integer
            'it''s' = city
                'it''s' = city   : boolean
            visits = -9223372036854775808
                visits = -9223372036854775808   : boolean
            coalesce(unknown, aum, 5)
                coalesce(unknown, aum, 5.00)   : money
            not visits between 1 and 3
                not visits between 1 and 3   : boolean
            aum / debt
                aum / debt   : decimal
            in_group('x')
                in_group('x')   : boolean
            greatest(visits, rate, aum) > 3
                greatest(visits, rate, aum) > 3.0   : boolean
            seen > 2026-01-31
                seen > 2026-01-31   : boolean
            seen - opened
                seen - opened   : integer
            visits in (1, 2, 2.5, aum)
                visits in (1.00, 2.00, 2.50, aum)   : boolean
            count(purchase, today) + count(purchase, 2w)
                count(purchase, today) + count(purchase, 2w)   : integer
            year(seen) - year(opened)
                year(seen) - year(opened)   : integer
            visits between 1 and 2 and app
                visits between 1 and 2 and app   : boolean
            100 < aum or aum < 5
                100.00 < aum or aum < 5.00   : boolean
            stage = 'other'
                stage = 'other'   : boolean
            seen
                seen   : time
            wealth
                wealth   : money
            -(visits + 1) * -visits
                -(visits + 1) * -visits   : integer
            visits - (1 - 2) - 3
                visits - (1 - 2) - 3   : integer
            (visits + 1) * 2
                (visits + 1) * 2   : integer
            """;

    private static final String PROBLEMS = """
            aum > 100.505
                E0321 1:7+7 100.505 has more decimals than CNY, which has 2 | write 100.51
            opened + 3h
                E0317 1:10+2 a date has no hours | write whole days: 1d
            opened + 30
                E0317 1:10+2 date and integer cannot be added | write 30d for days
            risk in ('balanced', 'agressive')
                E0313 1:22+11 'agressive' is not one of the words | did you mean 'aggressive'?
            risk = conservative
                E0310 1:8+12 there is no attribute, metric, tag, score or segmentation 'conservative' | words stand in single quotes: 'conservative'
            ring = 'iner'
                E0313 1:8+6 'iner' is not one of the words | did you mean 'inner'?
            kind = 'x'
                E0310 1:1+4 there is no attribute, metric, tag, score or segmentation 'kind'
            first(purchase.card)
                E0312 1:16+4 events of kind 'purchase' have no attribute 'card'
            count(purchase[card = 'debit'])
                E0310 1:16+4 events of kind 'purchase' have no attribute 'card', and customers have none
            spnd > 3 and visitz < 4 and cont(purchase) > 1
                E0310 1:1+4 there is no attribute, metric, tag, score or segmentation 'spnd' | did you mean 'spend'?
                E0310 1:14+6 there is no attribute, metric, tag, score or segmentation 'visitz' | did you mean 'visits'?
                E0314 1:29+4 there is no function 'cont' | did you mean 'count'?
            count(purchas, 90)
                E0311 1:7+7 there is no kind of event 'purchas' | did you mean 'purchase'?
                E0316 1:16+2 '90' is not a window | write 90d for days
            min(visits, children)
                E0311 1:5+6 there is no kind of event 'visits' | the least of several values: least(x, y)
                E0316 1:13+8 'children' is not a window | windows are 90d, 12h, 2w, 6m, 1y, this_month, last_year, …
            sum(purchase)
                E0318 1:5+8 sum needs an attribute of the event | write sum(purchase.amount, 90d)
            sum(purchase.category)
                E0317 1:14+8 sum needs a number, not text
            count(purchase.amount)
                E0318 1:16+6 count takes the events themselves, not an attribute | events that have it: count(purchase[amount is known])
            count(login[count(login) > 1])
                E0319 1:13+5 an aggregate cannot stand in the condition of an event | only attributes of the event and of the customer can; put it beside with and
            count(login[ring = 'inner'])
                E0319 1:13+4 'ring' cannot be named in the condition of an event | only attributes of the event and of the customer can; put it beside with and
            a b
                E0307 1:3+1 expected an operator or the end but found 'b'
            visits =
                E0307 1:9+1 expected a value but found the end
            visits = 1 = 2
                E0307 1:12+1 a second comparison in a row, '=' | join comparisons with and: a < b and b < c
            visits == 1 && app
                E0301 1:8+2 '==' is no sign of the language | write =
                E0301 1:13+2 '&&' is no sign of the language | write and
            city = "Paris"
                E0301 1:8+7 '"Paris"' is not a text | texts stand in single quotes: 'x'
            city = 'Paris
                E0303 1:8+6 the text that starts here has no closing quote | a quote inside of a text is written twice: ''
            visits > １２
                E0302 1:10+2 '１２' is full-width | write '12'
            （visits > 3）
                E0302 1:1+1 '（' is full-width | write '('
                E0302 1:12+1 '）' is full-width | write ')'
            2026-02-30 < opened
                E0306 1:1+10 '2026-02-30' is not a date | the last day of this month is 2026-02-28
            2026-1-5 < opened
                E0306 1:1+8 '2026-1-5' is not a date | write 2026-01-05
            1e5 > visits
                E0304 1:1+3 '1e5' is not a number | write all digits, without an exponent
            1.2.3
                E0304 1:1+5 '1.2.3' is not a number | a number has at most one decimal point, between digits
            90dd
                E0304 1:1+4 '90dd' is not a number | durations are written 90d, 12h, 2w, 6m, 1y
            visits > 99999999999999999999
                E0305 1:10+20 99999999999999999999 is out of range | whole numbers go from -9223372036854775808 to 9223372036854775807
            app = unknown
                E0320 1:7+7 a comparison with unknown is never true | write is unknown or is known
            visits not between 1 and 3
                E0307 1:8+3 'not between' is not an operator | write not x between low and high
            visits is not known
                E0307 1:11+3 expected 'known' or 'unknown' but found 'not' | write is unknown
            visits is null
                E0307 1:11+4 expected 'known' or 'unknown' but found 'null' | write is known or is unknown
            visits IN (1)
                E0307 1:8+2 expected an operator or the end but found 'IN' | words of the language are small: in
            opened > '2026-01-31'
                E0317 1:10+12 date and text cannot be compared | dates are written without quotes: 2026-01-31
            aum > '5'
                E0317 1:7+3 money and text cannot be compared | numbers are written without quotes
            risk > 'balanced'
                E0317 1:6+1 words have no order | use =, != or in (…)
            app < vip
                E0317 1:5+1 booleans have no order | use = or !=
            app and visits
                E0317 1:9+6 and needs boolean, not integer | compare it: > 0
            aum * debt
                E0317 1:5+1 money and money cannot be multiplied
            aum % 2
                E0317 1:5+1 money and integer cannot be divided with a remainder | % takes integers
            lower(risk)
                E0317 1:7+4 lower needs text, not one of conservative, balanced, aggressive
            lower(city, 1)
                E0318 1:1+14 lower does not take 2 arguments | write lower(text)
            lower city
                E0307 1:7+4 expected an operator or the end but found 'city'
            purchase > 1
                E0310 1:1+8 there is no attribute, metric, tag, score or segmentation 'purchase' | a kind of event stands in an aggregate: count(purchase)
            has_tag('staf')
                E0315 1:9+6 there is no tag 'staf' | did you mean 'staff'?
            has_tag('nobody')
                E0315 1:9+8 there is no tag 'nobody' | declare it under tags: as nobody: false when it is pinned by hand
            has_tag(staff)
                E0317 1:9+5 has_tag needs the name of a tag in single quotes | write has_tag('x')
            has_tag(1)
                E0317 1:9+1 has_tag needs the name of a tag in single quotes | write has_tag('x')
            @spend > 3 or count(login) > 1 or in_group('x')
                E0319 1:1+5 'spend' cannot be named in the condition of an event | only attributes of the event and of the customer can; put it beside with and
                E0319 1:14+5 an aggregate cannot stand in the condition of an event | only attributes of the event and of the customer can; put it beside with and
                E0319 1:43+3 in_group cannot stand in the condition of an event | put it beside the aggregate with and
            @kind = 'purchase' and categry = 'x'
                E0310 1:23+7 events of kind 'purchase' have no attribute 'categry', and customers have none | did you mean 'category'?
            birthday_within(1m)
                E0317 1:17+2 birthday_within needs whole days or weeks | write birthday_within(7d)
            least(risk, risk)
                E0317 1:7+4 least needs values that have an order, not one of conservative, balanced, aggressive
            round(rate, 12)
                E0305 1:13+2 the digits of round are not a written-out number from 0 to 9 | write round(x, 2)
            seen - seen
                E0317 1:6+1 time and time cannot be subtracted | days between two times: days_between(from, to)
            visits # 3
                E0301 1:8+1 the character '#' is not allowed here
            visits > 3)
                E0307 1:11+1 expected an operator or the end but found ')' | there is no '(' for it
            (visits > 3
                E0307 1:12+1 expected ')' but found the end
            """;

    private final Vocabulary vocabulary = TestProgram.vocabulary();
    private final Definitions definitions = TestProgram.definitions(vocabulary);

    @Test
    void canonicalTextAndType() {
        assertThat(answers(MEANINGS)).isEqualTo(MEANINGS);
    }

    @Test
    void everyProblemWithItsPlaceAndHint() {
        assertThat(answers(PROBLEMS)).isEqualTo(PROBLEMS);
    }

    /** The same table with what really comes out. Expressions that start with @ are in the scope of purchases. */
    private String answers(String table) {
        StringBuilder out = new StringBuilder();
        for (String line : table.split("\n")) {
            if (line.startsWith("    ")) {
                continue;
            }
            out.append(line).append('\n');
            Diagnostics diagnostics = new Diagnostics();
            Expression expression = read(line, diagnostics);
            if (expression != null) {
                out.append("    ").append(Printer.text(vocabulary, expression));
                out.append("   : ").append(Literals.name(expression.type())).append('\n');
            }
            for (Problem problem : diagnostics.problems()) {
                out.append("    ").append(TestProgram.show(problem)).append('\n');
            }
        }
        return out.toString();
    }

    private @Nullable Expression read(String text, Diagnostics diagnostics) {
        return text.startsWith("@")
                ? definitions.eventExpression(0, Source.of("test", text.substring(1)), diagnostics)
                : definitions.expression(Source.of("test", text), diagnostics);
    }
}
