package siyu.lottery;

import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/**
 * How customers are published: by their ids, or by the first half of HMAC-SHA256 of the id with a salt that stays secret, since
 * whoever has the salt could try all ids. For one thread.
 */
public final class Names {
    /** Hexadecimal digits of a hashed customer. */
    static final int DIGITS = 32;

    private final @Nullable Mac mac;

    /** @param salt hexadecimal, or empty for ids */
    Names(String salt) {
        this.mac = salt.isEmpty() ? null : Digests.hmac(Digests.bytes(salt));
    }

    public String of(String id) {
        return mac == null ? id : Digests.hex(Digests.hmac(mac, id)).substring(0, DIGITS);
    }
}
