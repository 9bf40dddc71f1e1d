package siyu.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import siyu.cli.Parameter;
import siyu.core.Nearest;
import siyu.group.CodeState;
import siyu.group.Facts;
import siyu.group.Filling;
import siyu.group.Group;
import siyu.group.GroupCode;
import siyu.group.GroupRules;
import siyu.group.GroupStore;
import siyu.group.Planning;
import siyu.group.Stays;

/** What the verbs of groups share: the kinds asked for, the groups, who is in them, and what is known of customers. */
final class GroupDesk {
    static final Parameter<List<String>> KINDS =
            Parameter.positionals("KIND", "kinds of groups (default: all of the program)");

    private final Session session;
    private final World world;
    private final GroupStore store;
    private final List<GroupRules.Kind> kinds;
    private final List<Group> groups;

    private GroupDesk(Session session, List<GroupRules.Kind> kinds) {
        this.session = session;
        this.kinds = kinds;
        this.world = World.stored(session, session.program());
        this.store = new GroupStore(session.store());
        this.groups = store.groups();
    }

    static GroupDesk of(Session session, List<String> names) {
        return new GroupDesk(session, named(session.ahead(), names));
    }

    private static List<GroupRules.Kind> named(Session session, List<String> names) {
        GroupRules rules = session.program().groups();
        if (rules.kinds().isEmpty()) {
            throw GroupCode.NO_RULES
                    .problem("program '" + session.program().name() + "' has no kinds of groups")
                    .hint("add groups: to it")
                    .failure();
        }
        if (names.isEmpty()) {
            return rules.kinds();
        }
        List<GroupRules.Kind> kinds = new ArrayList<>();
        for (String name : names) {
            GroupRules.Kind kind = rules.kind(name);
            if (kind == null) {
                throw GroupCode.UNKNOWN_KIND
                        .problem("there is no kind of groups '" + name + "'")
                        .hint(Nearest.hint(
                                name,
                                rules.kinds().stream()
                                        .map(GroupRules.Kind::name)
                                        .toList()))
                        .failure();
            }
            if (!kinds.contains(kind)) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    Session session() {
        return session;
    }

    World world() {
        return world;
    }

    GroupStore store() {
        return store;
    }

    List<GroupRules.Kind> kinds() {
        return kinds;
    }

    List<Group> groups() {
        return groups;
    }

    int day() {
        return Math.toIntExact(world.asOf().today().toEpochDay());
    }

    Facts facts() {
        return Facts.of(
                world.vocabulary(),
                world.population(),
                world.asOf(),
                world.marks(),
                kinds,
                Planning.regions(groups),
                null);
    }

    /** A live code, and the kind whose groups it fills. */
    record Coded(GroupRules.Kind kind, GroupRules.Code code) {}

    /** The live codes of the program. */
    static List<Coded> codes(Session session) {
        List<Coded> all = new ArrayList<>();
        for (GroupRules.Kind kind : named(session, List.of())) {
            kind.codes().forEach(code -> all.add(new Coded(kind, code)));
        }
        return all;
    }

    /** The live code of a name. */
    static Coded code(Session session, String name) {
        List<String> known = new ArrayList<>();
        for (Coded coded : codes(session)) {
            if (coded.code().name().equals(name)) {
                return coded;
            }
            known.add(coded.code().name());
        }
        throw GroupCode.UNKNOWN_CODE
                .problem("no kind of groups has a live code '" + name + "'")
                .hint(known.isEmpty() ? "add codes: to a kind of groups" : Nearest.hint(name, known))
                .failure();
    }

    /** What is known of some customers, or with null of all, for a live code. */
    Facts facts(Coded coded, int @Nullable [] only) {
        return Facts.of(
                world.vocabulary(),
                world.population(),
                world.asOf(),
                world.marks(),
                Filling.asked(coded.kind(), coded.code()),
                Planning.regions(groups),
                only);
    }

    /** How a live code stands, of the last days that there are. */
    CodeState state(Coded coded, int days) {
        int since = day() - days + 1;
        GroupStore.Standing standing = store.standing(since, day());
        return CodeState.of(coded.kind(), coded.code().name(), groups, standing, day(), days);
    }

    Planning planning(Facts facts, Stays stays) {
        Map<String, Integer> regions = Planning.regions(groups);
        return new Planning(facts, groups, stays, day(), regions);
    }
}
