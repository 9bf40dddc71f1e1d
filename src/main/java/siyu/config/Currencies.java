package siyu.config;

import java.util.ArrayList;
import java.util.List;

/**
 * The currencies of ISO 4217 and their minor units. A table of our own, because {@code java.util.Currency} reads locale data
 * on first use, which a short command would pay for every time.
 */
public final class Currencies {
    /** Codes of three letters, one after the other, by the number of decimals. */
    private static final String NONE = "BIFCLPDJFGNFISKJPYKMFKRWPYGRWFUGXUYIVNDVUVXAFXOFXPF";

    private static final String TWO = """
            AEDAFNALLAMDANGAOAARSAUDAWGAZNBAMBBDBDTBGNBMDBNDBOBBOVBRLBSDBTNBWPBYNBZDCADCDFCHECHFCHWCNYCOPCOUCRCCUCCUPCVECZK\
            DKKDOPDZDEGPERNETBEURFJDFKPGBPGELGHSGIPGMDGTQGYDHKDHNLHTGHUFIDRILSINRIRRJMDKESKGSKHRKPWKYDKZTLAKLBPLKRLRDLSL\
            MADMDLMGAMKDMMKMNTMOPMRUMURMVRMWKMXNMXVMYRMZNNADNGNNIONOKNPRNZDPABPENPGKPHPPKRPLNQARRONRSDRUBSARSBDSCRSDGSEKSGD\
            SHPSLESOSSRDSSPSTNSVCSYPSZLTHBTJSTMTTOPTRYTTDTWDTZSUAHUSDUSNUYUUZSVEDVESWSTXCDXCGYERZARZMWZWG""";

    private static final String THREE = "BHDIQDJODKWDLYDOMRTND";
    private static final String FOUR = "CLFUYW";

    private Currencies() {}

    /** Decimals of a currency's minor unit, or -1 when there is no such currency. */
    public static int decimals(String code) {
        if (code.length() != 3) {
            return -1;
        }
        if (contains(TWO, code)) {
            return 2;
        }
        if (contains(NONE, code)) {
            return 0;
        }
        if (contains(THREE, code)) {
            return 3;
        }
        return contains(FOUR, code) ? 4 : -1;
    }

    /** All codes, for the nearest one. */
    public static List<String> codes() {
        List<String> codes = new ArrayList<>();
        for (String list : List.of(TWO, NONE, THREE, FOUR)) {
            for (int i = 0; i < list.length(); i += 3) {
                codes.add(list.substring(i, i + 3));
            }
        }
        return codes;
    }

    private static boolean contains(String list, String code) {
        for (int i = 0; i < list.length(); i += 3) {
            if (list.startsWith(code, i)) {
                return true;
            }
        }
        return false;
    }
}
