package siyu.command;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import siyu.core.Nearest;
import siyu.core.Problem;
import siyu.fact.Type;
import siyu.group.Group;
import siyu.group.GroupCode;
import siyu.group.GroupStore;
import siyu.group.Stay;
import siyu.group.Stays;
import siyu.importing.RecordChunk;
import siyu.importing.Sheet;
import siyu.store.Store;

/** {@code import members}: who was in which group, from when and until when. */
public final class ImportMembers extends SheetImport {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;
    private static final Sheet SHEET = Sheet.of(
            Sheet.id("group"),
            Sheet.id("customer"),
            Sheet.required("joined", Type.DATE),
            Sheet.optional("left", Type.DATE));

    public ImportMembers() {
        super("members", SHEET);
    }

    @Override
    String about() {
        return "Each row is one membership: 'group', 'customer', the date he 'joined' and, when it is over, the date on which he had"
                + " 'left'. It is known by the first three, so a later file ends it by telling the fourth. Groups and customers are"
                + " imported before.";
    }

    @Override
    Taking begin(Session session) {
        return new Rows(session);
    }

    private static final class Rows implements Taking {
        private final GroupStore store;
        private final CustomerNumbers customers;
        private final Map<String, Integer> groups = new HashMap<>();

        /** By customer and group his memberships there, in order of joining. */
        private final Map<Long, List<Stay>> known = new HashMap<>();

        /** What is new, and what has another end; of several rows about one membership the last. */
        private final Set<Stay> created = new LinkedHashSet<>();

        private final Set<Stay> changed = new LinkedHashSet<>();
        private long unchanged;

        Rows(Session session) {
            this.store = new GroupStore(session.store());
            this.customers = new CustomerNumbers(World.stored(session, session.program()));
            for (Group group : store.groups()) {
                groups.put(group.id(), group.number());
            }
            Stays stays = store.stays();
            for (int row = 0; row < stays.size(); row++) {
                Stay stay = stays.get(row);
                known.computeIfAbsent(key(stay), key -> new ArrayList<>(1)).add(stay);
            }
        }

        private static long key(Stay stay) {
            return (long) stay.customer() << 32 | stay.group();
        }

        @Override
        public @Nullable Problem take(RecordChunk chunk, int row) {
            String groupId = named(chunk, SHEET.index("group"), row);
            String customerId = named(chunk, SHEET.index("customer"), row);
            Integer group = groups.get(groupId);
            if (group == null) {
                return GroupCode.UNKNOWN_GROUP
                        .problem("there is no group '" + groupId + "'")
                        .hint(Nearest.hint(groupId, List.copyOf(groups.keySet())));
            }
            int customer = customers.of(customerId);
            if (customer < 0) {
                return GroupCode.UNKNOWN_MEMBER.problem("there is no customer '" + customerId + "'");
            }
            Long joined = whole(chunk, SHEET.index("joined"), row);
            Long left = whole(chunk, SHEET.index("left"), row);
            if (joined == null || strange(joined) || left != null && (strange(left) || left < joined)) {
                return GroupCode.BAD_STAY.problem("'" + customerId + "' is said to be in '" + groupId + "' from "
                        + date(joined) + " to " + date(left));
            }
            return take(
                    new Stay(customer, group, joined.intValue(), left == null ? Stay.OPEN : left.intValue()),
                    customerId,
                    groupId);
        }

        private static boolean strange(long day) {
            int year = LocalDate.ofEpochDay(day).getYear();
            return year < FIRST_YEAR || year > LAST_YEAR;
        }

        private static String date(@Nullable Long day) {
            return day == null ? "an unknown date" : LocalDate.ofEpochDay(day).toString();
        }

        private @Nullable Problem take(Stay stay, String customerId, String groupId) {
            List<Stay> others = known.computeIfAbsent(key(stay), key -> new ArrayList<>(1));
            int same = -1;
            for (int i = 0; i < others.size(); i++) {
                Stay other = others.get(i);
                if (other.joined() == stay.joined()) {
                    same = i;
                } else if (other.joined() < stay.left() && stay.joined() < other.left()) {
                    return GroupCode.BAD_STAY.problem("'" + customerId + "' is in '" + groupId + "' already, since "
                            + date((long) other.joined()));
                }
            }
            if (same < 0) {
                others.add(stay);
                created.add(stay);
            } else if (others.get(same).equals(stay)) {
                unchanged++;
            } else {
                Stay before = others.set(same, stay);
                if (!created.remove(before)) {
                    changed.remove(before);
                    changed.add(stay);
                } else {
                    created.add(stay);
                }
            }
            return null;
        }

        @Override
        public Counts counts() {
            return new Counts(created.size(), changed.size(), unchanged);
        }

        @Override
        public void write(Store.Run run) {
            store.write(List.copyOf(created), List.copyOf(changed), run);
        }
    }
}
