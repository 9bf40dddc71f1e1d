package siyu.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import siyu.core.Problem;
import siyu.fact.Type;
import siyu.importing.RecordChunk;
import siyu.importing.Sheet;
import siyu.staff.Hours;
import siyu.staff.Person;
import siyu.staff.StaffCode;
import siyu.staff.StaffStore;
import siyu.store.Store;

/** {@code import staff}: who looks after customers. */
public final class StaffImport extends SheetImport {
    private static final int LONGEST_ID = 200;
    private static final int LONGEST_TEXT = 1000;
    private static final Sheet SHEET = Sheet.of(
            Sheet.id("id"),
            Sheet.personal("name"),
            Sheet.personal("phone"),
            Sheet.optional("region", Type.TEXT),
            Sheet.optional("weight", Type.INTEGER),
            Sheet.optional("daily_cap", Type.INTEGER),
            Sheet.optional("maximum_load", Type.INTEGER),
            Sheet.optional("hours", Type.TEXT),
            Sheet.optional("active", Type.BOOLEAN));

    public StaffImport() {
        super("staff", SHEET);
    }

    @Override
    String about() {
        return "id names somebody; a row of a known id changes him, and what the file has no column for stays. weight (0 to 100, default"
                + " 1) is how many turns he gets beside others, daily_cap the most new customers a day, maximum_load the most at"
                + " once, hours when he works (09:00-18:00, or 1-5 09:00-18:00 for Monday to Friday), active whether he is there.";
    }

    @Override
    Taking begin(Session session) {
        return new Rows(new StaffStore(session.store()));
    }

    private static final class Rows implements Taking {
        private final StaffStore store;
        private final Map<String, Person> known = new HashMap<>();
        private final Map<Integer, Person> changed = new TreeMap<>();
        private long created;
        private long changes;
        private long unchanged;

        Rows(StaffStore store) {
            this.store = store;
            store.people().forEach(person -> known.put(person.id(), person));
        }

        @Override
        public @Nullable Problem take(RecordChunk chunk, int row) {
            String id = named(chunk, 0, row);
            Person before = known.get(id);
            Person base = before != null
                    ? before
                    : new Person(known.size(), id, null, null, null, 1, Person.NO_LIMIT, Person.NO_LIMIT, null, true);
            Long weight = chunk.attributes()[4] == null ? Long.valueOf(base.weight()) : whole(chunk, 4, row);
            Long cap = limit(chunk, 5, row, base.dailyCap());
            Long load = limit(chunk, 6, row, base.mostLoad());
            String hours = text(chunk, 7, row);
            Hours read = hours == null ? null : Hours.of(hours);
            Problem wrong = wrong(chunk, row, id, weight, cap, load, hours != null && read == null ? hours : null);
            if (wrong != null) {
                return wrong;
            }
            Long active = chunk.attributes()[8] == null ? Long.valueOf(base.active() ? 1 : 0) : whole(chunk, 8, row);
            Person now = new Person(
                    base.number(),
                    id,
                    kept(chunk, 1, row, base.name()),
                    kept(chunk, 2, row, base.phone()),
                    kept(chunk, 3, row, base.region()),
                    weight == null ? 1 : weight.intValue(),
                    cap == null ? Person.NO_LIMIT : cap,
                    load == null ? Person.NO_LIMIT : load,
                    chunk.attributes()[7] == null ? base.hours() : read,
                    active == null || active != 0);
            if (before == null) {
                created++;
            } else if (now.equals(before)) {
                unchanged++;
                return null;
            } else {
                changes++;
            }
            known.put(id, now);
            changed.put(now.number(), now);
            return null;
        }

        private static @Nullable Problem wrong(
                RecordChunk chunk,
                int row,
                String id,
                @Nullable Long weight,
                @Nullable Long cap,
                @Nullable Long load,
                @Nullable String hours) {
            if (hours != null) {
                return Problem.of(StaffCode.BAD_HOURS, "'" + hours + "' are not working hours")
                        .hint("write 09:00-18:00, or with days of the week 1-5 09:00-18:00");
            }
            if (weight != null && (weight < 0 || weight > Person.MOST_WEIGHT)) {
                return Problem.of(StaffCode.BAD_PERSON, "weight " + weight + " is not from 0 to " + Person.MOST_WEIGHT);
            }
            if (cap != null && cap < 0 || load != null && load < 0) {
                return Problem.of(
                        StaffCode.BAD_PERSON,
                        cap != null && cap < 0
                                ? "daily_cap " + cap + " is less than 0"
                                : "maximum_load " + load + " is less than 0");
            }
            if (id.length() > LONGEST_ID) {
                return Problem.of(StaffCode.BAD_PERSON, "the id has more than " + LONGEST_ID + " characters");
            }
            for (int field = 1; field <= 3; field++) {
                String text = text(chunk, field, row);
                if (text != null && text.length() > LONGEST_TEXT) {
                    return Problem.of(
                            StaffCode.BAD_PERSON,
                            SHEET.fields().get(field).name() + " has more than " + LONGEST_TEXT + " characters");
                }
            }
            return null;
        }

        /** A text of the row, what was there when the file has no such column. */
        private static @Nullable String kept(RecordChunk chunk, int field, int row, @Nullable String before) {
            return chunk.attributes()[field] == null ? before : text(chunk, field, row);
        }

        private static @Nullable Long limit(RecordChunk chunk, int field, int row, long before) {
            if (chunk.attributes()[field] == null) {
                return before == Person.NO_LIMIT ? null : (Long) before;
            }
            return whole(chunk, field, row);
        }

        @Override
        public Counts counts() {
            return new Counts(created, changes, unchanged);
        }

        @Override
        public void write(Store.Run run) {
            List<Person> people = new ArrayList<>(changed.values());
            store.write(people, run);
        }
    }
}
