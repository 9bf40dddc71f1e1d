package siyu.command;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import siyu.core.AsOf;
import siyu.core.Problem;
import siyu.level.Ladder;
import siyu.level.LevelCode;
import siyu.level.LevelRules;
import siyu.level.LevelStore;
import siyu.level.LevelTables;
import siyu.level.Scheme;
import siyu.level.Standing;

/** What the verbs of levels share: the program's levels, those in force, and the date. */
final class LevelDesk {
    private final Session session;
    private final LevelRules rules;
    private final World world;
    private final LevelStore store;
    private final LevelStore.Last last;
    private final @Nullable Scheme inForce;

    private LevelDesk(Session session, LevelRules rules, World world) {
        this.session = session;
        this.rules = rules;
        this.world = world;
        this.store = new LevelStore(session.store());
        this.last = store.last();
        this.inForce = store.scheme();
    }

    static LevelDesk of(Session session) {
        LevelRules rules = rules(session.ahead());
        return of(session, rules, World.stored(session, session.program()));
    }

    /** The same in a world that is there already. */
    static LevelDesk of(Session session, LevelRules rules, World world) {
        return new LevelDesk(session, rules, world);
    }

    /** The levels of the program, which has some. */
    static LevelRules rules(Session session) {
        LevelRules rules = session.program().levels();
        if (rules == null) {
            throw Problem.of(LevelCode.NO_RULES, "program '" + session.program().name() + "' has no levels")
                    .hint("add levels: to it")
                    .failure();
        }
        return rules;
    }

    Session session() {
        return session;
    }

    LevelRules rules() {
        return rules;
    }

    World world() {
        return world;
    }

    LevelStore store() {
        return store;
    }

    LevelStore.Last last() {
        return last;
    }

    LevelTables tables() {
        return new LevelTables(rules, world.vocabulary());
    }

    /** The scheme of the program, with the number it would have. */
    Scheme program() {
        String growth = Hashes.sha256(rules.text(world.vocabulary()));
        Scheme next = new Scheme(inForce == null ? 1 : inForce.number() + 1, growth, rules.ladder());
        return inForce != null && inForce.same(next) ? inForce : next;
    }

    /** The scheme in force; before the first run that of the program. */
    Scheme scheme() {
        return inForce == null ? program() : inForce;
    }

    /** The steps in force. */
    Ladder ladder() {
        return scheme().ladder();
    }

    /** The steps in force, which there are. */
    Ladder inForce() {
        if (inForce == null) {
            throw Problem.of(LevelCode.NOT_IN_FORCE, "no levels are in force yet")
                    .hint("siyu level run")
                    .failure();
        }
        return inForce.ladder();
    }

    /** Whether the program has other steps, or counts growth otherwise, than what is in force. */
    boolean edited() {
        return inForce != null && program().number() != inForce.number();
    }

    /** Now, as the end of an as-of. */
    private AsOf now() {
        return AsOf.instant(session.now(), world.asOf().zone());
    }

    /**
     * The as-of of what is stored: a date that is not over is now.
     *
     * @throws siyu.core.Failure for a date to come, and for one before what was done
     */
    AsOf stored() {
        return notBackwards(purchase());
    }

    /** The as-of of a purchase: not to come, but also before the last run. */
    AsOf purchase() {
        AsOf asOf = world.asOf();
        AsOf now = now();
        if (asOf.today().isAfter(now.today())) {
            throw Problem.of(LevelCode.FUTURE, asOf.today() + " has not come yet")
                    .failure();
        }
        return asOf.end().isAfter(now.end()) ? now : asOf;
    }

    /** The as-of of a preview: also a date to come. */
    AsOf preview() {
        return world.asOf().today().isAfter(now().today()) ? notBackwards(world.asOf()) : stored();
    }

    private AsOf notBackwards(AsOf asOf) {
        if (last.day() != Standing.NONE && asOf.today().toEpochDay() < last.day()) {
            throw Problem.of(
                            LevelCode.BACKWARDS,
                            "levels were stored as of " + LocalDate.ofEpochDay(last.day()) + ", which is after "
                                    + asOf.today())
                    .failure();
        }
        return asOf;
    }

    /** When what is done as of a date counts, microseconds: its last moment, or now. */
    long moment(AsOf asOf) {
        long now = now().endMicros();
        return Math.min(now, asOf.endMicros() - (asOf.endMicros() == now ? 0 : 1));
    }

    int day(AsOf asOf) {
        return Math.toIntExact(asOf.today().toEpochDay());
    }
}
