package siyu.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import siyu.cli.Parameter;
import siyu.core.Problem;
import siyu.fact.Type;
import siyu.group.Coordinates;
import siyu.group.Group;
import siyu.group.GroupCode;
import siyu.group.GroupRules;
import siyu.group.GroupStore;
import siyu.importing.RecordChunk;
import siyu.importing.Sheet;
import siyu.store.Store;

/** {@code import groups}: groups with their places, capacities and owners. */
public final class ImportGroups extends SheetImport {
    private static final int LONGEST_ID = 1000;
    private static final int LONGEST_KIND = 64;
    private static final Sheet SHEET = Sheet.of(
            Sheet.id("id"),
            Sheet.optional("name", Type.TEXT),
            Sheet.required("kind", Type.TEXT),
            Sheet.optional("latitude", Type.DECIMAL),
            Sheet.optional("longitude", Type.DECIMAL),
            Sheet.optional("region", Type.TEXT),
            Sheet.required("capacity", Type.INTEGER),
            Sheet.optional("owner", Type.TEXT),
            Sheet.optional("code", Type.TEXT),
            Sheet.optional("place", Type.INTEGER),
            Sheet.optional("closed", Type.BOOLEAN));
    private static final Parameter<String> COORDINATES = Parameter.<String>option(
                    "--coordinates", "NAME", "the system that places are told in", text -> text)
            .or("wgs84")
            .oneOf(List.of("wgs84", "gcj02", "bd09"));

    public ImportGroups() {
        super("groups", SHEET);
    }

    @Override
    String about() {
        return "Each row is one group, known by 'id', with its 'kind' (a name of 'groups:') and 'capacity'; its place as latitude and"
                + " longitude or its 'region' or both, 'owner' (somebody on the staff), 'code' and 'place' (the live code that fills"
                + " groups in the order of their places), and 'closed' when nobody is put into it any more. A group that is there"
                + " already is changed to what the row says. Places are kept in WGS-84, which phones tell; maps of China show"
                + " shifted ones (gcj02, and Baidu's bd09), which --coordinates turns back.";
    }

    @Override
    public List<Parameter<?>> parameters() {
        List<Parameter<?>> all = new ArrayList<>(super.parameters());
        all.add(COORDINATES);
        return all;
    }

    @Override
    Taking begin(Session session) {
        Coordinates coordinates =
                Coordinates.valueOf(session.call().value(COORDINATES).toUpperCase(java.util.Locale.ROOT));
        return new Rows(session, coordinates);
    }

    private static final class Rows implements Taking {
        private final Session session;
        private final Coordinates coordinates;
        private final GroupStore store;
        private final Map<String, Group> before = new LinkedHashMap<>();
        private final Map<String, Group> after = new LinkedHashMap<>();
        private int created;
        private long unchanged;

        Rows(Session session, Coordinates coordinates) {
            this.session = session;
            this.coordinates = coordinates;
            this.store = new GroupStore(session.store());
            store.groups().forEach(group -> before.put(group.id(), group));
        }

        @Override
        public @Nullable Problem take(RecordChunk chunk, int row) {
            String id = named(chunk, SHEET.index("id"), row);
            String kind = named(chunk, SHEET.index("kind"), row);
            Double latitude = decimal(chunk, SHEET.index("latitude"), row);
            Double longitude = decimal(chunk, SHEET.index("longitude"), row);
            Long capacity = whole(chunk, SHEET.index("capacity"), row);
            if (id.length() > LONGEST_ID || kind.length() > LONGEST_KIND) {
                return GroupCode.BAD_GROUP.problem("the id or kind of a group is too long");
            }
            if (capacity == null || capacity < 0 || capacity > Group.MOST) {
                return GroupCode.BAD_GROUP.problem("group '" + id + "' cannot hold " + capacity + " members");
            }
            if ((latitude == null) != (longitude == null)) {
                return GroupCode.BAD_GROUP.problem("group '" + id + "' has one half of a place");
            }
            Coordinates.Point point = null;
            if (latitude != null && longitude != null) {
                if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) {
                    return GroupCode.BAD_GROUP.problem(
                            "group '" + id + "' is at no place: " + latitude + ", " + longitude);
                }
                point = coordinates.toWgs84(latitude, longitude);
            }
            Group known = after.getOrDefault(id, before.get(id));
            Long closed = whole(chunk, SHEET.index("closed"), row);
            Group group = new Group(
                    known == null ? before.size() + created++ : known.number(),
                    id,
                    text(chunk, SHEET.index("name"), row),
                    kind,
                    point == null ? null : (Double) point.latitude(),
                    point == null ? null : (Double) point.longitude(),
                    text(chunk, SHEET.index("region"), row),
                    capacity.intValue(),
                    text(chunk, SHEET.index("owner"), row),
                    text(chunk, SHEET.index("code"), row),
                    whole(chunk, SHEET.index("place"), row),
                    closed != null && closed != 0);
            if (group.equals(known)) {
                unchanged++;
            } else {
                after.put(id, group);
            }
            return null;
        }

        @Override
        public Counts counts() {
            return new Counts(created, after.size() - created, unchanged);
        }

        @Override
        public void write(Store.Run run) {
            List<Group> fresh = new ArrayList<>();
            List<Group> changed = new ArrayList<>();
            after.values().forEach(group -> (before.containsKey(group.id()) ? changed : fresh).add(group));
            store.writeGroups(fresh, changed, run);
        }

        @Override
        public List<String> notes() {
            Map<String, Integer> strange = new TreeMap<>();
            for (Group group : after.values()) {
                if (session.program().groups().kind(group.kind()) == null) {
                    strange.merge(group.kind(), 1, Integer::sum);
                }
            }
            List<String> notes = new ArrayList<>();
            Map<String, Integer> codes = new TreeMap<>();
            for (Group group : after.values()) {
                GroupRules.Kind kind = session.program().groups().kind(group.kind());
                String code = group.code();
                if (kind != null
                        && code != null
                        && kind.codes().stream().noneMatch(each -> each.name().equals(code))) {
                    codes.merge(code, 1, Integer::sum);
                }
            }
            codes.forEach((code, count) ->
                    notes.add("groups of a live code that their kind does not have, '" + code + "': " + count));
            strange.forEach((kind, count) -> notes.add(
                    "groups of a kind that 'groups:' of the program does not name, '" + kind + "': " + count));
            return notes;
        }
    }
}
