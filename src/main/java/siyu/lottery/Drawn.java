package siyu.lottery;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One draw as it is published.
 *
 * @param number from 1, without gaps
 * @param at when, microseconds
 * @param customer his id, or what stands for it
 * @param prize its name
 * @param head of the chain after it, hexadecimal
 */
public record Drawn(long number, long at, String customer, String prize, String head) {
    /** The head that a draw has when the one before it had another. */
    static String head(String before, long number, long at, String prize, String customer) {
        return Digests.sha256(link(before, number, time(at), prize, customer));
    }

    /** The customer comes last, because his id may hold any character; nothing before him can hold a bar. */
    static String link(String before, long number, String at, String prize, String customer) {
        return "siyu.lottery.link/1|" + before + "|" + number + "|" + at + "|" + prize + "|" + customer;
    }

    /** A moment as it is published: UTC, with decimals only where there are some. */
    static String time(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
    }
}
