package siyu.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import siyu.fact.Vocabulary;

/** Tells the story of one invitation in lines. */
public final class Why {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private Why() {}

    /**
     * What happened to an invitation and by which rule.
     *
     * @param ids external ids of customers
     */
    public static List<String> lines(Decided decided, int invitation, IntFunction<String> ids, Vocabulary vocabulary) {
        Invitations all = decided.invitations();
        ReferralRules rules = decided.rules();
        List<String> lines = new ArrayList<>();
        State state = decided.state(invitation);
        Cause cause = decided.cause(invitation);
        lines.add(all.id(invitation) + ": " + state.word() + (cause == Cause.NONE ? "" : ", " + cause.word()));
        String referrer = ids.apply(all.referrer(invitation));
        lines.add("  invited by " + referrer + " at " + moment(all.at(invitation), vocabulary));
        lines.addAll(blocked(decided, invitation, cause, ids));
        if (decided.record().accepted(invitation)) {
            lines.add("  a person accepted it at " + moment(decided.record().decidedAt(invitation), vocabulary));
        }
        if (decided.record().rejected(invitation)) {
            lines.add("  a person rejected it at " + moment(decided.record().decidedAt(invitation), vocabulary));
        }
        if (decided.flagged(invitation)) {
            lines.add("  flagged: "
                    + String.join(
                            ", ", rules.flags().stream().map(Flag::toString).toList()) + "; at its deadline: "
                    + rules.onFlag().name().toLowerCase(java.util.Locale.ROOT));
        }
        if (decided.credited(invitation)) {
            LocalDate last = LocalDate.ofEpochDay(decided.lastDay(invitation));
            long qualified = decided.qualifiedAt(invitation);
            lines.add(
                    qualified == Decided.NEVER
                            ? "  has not qualified; can until " + last + " (within " + rules.within() + ")"
                            : "  qualified at " + moment(qualified, vocabulary) + "; could until " + last);
            if (qualified != Decided.NEVER) {
                LocalDate due = LocalDate.ofEpochDay(decided.days().day(decided.dueAt(invitation)));
                lines.add("  reward due on " + due + " (delay " + rules.delay() + ")");
            }
        }
        if (decided.lostAt(invitation) != Decided.NEVER) {
            lines.add("  lost at " + moment(decided.lostAt(invitation), vocabulary) + ": " + cause.word());
        }
        Rewards rewards = decided.record().rewards();
        for (int row = 0; row < rewards.size(); row++) {
            Award award = rewards.invitation(row) == invitation ? decided.award(rewards.side(row)) : null;
            if (award != null) {
                String what = award.of(rewards.amount(row)).text(vocabulary);
                lines.add("  " + rewards.side(row).word() + " " + ids.apply(rewards.customer(row))
                        + (rewards.back(row) ? " lost " : " got ") + what
                        + (rewards.refused(row) ? ", refused by a limit" : "") + ", "
                        + moment(rewards.at(row), vocabulary));
            }
        }
        return lines;
    }

    private static List<String> blocked(Decided decided, int invitation, Cause cause, IntFunction<String> ids) {
        Invitations all = decided.invitations();
        return switch (decided.credited(invitation) ? Cause.NONE : cause) {
            case SELF -> List.of("  blocked: nobody brings himself");
            case EXISTING_CUSTOMER -> List.of("  blocked: he was a customer before that day");
            case ALREADY_REFERRED -> {
                String before = "somebody";
                for (int i = 0; i < all.size(); i++) {
                    if (decided.credited(i) && all.refereeId(i).equals(all.refereeId(invitation))) {
                        before = ids.apply(all.referrer(i)) + " by " + all.id(i);
                        break;
                    }
                }
                yield List.of("  blocked: the credit is with " + before);
            }
            case CYCLE -> List.of("  blocked: he had brought, through others, the referrer");
            default -> List.of();
        };
    }

    private static String moment(long micros, Vocabulary vocabulary) {
        return MOMENT.format(Instant.EPOCH.plus(micros, ChronoUnit.MICROS).atZone(vocabulary.zone()));
    }
}
