package siyu.referral;

import java.util.Locale;

/**
 * Something that looks like fraud: an invitation that is at least the {@code count}th of its referrer within a stretch of time is
 * held back until a person decides, or its deadline comes.
 *
 * @param count 2 or more
 * @param within microseconds: invitations of the same referrer that are less than this earlier count
 * @param text the stretch as it is written: {@code 1h}
 */
public record Flag(Kind kind, int count, long within, String text) {
    /** Which invitations are counted together. */
    public enum Kind {
        /** All of the referrer. */
        VELOCITY,
        /** Those of the referrer whose referees' phone numbers differ in the last four digits only. */
        SAME_PHONE_PREFIX;

        /** As it is written in YAML. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** As it is shown: {@code velocity 20 in 1h}. */
    @Override
    public String toString() {
        return kind.word() + " " + count + " in " + text;
    }
}
