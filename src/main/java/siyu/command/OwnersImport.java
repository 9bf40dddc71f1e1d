package siyu.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import siyu.core.Nearest;
import siyu.core.Problem;
import siyu.fact.Type;
import siyu.importing.RecordChunk;
import siyu.importing.Sheet;
import siyu.staff.OwnerStore;
import siyu.staff.StaffCode;
import siyu.staff.StaffStore;
import siyu.store.Store;

/** {@code import owners}: who looks after whom, and who removed whom, as another system knows it. */
public final class OwnersImport extends SheetImport {
    private static final List<String> REMOVERS = List.of("customer", "staff");
    private static final Sheet SHEET = Sheet.of(
            Sheet.id("customer"),
            new Sheet.Field("staff", Type.TEXT, true, true, false),
            Sheet.required("since", Type.TIME),
            Sheet.optional("until", Type.TIME),
            Sheet.optional("removed_by", Type.word(REMOVERS)));

    public OwnersImport() {
        super("owners", SHEET);
    }

    @Override
    String about() {
        return "A row says that somebody looks after a customer since a time and, with 'until', that this is over; removed_by says which of"
                + " the two removed the other: customer or staff. A customer has one owner at a time. The row of a known customer,"
                + " person and time changes nothing, or ends it.";
    }

    @Override
    Taking begin(Session session) {
        return new Rows(session);
    }

    private static final class Rows implements Taking {
        private final OwnerStore store;
        private final Map<String, Integer> people = new HashMap<>();
        private final CustomerNumbers customers;
        private final Map<Integer, StaffStore.Owner> known = new HashMap<>();
        private final Set<OwnerStore.Key> past = new HashSet<>();
        private final Map<Integer, OwnerStore.Row> ending = new LinkedHashMap<>();
        private final List<OwnerStore.Row> over = new ArrayList<>();
        private final Map<Integer, OwnerStore.Row> beginning = new LinkedHashMap<>();
        private long created;
        private long changes;
        private long unchanged;

        Rows(Session session) {
            this.store = new OwnerStore(session.store());
            this.customers = new CustomerNumbers(World.stored(session, session.program()));
            StaffStore staff = new StaffStore(session.store());
            staff.people().forEach(person -> people.put(person.id(), person.number()));
            staff.owners().forEach(owner -> known.put(owner.customer(), owner));
            store.past().forEach(one -> past.add(new OwnerStore.Key(one.customer(), one.staff(), one.begun())));
        }

        @Override
        public @Nullable Problem take(RecordChunk chunk, int row) {
            String id = named(chunk, 0, row);
            String staff = named(chunk, 1, row);
            int customer = customers.of(id);
            Integer person = people.get(staff);
            if (customer < 0 || person == null) {
                return Problem.of(
                                StaffCode.BAD_OWNER,
                                customer < 0 ? "no customer '" + id + "'" : "nobody '" + staff + "' is on the staff")
                        .hint(customer < 0 ? null : Nearest.hint(staff, people.keySet()));
            }
            Long since = whole(chunk, 2, row);
            Long until = whole(chunk, 3, row);
            Long remover = whole(chunk, 4, row);
            if (since == null || until != null && until <= since || remover != null && until == null) {
                return Problem.of(
                        StaffCode.BAD_OWNER,
                        remover != null && until == null ? "removed_by without until" : "until is not after since");
            }
            return until == null
                    ? goesOn(id, customer, person, since)
                    : isOver(customer, person, since, until, remover == null ? 4 : remover.intValue() + 1);
        }

        private @Nullable Problem goesOn(String id, int customer, int person, long since) {
            StaffStore.Owner owner = known.get(customer);
            if (owner != null && owner.staff() == person && owner.begun() == since
                    || past.contains(new OwnerStore.Key(customer, person, since))) {
                unchanged++;
                return null;
            }
            if (owner != null) {
                return Problem.of(
                        StaffCode.HAS_OWNER, "'" + id + "' is looked after by another one, or since another time");
            }
            known.put(customer, new StaffStore.Owner(customer, person, since, 4, null));
            beginning.put(customer, new OwnerStore.Row(customer, person, since, null, 0));
            created++;
            return null;
        }

        private @Nullable Problem isOver(int customer, int person, long since, long until, int parting) {
            OwnerStore.Key key = new OwnerStore.Key(customer, person, since);
            OwnerStore.Row row = new OwnerStore.Row(customer, person, since, until, parting);
            StaffStore.Owner owner = known.get(customer);
            if (!past.add(key)) {
                unchanged++;
            } else if (owner != null && owner.staff() == person && owner.begun() == since) {
                known.remove(customer);
                if (beginning.remove(customer) != null) {
                    over.add(row);
                } else {
                    ending.put(customer, row);
                    changes++;
                }
            } else {
                over.add(row);
                created++;
            }
            return null;
        }

        @Override
        public Counts counts() {
            return new Counts(created, changes, unchanged);
        }

        @Override
        public void write(Store.Run run) {
            store.write(new ArrayList<>(ending.values()), over, new ArrayList<>(beginning.values()), run);
        }
    }
}
