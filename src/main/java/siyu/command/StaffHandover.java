package siyu.command;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import siyu.cli.Call;
import siyu.cli.CliCode;
import siyu.cli.Common;
import siyu.cli.Confirm;
import siyu.cli.Forms;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.core.Exit;
import siyu.core.Failure;
import siyu.core.Problem;
import siyu.staff.Crew;
import siyu.staff.HandoverPlan;
import siyu.staff.HandoverStore;
import siyu.staff.HandoverTables;
import siyu.staff.Partings;
import siyu.staff.Person;
import siyu.staff.Platform;
import siyu.staff.Requesting;
import siyu.staff.StaffCode;
import siyu.staff.StaffStore;
import siyu.staff.Transfer;

/** {@code staff handover plan|request|settle|list}: customers move from one person to others, within the platform's limits. */
public final class StaffHandover implements Verb {
    /** Which of them. */
    public enum Does {
        PLAN,
        REQUEST,
        SETTLE,
        LIST
    }

    private static final Parameter<String> FROM = Parameter.<String>option(
                    "--from", "STAFF", "who hands his customers over", text -> text)
            .mandatory();
    private static final Parameter<String> OF =
            Parameter.option("--from", "STAFF", "only of this one (default: everybody)", text -> text);
    private static final Parameter<List<String>> TO = Parameter.options(
            "--to", "STAFF,…", "who gets them (default: everybody active of the same region, else everybody active)");
    private static final Parameter<Integer> DAYS = Parameter.option(
                    "--days", "N", "plan so many days ahead, today included", new Forms.Whole(1, 3660))
            .or(366);
    private static final Parameter<String> STATE = Parameter.<String>option(
                    "--state", "STATE", "only in this state", text -> text)
            .oneOf(Arrays.stream(Transfer.State.values())
                    .map(Transfer.State::word)
                    .toList());
    private static final Parameter<List<String>> REFUSED =
            Parameter.options("--refused", "ID,…", "customers who refused");
    private static final Parameter<List<String>> FAILED =
            Parameter.options("--failed", "ID,…", "customers whom the platform did not move");
    private static final List<String> REASONS = List.of("leaving", "moving");

    /** How many stale transfers are told. */
    private static final int SHOWN = 20;

    private final Does does;

    public StaffHandover(Does does) {
        this.does = does;
    }

    @Override
    public Manual manual() {
        return switch (does) {
            case PLAN ->
                new Manual(
                        "Plan who moves from one person to others, and when",
                        List.of(
                                "All customers of --from, in batches by day. The limits of 'platform:' hold (how often a customer may move,"
                                        + " how many a request and a day), and so do the daily cap and the maximum load of everybody who gets"
                                        + " customers, of whom each gets his share by weight. 'delay' says why a customer moves later than the"
                                        + " others, or not at all within --days,"
                                        + " and 'earliest' from when on the platform lets him.",
                                "The plan is kept and takes the place of what was planned for the same person before. Nobody moves until"
                                        + " 'siyu staff handover request' is run on the day."),
                        List.of(new Example(
                                "siyu staff handover plan --from S0000 --to S0001 --reason moving -n",
                                "what it would be")),
                        List.of("siyu.staff.handover.plan/1"));
            case REQUEST ->
                new Manual(
                        "Ask for the transfers that are due",
                        List.of(
                                "Those planned for today or before wait for their customers from now on: what is printed is what the"
                                        + " platform is to be asked for, a request for each person and batch. What today's limits do not reach"
                                        + " stays planned.",
                                "When the data file no longer fits the plan (a customer has left, somebody is full or not active any more)"
                                        + " nothing is asked for, with exit code 6: plan again."),
                        List.of(new Example("siyu staff handover request", "every morning")),
                        List.of("siyu.staff.handover.request/1"));
            case SETTLE ->
                new Manual(
                        "Say what became of the transfers asked for",
                        List.of(
                                "Customers who refused stay where they are, and are not asked again within staff: cool_down; so do those whom"
                                        + " the platform did not move. Everybody else moves when the time in which he could refuse is over."),
                        List.of(new Example("siyu staff handover settle", "nobody refused")),
                        List.of("siyu.staff.handover.settle/1"));
            case LIST ->
                new Manual(
                        "List transfers and how far they are",
                        List.of("'moves_at' is when a customer who is waiting will have moved unless he refuses."),
                        List.of(new Example("siyu staff handover list --state waiting", "who may still refuse")),
                        List.of("siyu.staff.handover.list/1"));
        };
    }

