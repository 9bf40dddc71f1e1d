package siyu.lottery;

/**
 * One thing about the published files that is not as it should be.
 *
 * @param line 1-based, 0 for the whole file
 * @param check what was looked at: {@code chain}, {@code prize}, …
 * @param found what stands there
 * @param expected what should
 */
public record Finding(String file, long line, String check, String found, String expected) {}
