package siyu.points;

/**
 * Points that another part of the program gives: for a task, a prize, a referral.
 *
 * @param customer his dense number
 * @param kind the part of the program, {@code task}; stands where the kind of event does
 * @param rule unique in the ledger, {@code task.daily_visit}
 * @param key what it is for, unique for the customer and rule: for ever given once
 * @param points 1 or more
 * @param at when it counts, and its days are counted from, microseconds
 */
public record Reward(int customer, String kind, String rule, String key, long points, long at) {}
