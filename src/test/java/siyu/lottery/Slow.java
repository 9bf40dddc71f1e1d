package siyu.lottery;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/** The draws of a lottery a second time, by the words of the help page: its own HMAC, big integers, a ticket for every weight. */
final class Slow {
    private static final int BLOCK = 64;
    private static final BigInteger NUMBERS = BigInteger.TWO.pow(60);

    private Slow() {}

    static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] hmac(byte[] key, String text) {
        byte[] inner = new byte[BLOCK];
        byte[] outer = new byte[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            byte b = i < key.length ? key[i] : 0;
            inner[i] = (byte) (b ^ 0x36);
            outer[i] = (byte) (b ^ 0x5c);
        }
        return sha256(outer, sha256(inner, text.getBytes(StandardCharsets.UTF_8)));
    }

    static String hex(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte b : bytes) {
            text.append(String.format("%02x", b));
        }
        return text.toString();
    }

    static String sha256(String text) {
        return hex(sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * The name of the prize that a draw wins.
     *
     * @param won names of prizes won before
     */
    static String prize(Rules rules, String hash, byte[] seed, long draw, String customer, List<String> won) {
        List<Prize> wheel = new ArrayList<>();
        BigInteger sum = BigInteger.ZERO;
        for (Prize prize : rules.prizes()) {
            long gone = won.stream().filter(prize.name()::equals).count();
            if (!prize.limited() || gone < prize.stock()) {
                wheel.add(prize);
                sum = sum.add(BigInteger.valueOf(prize.weight()));
            }
        }
        for (int attempt = 0; ; attempt++) {
            String text = String.join(
                    "|",
                    "siyu.lottery.draw/1",
                    rules.lottery(),
                    hash,
                    Long.toString(draw),
                    Integer.toString(attempt),
                    customer);
            BigInteger number = new BigInteger(hex(hmac(seed, text)).substring(0, 15), 16);
            if (number.compareTo(NUMBERS.divide(sum).multiply(sum)) < 0) {
                BigInteger place = number.mod(sum);
                for (Prize prize : wheel) {
                    place = place.subtract(BigInteger.valueOf(prize.weight()));
                    if (place.signum() < 0) {
                        return prize.name();
                    }
                }
            }
        }
    }
}