    @Override
    public List<Parameter<?>> parameters() {
        return switch (does) {
            case PLAN -> List.of(FROM, TO, DAYS);
            case REQUEST -> List.of();
            case SETTLE -> List.of(REFUSED, FAILED);
            case LIST -> List.of(OF, STATE);
        };
    }

    @Override
    public List<Common.Set> shared() {
        return does == Does.LIST
                ? List.of(Common.Set.WORLD, Common.Set.OUTPUT)
                : List.of(Common.Set.CHANGE, Common.Set.WORLD, Common.Set.OUTPUT);
    }

    @Override
    public List<String> columns(Call call) {
        return does == Does.PLAN ? HandoverTables.PLAN : HandoverTables.TRANSFERS;
    }

    @Override
    public List<Exit> exits() {
        return switch (does) {
            case PLAN -> List.of(Exit.REFUSED);
            case REQUEST -> List.of(Exit.OUTDATED);
            case SETTLE -> List.of(Exit.REFUSED);
            case LIST -> List.of();
        };
    }

    @Override
    public Outcome run(Call call) {
        StaffDesk desk = StaffDesk.of(Session.of(call));
        World world = World.stored(desk.session(), desk.session().program());
        HandoverStore store = new HandoverStore(desk.session().store());
        List<Transfer> all = store.transfers();
        return switch (does) {
            case PLAN -> plan(desk, world, store, all, call);
            case REQUEST -> request(desk, world, store, all, call);
            case SETTLE -> settle(desk, world, store, all, call);
            case LIST -> list(desk, world, all, call);
        };
    }

    private static Platform platform(StaffDesk desk) {
        return desk.session().program().platform();
    }

    private static Outcome plan(StaffDesk desk, World world, HandoverStore store, List<Transfer> all, Call call) {
        String reason = call.get(Common.REASON);
        if (reason == null || !REASONS.contains(reason)) {
            throw Problem.of(StaffCode.NEEDS_REASON, "does he leave, or only move on?")
                    .hint("give --reason leaving, or --reason moving")
                    .failure();
        }
        int from = StaffDesk.person(desk.crew(), call.value(FROM));
        Crew crew = desk.store().crew(desk.rules(), desk.at(), desk.zone(), from);
        int[] to = receivers(crew, from, call.value(TO));
        List<HandoverPlan.Move> moves = HandoverPlan.of(
                crew,
                to,
                platform(desk),
                reason.equals("leaving"),
                desk.at().toLocalDate(),
                call.value(DAYS),
                taken(desk, all, crew, from),
                movers(desk, all, from));
        if (!desk.session().dryRun() && !moves.isEmpty()) {
            Confirm.ask(call, "plan to hand over " + moves.size() + " customers of '" + call.value(FROM) + "'?");
            store.plan(
                    from,
                    reason.equals("leaving"),
                    moves,
                    desk.micros(),
                    desk.session().run("staff handover plan", ""));
        }
        return Outcome.of(HandoverTables.plan(moves, crew, call.value(FROM), platform(desk), world.ids(), desk.zone()));
    }

    private static int[] receivers(Crew crew, int from, List<String> given) {
        Set<Integer> to = new java.util.LinkedHashSet<>();
        for (String id : split(given)) {
            int number = StaffDesk.person(crew, id);
            if (number == from || !crew.people().get(number).active()) {
                throw Problem.of(
                                StaffCode.BAD_RECEIVER,
                                number == from
                                        ? "'" + id + "' cannot hand over to himself"
                                        : "'" + id + "' is not active")
                        .failure();
            }
            to.add(number);
        }
        String region = crew.people().get(from).region();
        for (boolean same : new boolean[] {true, false}) {
            for (Person person : crew.people()) {
                boolean near = !same || region != null && region.equals(person.region());
                if (to.isEmpty() == given.isEmpty()
                        && given.isEmpty()
                        && near
                        && person.active()
                        && person.number() != from) {
                    to.add(person.number());
                }
            }
        }
        if (to.isEmpty()) {
            throw Problem.of(StaffCode.BAD_RECEIVER, "nobody else is active").failure();
        }
        return to.stream().mapToInt(Integer::intValue).toArray();
    }

