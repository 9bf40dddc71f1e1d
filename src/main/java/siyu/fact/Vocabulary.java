package siyu.fact;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words of a program's facts: its attributes, event kinds, zone and currency. An attribute is known by its index, so
 * that nothing is looked up by name per row. Immutable.
 */
public final class Vocabulary {
    /** Index of the customer's external id among the customer attributes. */
    public static final int CUSTOMER_ID = 0;

    /** Indexes of built-in event attributes. {@code customer} and {@code kind} are not columns of their own. */
    public static final int EVENT_ID = 0;

    public static final int EVENT_AT = 1;
    public static final int EVENT_AMOUNT = 2;

    /** The index of {@code ref} in {@link #event()}. */
    public static final int EVENT_REF = 4;

    private static final List<Attribute> CUSTOMER_BUILT_IN = List.of(
            new Attribute("id", Type.TEXT, true),
            new Attribute("name", Type.TEXT, true),
            new Attribute("phone", Type.TEXT, true),
            new Attribute("registered", Type.DATE, true),
            new Attribute("latitude", Type.DECIMAL, true),
            new Attribute("longitude", Type.DECIMAL, true),
            new Attribute("region", Type.TEXT, true),
            new Attribute("birthday", Type.DATE, true),
            new Attribute("consent", Type.BOOLEAN, true));
    private static final List<Attribute> EVENT_BUILT_IN = List.of(
            new Attribute("id", Type.TEXT, true),
            new Attribute("at", Type.TIME, true),
            new Attribute("amount", Type.MONEY, true),
            new Attribute("channel", Type.TEXT, true),
            new Attribute("ref", Type.TEXT, true));

    private final ZoneId zone;
    private final String currency;
    private final int decimals;
    private final List<Attribute> customer;
    private final List<Attribute> event;
    private final List<String> kinds;
    private final List<Set<String>> ofKind;
    private final Map<String, Integer> customerIndex = new HashMap<>();
    private final Map<String, Integer> eventIndex = new HashMap<>();

    /**
     * @param currency ISO 4217 code, for display
     * @param decimals decimal places of the minor unit, 0 to 6
     * @param customer the declared customer attributes, without the built-in ones
     * @param events the declared kinds in order, each with its declared attributes; an attribute that several kinds share
     *     has one type (the program reader sees to it)
     */
    public Vocabulary(
            ZoneId zone, String currency, int decimals, List<Attribute> customer, Map<String, List<Attribute>> events) {
        this.zone = zone;
        this.currency = currency;
        this.decimals = decimals;
        List<Attribute> customers = new ArrayList<>(CUSTOMER_BUILT_IN);
        customers.addAll(customer);
        this.customer = List.copyOf(customers);
        this.kinds = List.copyOf(events.keySet());
        List<Attribute> shared = new ArrayList<>(EVENT_BUILT_IN);
        Set<String> builtIn = new LinkedHashSet<>();
        for (Attribute attribute : EVENT_BUILT_IN) {
            builtIn.add(attribute.name());
        }
        Set<String> sharedNames = new LinkedHashSet<>(builtIn);
        List<Set<String>> names = new ArrayList<>();
        for (List<Attribute> attributes : events.values()) {
            Set<String> known = new LinkedHashSet<>(builtIn);
            for (Attribute attribute : attributes) {
                known.add(attribute.name());
                if (sharedNames.add(attribute.name())) {
                    shared.add(attribute);
                }
            }
            names.add(Set.copyOf(known));
        }
        this.event = List.copyOf(shared);
        this.ofKind = List.copyOf(names);
        for (int i = 0; i < this.customer.size(); i++) {
            customerIndex.put(this.customer.get(i).name(), i);
        }
        for (int i = 0; i < this.event.size(); i++) {
            eventIndex.put(this.event.get(i).name(), i);
        }
    }

    public static List<Attribute> builtInCustomer() {
        return CUSTOMER_BUILT_IN;
    }

    public static List<Attribute> builtInEvent() {
        return EVENT_BUILT_IN;
    }

    public ZoneId zone() {
        return zone;
    }

    public String currency() {
        return currency;
    }

    /** Decimal places of money, so that 1.00 is {@code 10^decimals} minor units. */
    public int decimals() {
        return decimals;
    }

    /** Customer attributes, built-in ones first. */
    public List<Attribute> customer() {
        return customer;
    }

    /** Event attributes over all kinds, built-in ones first. */
    public List<Attribute> event() {
        return event;
    }

    public List<String> kinds() {
        return kinds;
    }

    /** The index of a customer attribute, or -1. */
    public int customer(String name) {
        return customerIndex.getOrDefault(name, -1);
    }

    /** The index of an event attribute of any kind, or -1. */
    public int event(String name) {
        return eventIndex.getOrDefault(name, -1);
    }

    /** The index of an event kind, or -1. */
    public int kind(String name) {
        return kinds.indexOf(name);
    }

    /** The names of the attributes that events of a kind may have, built-in ones included. */
    public Set<String> attributesOf(int kind) {
        return ofKind.get(kind);
    }

    /** Whether both hold the same words at the same indexes, so that columns of one can be read by the other. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Vocabulary that
                && zone.equals(that.zone)
                && currency.equals(that.currency)
                && decimals == that.decimals
                && customer.equals(that.customer)
                && event.equals(that.event)
                && kinds.equals(that.kinds)
                && ofKind.equals(that.ofKind);
    }

    @Override
    public int hashCode() {
        return Objects.hash(zone, currency, decimals, customer, event, kinds, ofKind);
    }
}
