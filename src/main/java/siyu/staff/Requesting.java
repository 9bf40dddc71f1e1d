package siyu.staff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import siyu.core.Problem;

/** Which of the planned transfers are asked for today: those due, in order, as far as today's limits reach. */
public final class Requesting {
    private Requesting() {}

    /**
     * What is asked for.
     *
     * @param asked waiting from now on
     * @param late due, but beyond what today allows; they stay planned
     * @param stale what no longer fits the data file; when there is any, nothing is asked for
     */
    public record Answer(List<Transfer> asked, List<Transfer> late, List<Problem> stale) {}

    /**
     * Decides.
     *
     * @param planned transfers that are planned for today or earlier
     * @param owners by number of a customer: who looks after him, -1 for nobody
     * @param days by customer: the days on which transfers of him were asked for, ascending
     * @param fresh by number of a person: new customers of today without transfers that are only planned
     * @param asked by number of a person: transfers asked for today already
     * @param now microseconds
     */
    public static Answer of(
            List<Transfer> planned,
            Crew crew,
            Platform platform,
            int[] owners,
            Map<Integer, List<LocalDate>> days,
            long[] fresh,
            long[] asked,
            long now) {
        LocalDate today = crew.at().toLocalDate();
        List<Transfer> order = new ArrayList<>(planned);
        order.sort(Comparator.comparing(Transfer::due)
                .thenComparingInt(Transfer::to)
                .thenComparingInt(Transfer::batch)
                .thenComparingInt(Transfer::customer));
        long[] news = fresh.clone();
        long[] batches = asked.clone();
        long all = 0;
        for (long some : asked) {
            all += some;
        }
        Answer answer = new Answer(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Transfer transfer : order) {
            Problem stale = stale(transfer, crew, platform, owners, days, today);
            Person to = crew.people().get(transfer.to());
            if (stale != null) {
                answer.stale().add(stale);
            } else if (news[to.number()] >= to.dailyCap() || all >= platform.daySize()) {
                answer.late().add(transfer);
            } else {
                int batch = (int) (batches[to.number()] / platform.batchSize()) + 1;
                news[to.number()]++;
                batches[to.number()]++;
                all++;
                answer.asked()
                        .add(new Transfer(
                                transfer.handover(),
                                transfer.customer(),
                                transfer.from(),
                                transfer.to(),
                                transfer.leaving(),
                                transfer.due(),
                                batch,
                                Transfer.State.WAITING,
                                now,
                                null));
            }
        }
        return answer;
    }

    private static @org.jspecify.annotations.Nullable Problem stale(
            Transfer transfer,
            Crew crew,
            Platform platform,
            int[] owners,
            Map<Integer, List<LocalDate>> days,
            LocalDate today) {
        Person from = crew.people().get(transfer.from());
        Person to = crew.people().get(transfer.to());
        if (owners[transfer.customer()] != transfer.from()) {
            return StaffCode.STALE.problem(
                    "a customer of handover " + transfer.handover() + " is not with '" + from.id() + "' any more");
        }
        if (!to.active()) {
            return StaffCode.STALE.problem("'" + to.id() + "', who gets customers of handover " + transfer.handover()
                    + ", is not active any more");
        }
        if (crew.load(to.number()) > to.mostLoad()) {
            return StaffCode.STALE.problem(
                    "'" + to.id() + "' has no room for the customers of handover " + transfer.handover() + " any more");
        }
        Platform.Transfers limit = platform.transfers();
        if (limit != null && (limit.leaving() || !transfer.leaving())) {
            List<LocalDate> before = days.getOrDefault(transfer.customer(), List.of());
            if (limit.from(before, today).isAfter(today)) {
                return StaffCode.STALE.problem("a customer of handover " + transfer.handover()
                        + " may not be handed over before " + limit.from(before, today));
            }
        }
        return null;
    }
}
