package siyu.segment;

/**
 * One applied run of a segmentation.
 *
 * @param day epoch day it was applied for
 * @param end the as-of's end, microseconds
 * @param version SHA-256 of the rules, hexadecimal
 * @param moved how many customers moved
 */
public record Applied(long id, String segmentation, long day, long end, String version, long moved) {}
