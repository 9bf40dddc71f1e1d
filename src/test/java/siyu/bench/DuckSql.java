package siyu.bench;

import java.nio.file.Path;

/** What src/test/resources/bench/siyu.yaml says, in SQL for DuckDB, as well as we can write it. */
final class DuckSql {
    private DuckSql() {}

    /** The files as DuckDB reads them fastest: with the types told. */
    static String customersOf(Path file) {
        return "read_csv('" + file
                + "', header=true, auto_detect=false, delim=',', quote='\"', columns={'id':'VARCHAR',"
                + "'name':'VARCHAR','phone':'VARCHAR','registered':'DATE','latitude':'DOUBLE','longitude':'DOUBLE',"
                + "'region':'VARCHAR','birthday':'DATE','consent':'BOOLEAN','app_installed':'BOOLEAN',"
                + "'debit_card':'BOOLEAN','credit_card':'BOOLEAN','other_bank_card':'BOOLEAN','risk':'VARCHAR',"
                + "'aum':'DECIMAL(18,2)'})";
    }

    static String eventsOf(Path file) {
        return "read_csv('" + file
                + "', header=true, auto_detect=false, delim=',', quote='\"', columns={'id':'VARCHAR',"
                + "'customer':'VARCHAR','kind':'VARCHAR','at':'TIMESTAMPTZ','amount':'DECIMAL(18,2)',"
                + "'channel':'VARCHAR','ref':'VARCHAR','category':'VARCHAR','order':'VARCHAR','card':'VARCHAR'})";
    }

    /** Each customer once, as told last; the files' order decides. */
    static String lastCustomers(String source, String columns) {
        return "select " + columns + " from (select *, row_number() over () as n from " + source
                + ") qualify row_number() over (partition by id order by n desc) = 1";
    }

    /** Each event once by kind and id; repetitions are equal. */
    static String onceEvents(String source, String columns) {
        return "select distinct on (kind, id) " + columns + " from " + source;
    }

    /** The same in the order in which they came, which decides what was first of two at the same moment. */
    static String onceEventsInOrder(String source) {
        return "select * exclude n from (select *, row_number() over () as n from " + source
                + ") qualify row_number() over (partition by kind, id order by n) = 1 order by n";
    }

    /**
     * What all events earn without caps, and what of it expired, as of the end of 30 June 2026: entries, points, lots that ended and
     * their points, and the sum of all running balances. Days are counted in Shanghai, which has no summer time.
     */
    static final String LEDGER = """
            with days as (
              select e.customer, e.kind, e."at", e.amount,
                cast((epoch_us(e."at") + 28800000000) // 86400000000 as integer) as day
              from events e join customers c on c.id = e.customer
              where e."at" < timestamptz '2026-07-01 00:00:00+08:00'
                and (c.registered is null or c.registered <= date '2026-06-30')),
            earned as (
              select customer, "at", day, cast(floor(amount) as bigint) as points from days
              where kind = 'purchase' and amount >= 1
              union all
              select customer, "at", day, cast(floor(amount) as bigint) from days
              where kind = 'purchase' and amount >= 1 and (day + 3) % 7 + 1 >= 6
              union all
              select customer, "at", day, 1 from days where kind = 'login'
              union all
              select customer, "at", day, 10 from days where kind = 'share'),
            lots as (
              select points, last_day(date '1970-01-01' + day + interval 1 year) as until,
                sum(points) over (partition by customer order by "at") as running
              from earned)
            select count(*), cast(sum(points) as bigint), count(*) filter (until < date '2026-06-30'),
              cast(sum(points) filter (until < date '2026-06-30') as bigint), cast(sum(running) as bigint)
            from lots""";

    /** Counts by segment at the end of 30 June 2026: rows of segmentation, segment, customers. */
    static String segments(String customers, String events) {
        return """
                with per_customer as (
                  select customer,
                    count(*) filter (kind = 'purchase') as purchases,
                    count(*) filter (kind = 'purchase' and "at" >= timestamptz '2026-04-02 00:00:00+08:00') as purchases_90d,
                    sum(amount) filter (kind = 'purchase' and "at" >= timestamptz '2026-04-02 00:00:00+08:00') as spend_90d,
                    count(*) filter ("at" >= timestamptz '2026-06-01 00:00:00+08:00') as any_30d,
                    count(*) filter ("at" >= timestamptz '2026-04-02 00:00:00+08:00') as any_90d,
                    count(*) as any_ever
                  from EVENTS where "at" < timestamptz '2026-07-01 00:00:00+08:00' group by customer),
                placed as (
                  select
                    case when app_installed and debit_card then 'inner'
                         when app_installed and (credit_card or other_bank_card) then 'middle'
                         when app_installed then 'outer' end as ring,
                    case when date '2026-06-30' - registered <= 30 and coalesce(purchases, 0) = 0 then 'new'
                         when purchases_90d >= 3 and spend_90d >= 500 then 'loyal'
                         when any_30d >= 1 then 'active'
                         when any_90d >= 1 then 'quiet'
                         when any_ever >= 1 then 'sleeping'
                         else 'never' end as lifecycle
                  from CUSTOMERS c left join per_customer p on p.customer = c.id)
                select 'ring', ring, count(*) from placed where ring is not null group by all
                union all
                select 'lifecycle', lifecycle, count(*) from placed group by all
                order by 1, 2""".replace("EVENTS", events).replace("CUSTOMERS", customers);
    }
}