    private static List<String> split(List<String> given) {
        List<String> ids = new ArrayList<>();
        given.forEach(some -> ids.addAll(List.of(some.split(","))));
        return ids;
    }

    /** By day: transfers there are, but those that this plan takes the place of. */
    private static Map<LocalDate, long[]> taken(StaffDesk desk, List<Transfer> all, Crew crew, int from) {
        LocalDate today = desk.at().toLocalDate();
        Map<LocalDate, long[]> taken = new HashMap<>();
        for (Transfer transfer : all) {
            Long requested = transfer.requested();
            LocalDate day = requested != null ? StaffStore.day(requested, desk.zone()) : transfer.due();
            if (requested != null || transfer.state() == Transfer.State.PLANNED && transfer.from() != from) {
                LocalDate counted = requested == null && day.isBefore(today) ? today : day;
                long[] counts = taken.computeIfAbsent(
                        counted, any -> new long[crew.people().size() + 1]);
                counts[transfer.to()]++;
                counts[counts.length - 1]++;
            }
        }
        return taken;
    }

    private static List<HandoverPlan.Mover> movers(StaffDesk desk, List<Transfer> all, int from) {
        Map<Integer, List<LocalDate>> days = days(desk, all);
        Set<Integer> waiting = new HashSet<>();
        Map<Integer, LocalDate> refused = new HashMap<>();
        for (Transfer transfer : all) {
            Long settled = transfer.settled();
            if (transfer.state() == Transfer.State.WAITING) {
                waiting.add(transfer.customer());
            } else if (transfer.state() == Transfer.State.REFUSED && settled != null) {
                LocalDate until = desk.rules().coolDown().after(StaffStore.day(settled, desk.zone()));
                refused.merge(transfer.customer(), until, (one, other) -> one.isAfter(other) ? one : other);
            }
        }
        Partings partings = desk.store().partings(desk.rules().coolDown(), desk.zone());
        List<HandoverPlan.Mover> movers = new ArrayList<>();
        for (StaffStore.Owner owner : desk.store().customersOf(from)) {
            int customer = owner.customer();
            movers.add(new HandoverPlan.Mover(
                    customer,
                    days.getOrDefault(customer, List.of()),
                    waiting.contains(customer),
                    refused.get(customer),
                    partings.from(customer)));
        }
        return movers;
    }

    /** By customer: the days on which a transfer of him was asked for, whatever became of it, ascending. */
    private static Map<Integer, List<LocalDate>> days(StaffDesk desk, List<Transfer> all) {
        Map<Integer, List<LocalDate>> days = new HashMap<>();
        for (Transfer transfer : all) {
            Long requested = transfer.requested();
            if (requested != null && transfer.state() != Transfer.State.FAILED) {
                days.computeIfAbsent(transfer.customer(), any -> new ArrayList<>())
                        .add(StaffStore.day(requested, desk.zone()));
            }
        }
        days.values().forEach(Collections::sort);
        return days;
    }

