package siyu.level;

/**
 * A level that was bought for a term.
 *
 * @param number from 1 over all of them
 * @param key what the purchase is known by for ever; empty for none
 * @param price minor units
 * @param first epoch day
 * @param last epoch day, inclusive
 * @param bought microseconds
 */
public record Membership(
        long number, int customer, String level, String key, long price, int first, int last, long bought) {
    /** Whether it holds on a day. */
    public boolean holds(int day) {
        return first <= day && day <= last;
    }

    Membership numbered(long its) {
        return new Membership(its, customer, level, key, price, first, last, bought);
    }

    /** Throws unless the purchase, done before by the same key, was of this level for this customer. */
    public void requireSame(int itsCustomer, String itsLevel) {
        String differs = null;
        if (customer != itsCustomer) {
            differs = "for another customer";
        } else if (!level.equals(itsLevel)) {
            differs = "of level '" + level + "', not '" + itsLevel + "'";
        }
        if (differs != null) {
            throw LevelCode.KEY_DIFFERS
                    .problem("the key was used before: purchase " + number + " was " + differs)
                    .hint("give another --key, or leave it out")
                    .failure();
        }
    }
}
