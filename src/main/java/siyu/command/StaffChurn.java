package siyu.command;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import siyu.cli.Call;
import siyu.cli.Common;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.core.Exit;
import siyu.core.Problem;
import siyu.staff.Churn;
import siyu.staff.ChurnTables;
import siyu.staff.Crew;
import siyu.staff.OwnerStore;
import siyu.staff.StaffCode;

/** {@code staff churn|follow-up}: customers who parted from their staff member, and who asks them why. */
public final class StaffChurn implements Verb {
    private static final Parameter<String> STATE = Parameter.<String>option(
                    "--state", "STATE", "only in this state", text -> text)
            .oneOf(Arrays.stream(Churn.State.values()).map(Churn.State::word).toList());

    private final boolean asking;

    /** @param asking whether somebody was asked, instead of who is to be */
    public StaffChurn(boolean asking) {
        this.asking = asking;
    }

    @Override
    public Manual manual() {
        return asking
                ? new Manual(
                        "Keep that a customer who parted was asked why",
                        List.of(
                                "The last parting of the customer; what came of it is the --reason, which 'siyu staff churn' shows."
                                        + " The same again does nothing."),
                        List.of(new Example(
                                "siyu staff follow-up C00000007 --reason 'moved to another city'", "what he said")),
                        List.of("siyu.staff.follow_up/1"))
                : new Manual(
                        "Customers who removed their staff member, or were removed by him",
                        List.of(
                                "The last parting of each, with the task that follows from it: 'follow_up' is the day until which"
                                        + " somebody asks why (staff: follow_up), 'by' who does: the person himself when the customer"
                                        + " removed him and he is active, else somebody else. From 'free' on a live code may give the"
                                        + " customer to another one (staff: cool_down). Who has an owner again has returned."),
                        List.of(new Example("siyu staff churn --state overdue", "who should have been asked by now")),
                        List.of("siyu.staff.churn/1"));
    }

    @Override
    public List<Parameter<?>> parameters() {
        return asking ? List.of(LedgerDesk.ID) : List.of(STATE);
    }

    @Override
    public List<Common.Set> shared() {
        return asking
                ? List.of(Common.Set.CHANGE, Common.Set.WORLD, Common.Set.OUTPUT)
                : List.of(Common.Set.WORLD, Common.Set.OUTPUT);
    }

    @Override
    public List<Exit> exits() {
        return asking ? List.of(Exit.REFUSED) : List.of();
    }

    @Override
    public List<String> columns(Call call) {
        return ChurnTables.COLUMNS;
    }

    @Override
    public Outcome run(Call call) {
        StaffDesk desk = StaffDesk.of(Session.of(call));
        World world = World.stored(desk.session(), desk.session().program());
        OwnerStore store = new OwnerStore(desk.session().store());
        Crew crew = desk.crew();
        int[] owners = desk.store().owners(world.population().size());
        LocalDate today = desk.at().toLocalDate();
        Map<OwnerStore.Key, OwnerStore.FollowUp> asked = new HashMap<>(store.followUps());
        List<Churn> all =
                Churn.of(store.past(), asked, of -> owners[of], crew.people(), desk.rules(), today, desk.zone());
        if (!asking) {
            String state = call.get(STATE);
            List<Churn> shown = new ArrayList<>();
            for (Churn one : all) {
                if (state == null || one.state().word().equals(state)) {
                    shown.add(one);
                }
            }
            return Outcome.of(ChurnTables.list("siyu.staff.churn/1", shown, crew, world.ids(), desk.zone()));
        }
        String reason = call.get(Common.REASON);
        if (reason == null || reason.isBlank() || reason.length() > 1000) {
            throw Problem.of(StaffCode.NEEDS_REASON, "what did the customer say?")
                    .hint("add --reason '…'")
                    .failure();
        }
        int customer = world.number(call.value(LedgerDesk.ID));
        Churn parted = all.stream()
                .filter(one -> one.customer() == customer)
                .findFirst()
                .orElseThrow(() -> Problem.of(
                                StaffCode.NOT_PARTED, "'" + call.value(LedgerDesk.ID) + "' never parted from anybody")
                        .failure());
        OwnerStore.FollowUp before = parted.asked();
        if (before != null && !before.result().equals(reason)) {
            throw Problem.of(StaffCode.NOT_PARTED, "'" + call.value(LedgerDesk.ID) + "' was asked already")
                    .failure();
        }
        OwnerStore.FollowUp done = new OwnerStore.FollowUp(desk.micros(), reason);
        if (before == null && !desk.session().dryRun()) {
            store.followUp(parted.key(), done, desk.session().run("staff follow-up", ""));
        }
        asked.putIfAbsent(parted.key(), done);
        List<Churn> after =
                Churn.of(store.past(), asked, of -> owners[of], crew.people(), desk.rules(), today, desk.zone());
        after.removeIf(one -> one.customer() != customer);
        return Outcome.of(ChurnTables.list("siyu.staff.follow_up/1", after, crew, world.ids(), desk.zone()));
    }
}
