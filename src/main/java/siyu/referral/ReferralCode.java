package siyu.referral;

import siyu.core.Code;
import siyu.core.Exit;
import siyu.core.Problem;

/** What can go wrong with referrals. */
public enum ReferralCode implements Code {
    NO_RULES(
            "E1301",
            "the program has no referral rules",
            Exit.PROGRAM,
            "The program has no 'referral:', so it does not say what an invitation brings."),
    BAD_RULES(
            "E1302",
            "referral rules make no sense",
            Exit.PROGRAM,
            "What stands under 'referral:' contradicts itself: rewards in different units, steps that do not ascend or by which more"
                    + " referrals would bring less, a condition that depends on the day it is asked on, and the like."),
    NO_INVITATION(
            "E1303",
            "unknown invitation",
            Exit.REFUSED,
            "There is no invitation with this id as of this date, or nobody invited this customer."),
    NOT_TO_DECIDE(
            "E1304",
            "nothing to decide",
            Exit.REFUSED,
            "A person can accept an invitation that is flagged, and reject one that is not blocked, expired or revoked already."),
    UNIT_CHANGED(
            "E1305",
            "rewards were paid in another unit",
            Exit.REFUSED,
            "Rewards of this side are on record in another unit than the program gives now, and cannot be added up with it."),
    BLOCKED_RECORD(
            "E1306",
            "the invitation cannot be recorded",
            Exit.REFUSED,
            "The referrer is no customer, or an invitation with this key is on record with another referrer, referee or time.");

    private final Entry entry;

    ReferralCode(String id, String title, Exit exit, String meaning) {
        this.entry = new Entry(id, title, meaning, exit);
    }

    @Override
    public Entry entry() {
        return entry;
    }

    /** A problem of this kind. */
    public Problem problem(String message) {
        return Problem.of(this, message);
    }
}
