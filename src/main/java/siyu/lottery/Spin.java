package siyu.lottery;

import javax.crypto.Mac;

/**
 * One draw, worked out. The message is HMAC'd with the seed; the first 15 hexadecimal digits of that are a number below 2^60; a
 * number at or above the largest multiple of the wheel that fits is thrown away, because it would favour the first prizes, and the
 * next attempt is made; the remainder by the wheel is the place on it.
 *
 * <p>15 digits and not 16, so that the arithmetic of every shell can follow.
 *
 * @param attempt from 0; higher ones are rare: one in 2^60 / wheel
 * @param message what was HMAC'd, UTF-8
 * @param digest hexadecimal
 * @param number of the first 15 digits
 * @param wheel all weights in stock together
 * @param place the remainder
 */
public record Spin(int attempt, String message, String digest, long number, long wheel, long place) {
    private static final int DIGITS = 15;
    private static final long NUMBERS = 1L << 4 * DIGITS;

    /**
     * @param seed of the lottery
     * @param customer as he is published
     * @param wheel 1 or more
     */
    static Spin of(Mac seed, String lottery, String rules, long draw, String customer, long wheel) {
        long enough = NUMBERS - NUMBERS % wheel;
        for (int attempt = 0; ; attempt++) {
            String message = message(lottery, rules, draw, attempt, customer);
            String digest = Digests.hex(Digests.hmac(seed, message));
            long number = Long.parseLong(digest, 0, DIGITS, 16);
            if (number < enough) {
                return new Spin(attempt, message, digest, number, wheel, number % wheel);
            }
        }
    }

    /** The customer comes last, because his id may hold any character; nothing before him can hold a bar. */
    static String message(String lottery, String rules, long draw, int attempt, String customer) {
        return "siyu.lottery.draw/1|" + lottery + "|" + rules + "|" + draw + "|" + attempt + "|" + customer;
    }
}