    private static Outcome request(StaffDesk desk, World world, HandoverStore store, List<Transfer> all, Call call) {
        LocalDate today = desk.at().toLocalDate();
        Crew crew = desk.crew();
        long[] fresh = new long[crew.people().size()];
        Arrays.setAll(fresh, crew::today);
        long[] asked = new long[fresh.length];
        List<Transfer> due = new ArrayList<>();
        for (Transfer transfer : all) {
            Long requested = transfer.requested();
            if (transfer.state() == Transfer.State.PLANNED && !transfer.due().isAfter(today)) {
                due.add(transfer);
                fresh[transfer.to()]--;
            } else if (requested != null
                    && StaffStore.day(requested, desk.zone()).equals(today)) {
                asked[transfer.to()]++;
            }
        }
        Requesting.Answer answer = Requesting.of(
                due,
                crew,
                platform(desk),
                desk.store().owners(world.population().size()),
                days(desk, all),
                fresh,
                asked,
                desk.micros());
        if (!answer.stale().isEmpty()) {
            List<Problem> told = new ArrayList<>(
                    answer.stale().subList(0, Math.min(SHOWN, answer.stale().size())));
            told.set(0, told.get(0).hint("siyu staff handover plan makes a new plan"));
            throw new Failure(told);
        }
        if (!desk.session().dryRun() && !answer.asked().isEmpty()) {
            Confirm.ask(call, "ask for " + answer.asked().size() + " transfers?");
            store.write(answer.asked(), desk.session().run("staff handover request", ""));
        }
        return Outcome.of(HandoverTables.transfers(
                        "siyu.staff.handover.request/1", answer.asked(), crew, platform(desk), world.ids(), desk.zone())
                .with("late", (long) answer.late().size()));
    }

    private static Outcome settle(StaffDesk desk, World world, HandoverStore store, List<Transfer> all, Call call) {
        Map<Integer, Transfer.State> said = new TreeMap<>();
        say(world, call.value(REFUSED), Transfer.State.REFUSED, said);
        say(world, call.value(FAILED), Transfer.State.FAILED, said);
        long now = desk.micros();
        long wait = platform(desk).waitMicros();
        int[] owners = desk.store().owners(world.population().size());
        List<Transfer> changed = new ArrayList<>();
        for (Transfer transfer : all) {
            Long requested = transfer.requested();
            if (transfer.state() != Transfer.State.WAITING || requested == null) {
                continue;
            }
            Transfer.State told = said.remove(transfer.customer());
            if (told != null) {
                changed.add(settled(transfer, told, now));
            } else if (requested + wait <= now) {
                // Who removed his staff member meanwhile has not moved.
                boolean here = owners[transfer.customer()] == transfer.from();
                changed.add(settled(
                        transfer, here ? Transfer.State.DONE : Transfer.State.FAILED, here ? requested + wait : now));
            }
        }
        if (!said.isEmpty()) {
            String id = world.ids().apply(said.keySet().iterator().next());
            throw Problem.of(StaffCode.NOT_WAITING, "no transfer of '" + id + "' is waiting")
                    .failure();
        }
        if (!desk.session().dryRun() && !changed.isEmpty()) {
            store.write(changed, desk.session().run("staff handover settle", ""));
        }
        return Outcome.of(HandoverTables.transfers(
                "siyu.staff.handover.settle/1", changed, desk.crew(), platform(desk), world.ids(), desk.zone()));
    }

    private static void say(World world, List<String> ids, Transfer.State state, Map<Integer, Transfer.State> said) {
        for (String id : split(ids)) {
            if (said.put(world.number(id), state) != null) {
                throw Problem.of(CliCode.BAD_VALUE, "'" + id + "' is named twice")
                        .failure();
            }
        }
    }

    private static Transfer settled(Transfer transfer, Transfer.State state, long at) {
        return new Transfer(
                transfer.handover(),
                transfer.customer(),
                transfer.from(),
                transfer.to(),
                transfer.leaving(),
                transfer.due(),
                transfer.batch(),
                state,
                transfer.requested(),
                at);
    }

    private static Outcome list(StaffDesk desk, World world, List<Transfer> all, Call call) {
        Crew crew = desk.crew();
        String of = call.get(OF);
        int from = of == null ? -1 : StaffDesk.person(crew, of);
        @Nullable String state = call.get(STATE);
        List<Transfer> shown = new ArrayList<>();
        for (Transfer transfer : all) {
            if ((from < 0 || transfer.from() == from)
                    && (state == null || transfer.state().word().equals(state))) {
                shown.add(transfer);
            }
        }
        return Outcome.of(HandoverTables.transfers(
                "siyu.staff.handover.list/1", shown, crew, platform(desk), world.ids(), desk.zone()));
    }
}
