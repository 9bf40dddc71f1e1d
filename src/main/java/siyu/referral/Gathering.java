package siyu.referral;

import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import siyu.core.AsOf;
import siyu.customer.IdTable;
import siyu.fact.Column;
import siyu.fact.CustomerBlock;
import siyu.fact.EventBlock;
import siyu.fact.Needs;
import siyu.fact.Population;
import siyu.fact.Texts;
import siyu.fact.Vocabulary;

/**
 * All invitations there are at a date, and what deciding about them must know of people: one scan for the events, one more for the
 * ids of those who were invited.
 *
 * @param invitations in order
 * @param registered by customer: the day, or {@link #UNKNOWN_DAY}; shorter than the population when nobody was invited
 * @param phones by customer: a number for his phone without its last four digits, 0 for none; empty when no flag asks for it
 * @param unnamed events that do not say who was invited
 */
public record Gathering(Invitations invitations, int[] registered, long[] phones, long unnamed) {
    static final int UNKNOWN_DAY = Integer.MIN_VALUE;

    /** So few are asked for one by one. */
    private static final int FEW = 32;

    private static final int LAST_DIGITS = 4;

    /** Gathers them. */
    public static Gathering of(Vocabulary vocabulary, Population population, AsOf asOf, ReferralRules rules) {
        boolean wantsPhones = rules.flags().stream().anyMatch(flag -> flag.kind() == Flag.Kind.SAME_PHONE_PREFIX);
        int[] registered = new int[population.size()];
        long[] phones = new long[wantsPhones ? population.size() : 0];
        int day = vocabulary.customer("registered");
        int phone = wantsPhones ? vocabulary.customer("phone") : -1;
        BitSet customer = new BitSet();
        customer.set(day);
        if (wantsPhones) {
            customer.set(phone);
        }
        BitSet event = new BitSet();
        event.set(Vocabulary.EVENT_ID);
        event.set(Vocabulary.EVENT_AT);
        event.set(Vocabulary.EVENT_REF);
        List<Worker> workers = population.scan(
                new Needs(customer, event),
                asOf,
                () -> new Worker(rules.kind(), asOf.endMicros(), day, phone, registered, phones));
        Invitations all = new Invitations();
        long unnamed = 0;
        for (Worker worker : workers) {
            all.addAll(worker.found);
            unnamed += worker.unnamed;
        }
        all.sort();
        resolve(all, population, asOf);
        return new Gathering(all, registered, phones, unnamed);
    }

    private static final class Worker implements Population.Visitor {
        private final int kind;
        private final long end;
        private final int day;
        private final int phone;
        private final int[] registered;
        private final long[] phones;
        private final Invitations found = new Invitations();
        private long unnamed;

        Worker(int kind, long end, int day, int phone, int[] registered, long[] phones) {
            this.kind = kind;
            this.end = end;
            this.day = day;
            this.phone = phone;
            this.registered = registered;
            this.phones = phones;
        }

        @Override
        public void visit(CustomerBlock block) {
            Column days = Objects.requireNonNull(block.attributes[day]);
            Column numbers = phone < 0 ? null : Objects.requireNonNull(block.attributes[phone]);
            for (int row = 0; row < block.size; row++) {
                registered[block.first + row] = days.known[row] == 0 ? UNKNOWN_DAY : (int) days.longs[row];
                if (numbers != null && numbers.known[row] != 0) {
                    phones[block.first + row] = prefix(numbers.dictionary, (int) numbers.longs[row]);
                }
            }
            EventBlock events = Objects.requireNonNull(block.events);
            if (events.size > 0) {
                Column ids = column(events, Vocabulary.EVENT_ID);
                Column times = column(events, Vocabulary.EVENT_AT);
                Column refs = column(events, Vocabulary.EVENT_REF);
                for (int row = 0; row < block.size; row++) {
                    for (int i = events.offsets[row]; i < events.offsets[row + 1]; i++) {
                        if (events.kinds[i] == kind && times.longs[i] < end) {
                            add(block.first + row, times.longs[i], ids, refs, i);
                        }
                    }
                }
            }
        }

        private void add(int referrer, long at, Column ids, Column refs, int event) {
            if (refs.known[event] == 0) {
                unnamed++;
                return;
            }
            found.add(referrer, at, ids.dictionary, (int) ids.longs[event], refs.dictionary, (int) refs.longs[event]);
        }

        private static Column column(EventBlock events, int attribute) {
            return Objects.requireNonNull(events.attributes[attribute]);
        }
    }

    /** A number for the digits of a phone without the last four; 0 when there are no more than those. Two numbers alike: FNV-1a. */
    private static long prefix(Texts texts, int text) {
        byte[] bytes = texts.bytes();
        int digits = 0;
        for (int i = texts.start(text); i < texts.end(text); i++) {
            digits += bytes[i] >= '0' && bytes[i] <= '9' ? 1 : 0;
        }
        long hash = 0xCBF29CE484222325L;
        int taken = 0;
        for (int i = texts.start(text); i < texts.end(text) && taken < digits - LAST_DIGITS; i++) {
            if (bytes[i] >= '0' && bytes[i] <= '9') {
                hash = (hash ^ bytes[i]) * 0x100000001B3L;
                taken++;
            }
        }
        return taken == 0 ? 0 : hash | 1;
    }

    /** Finds the customers who were invited. */
    private static void resolve(Invitations all, Population population, AsOf asOf) {
        IdTable wanted = new IdTable(all.size());
        int[] name = new int[all.size()];
        for (int i = 0; i < all.size(); i++) {
            Texts names = all.names();
            name[i] = wanted.add(names.bytes(), names.start(all.text(i)), names.end(all.text(i)));
        }
        int[] numbers = new int[wanted.size()];
        java.util.Arrays.fill(numbers, -1);
        if (wanted.size() <= FEW) {
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = population.number(wanted.ids().get(i));
            }
        } else {
            BitSet id = new BitSet();
            id.set(Vocabulary.CUSTOMER_ID);
            population.scan(new Needs(id, new BitSet()), asOf, () -> block -> {
                @Nullable Column column = block.attributes[Vocabulary.CUSTOMER_ID];
                Column ids = Objects.requireNonNull(column);
                Texts texts = ids.dictionary;
                for (int row = 0; row < block.size; row++) {
                    int text = (int) ids.longs[row];
                    int found = wanted.find(texts.bytes(), texts.start(text), texts.end(text));
                    if (found >= 0) {
                        numbers[found] = block.first + row;
                    }
                }
            });
        }
        for (int i = 0; i < all.size(); i++) {
            all.referee[i] = numbers[name[i]];
        }
    }
}
