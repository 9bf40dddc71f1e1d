package siyu.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import siyu.cli.Parameter;
import siyu.core.Nearest;
import siyu.group.Facts;
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
                world.vocabulary(), world.population(), world.asOf(), world.marks(), kinds, Planning.regions(groups));
    }

    Planning planning(Facts facts, Stays stays) {
        Map<String, Integer> regions = Planning.regions(groups);
        return new Planning(facts, groups, stays, day(), regions);
    }
}
