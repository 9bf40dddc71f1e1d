package siyu.lottery;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/**
 * Checks published draws one after the other. After a finding it goes on from what the row says, so that one change is told once
 * and not by every row behind it; what is left of the prizes goes on from what should have been won.
 */
final class DrawCheck implements DrawFile.Sink {
    private final Verification to;
    private final DrawFile form;
    private final Rules rules;
    private final String rulesHash;
    private final @Nullable Mac seed;
    private final Wheel wheel;
    private final long[] won;
    private final Map<String, Long> inPeriod = new HashMap<>();
    private final Set<String> heads = new HashSet<>();
    private String told = "";
    private long explain;
    private long number;
    private long last;
    private long rows;
    private String head;
    private @Nullable Spin explained;
    private @Nullable Wheel explainedWheel;

    DrawCheck(
            Verification to,
            DrawFile form,
            Rules rules,
            String rulesHash,
            String seed,
            String firstHead,
            long committedAt) {
        this.to = to;
        this.form = form;
        this.rules = rules;
        this.rulesHash = rulesHash;
        this.seed = seed.isEmpty() ? null : Digests.hmac(Digests.bytes(seed));
        this.wheel = new Wheel(rules.prizes());
        this.won = new long[rules.prizes().size()];
        this.head = firstHead;
        this.last = committedAt;
    }

    void run(String text, @Nullable String toldHead, long toExplain) {
        told = toldHead == null ? "" : toldHead;
        explain = toExplain;
        heads.add(head);
        form.read(text, this);
        if (!told.isEmpty() && !heads.contains(told)) {
            to.find(form.file(), 0, "told", "no draw has it", told);
        }
    }

    long draws() {
        return rows;
    }

    String head() {
        return head;
    }

    @Nullable
    Spin explained() {
        return explained;
    }

    @Nullable
    Wheel explainedWheel() {
        return explainedWheel;
    }

    @Override
    public void bad(long line, String raw) {
        String expected = form == DrawFile.CSV ? "draw,at,customer,prize,head" : "{\"draw\": 1, \"at\": …}";
        to.find(form.file(), line, "form", raw.strip(), expected);
    }

    @Override
    public void row(DrawFile.Row row) {
        rows++;
        to.same(form.file(), row.line(), "form", row.raw(), row.written());
        List<String> fields = row.fields();
        String customer = fields.get(2);
        String prize = fields.get(3);
        number(row.line(), fields.get(0));
        long at = to.time(form.file(), row.line(), fields.get(1));
        moment(row.line(), at, fields.get(1));
        customer(row.line(), customer, at);
        prize(row.line(), customer, prize);
        String expected = Digests.sha256(Drawn.link(head, number, fields.get(1), prize, customer));
        to.same(form.file(), row.line(), "chain", fields.get(4), expected);
        head = fields.get(4);
        if (head.equals(told)) {
            heads.add(head);
        }
    }

    private void number(long line, String text) {
        long expected = number + 1;
        to.same(form.file(), line, "order", text, Long.toString(expected));
        number = expected;
        if (text.length() < 18 && !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            number = Long.parseLong(text);
        }
    }

    private void moment(long line, long at, String text) {
        if (at == Long.MIN_VALUE) {
            return;
        }
        if (at < last) {
            to.find(form.file(), line, "time", text, "not before " + Drawn.time(last));
        }
        last = Math.max(last, at);
        LocalDate day = day(at);
        if (rules.from() != null && day.isBefore(rules.from())) {
            to.find(form.file(), line, "time", text, "from " + rules.from());
        }
        if (rules.until() != null && day.isAfter(rules.until())) {
            to.find(form.file(), line, "time", text, "until " + rules.until());
        }
    }

    private LocalDate day(long micros) {
        return LocalDate.ofInstant(Instant.EPOCH.plus(micros, ChronoUnit.MICROS), rules.zone());
    }

    private void customer(long line, String customer, long at) {
        if (rules.hashed() && !Digests.isHex(customer, Names.DIGITS)) {
            to.find(form.file(), line, "customer", customer, "32 hexadecimal digits");
        }
        Limit limit = rules.limit();
        if (limit == null || at == Long.MIN_VALUE) {
            return;
        }
        long period = limit.per().period((int) day(at).toEpochDay());
        long times = inPeriod.merge(period + "|" + customer, 1L, Long::sum);
        if (times > limit.times()) {
            to.find(form.file(), line, "limit", "draw " + times + " of '" + customer + "'", limit.toString());
        }
    }

    private void prize(long line, String customer, String name) {
        int prize = rules.prize(name);
        if (prize < 0) {
            to.find(form.file(), line, "prize", name, "a prize of the rules");
        } else {
            won[prize]++;
            long stock = rules.prizes().get(prize).stock();
            if (stock != Prize.UNLIMITED && won[prize] > stock) {
                to.find(form.file(), line, "stock", name + " number " + won[prize], "at most " + stock);
            }
        }
        if (seed == null) {
            return;
        }
        if (wheel.total() == 0) {
            to.find(form.file(), line, "stock", name, "no draw, as all prizes are gone");
            return;
        }
        Spin spin = Spin.of(seed, rules.lottery(), rulesHash, number, customer, wheel.total());
        if (number == explain) {
            explained = spin;
            explainedWheel = wheel.copy();
        }
        int drawn = wheel.prize(spin.place());
        if (prize >= 0) {
            to.same(form.file(), line, "prize", name, rules.prizes().get(drawn).name());
        }
        wheel.take(drawn);
    }
}
