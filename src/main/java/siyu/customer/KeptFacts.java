package siyu.customer;

import java.util.ArrayList;
import java.util.List;
import siyu.fact.Column;
import siyu.fact.Population;
import siyu.fact.Texts;
import siyu.fact.Type;
import siyu.fact.Vocabulary;
import siyu.store.BlockCodec;
import siyu.store.Scratch;
import siyu.store.Store;

/**
 * What a data file holds, as an import or a question finds it.
 *
 * @param before the catalogue as it is stored
 * @param catalogue the same with what the program has besides
 * @param customers how many customers
 * @param range customers per range
 * @param changed when a customer was last changed, microseconds
 * @param batch the last batch of events that counts
 * @param leftOver whether an interrupted import left blocks behind, which count for nothing
 */
record KeptFacts(
        Store store,
        Vocabulary vocabulary,
        Catalogue before,
        Catalogue catalogue,
        int customers,
        int range,
        long changed,
        long batch,
        boolean leftOver) {
    static KeptFacts of(Store store, Vocabulary vocabulary) {
        return CustomerStore.kept(store, vocabulary, Population.RANGE);
    }

    int ranges() {
        return (customers + range - 1) / range;
    }

    /** Customers of a range. */
    int size(int number) {
        return Math.max(0, Math.min(range, customers - number * range));
    }

    /** By index of the vocabulary's customer attributes: the numbers of those that are stored, -1 for others. */
    int[] storedCustomerNumbers() {
        return before.numbers(Catalogue.Subject.CUSTOMER, vocabulary.customer());
    }

    /** By index of the vocabulary's event attributes: the numbers of those that are stored, -1 for others. */
    int[] storedEventNumbers() {
        return before.numbers(Catalogue.Subject.EVENT, vocabulary.event());
    }

    /** The external ids of one range, and how many there are. */
    int ids(int number, Column into, Scratch scratch) {
        into.dictionary.clear();
        int rows = 0;
        for (byte[] piece : ids(number)) {
            rows += BlockCodec.decode(piece, Type.TEXT, into, rows, scratch);
        }
        return rows;
    }

    /** The place in a range of the customer with this external id (UTF-8), or -1. */
    int place(int number, byte[] id) {
        int before = 0;
        for (byte[] piece : ids(number)) {
            int row = BlockCodec.find(piece, id, new Scratch());
            if (row >= 0) {
                return before + row;
            }
            before += BlockCodec.rows(piece);
        }
        return -1;
    }

    private List<byte[]> ids(int number) {
        int[] attribute = {before.number(Catalogue.Subject.CUSTOMER, "id")};
        List<byte[]> pieces = new ArrayList<>();
        int rows = 0;
        for (CustomerStore.Piece piece : CustomerStore.pieces(store, number, attribute)) {
            pieces.add(piece.data());
            rows += BlockCodec.rows(piece.data());
        }
        if (rows != size(number)) {
            throw CustomerCode.DAMAGED
                    .problem("range " + number + " has " + rows + " ids for " + size(number) + " customers")
                    .failure();
        }
        return pieces;
    }

    /** The external ids of all customers. */
    IdTable ids() {
        Texts[] parts = new Texts[ranges()];
        Parallel.each(parts.length, () -> {
            Column column = new Column(Type.TEXT, range);
            Scratch scratch = new Scratch();
            return number -> {
                int rows = ids(number, column, scratch);
                Texts texts = new Texts(rows, column.dictionary.length());
                for (int row = 0; row < rows; row++) {
                    int text = (int) column.longs[row];
                    texts.add(column.dictionary.bytes(), column.dictionary.start(text), column.dictionary.end(text));
                }
                parts[number] = texts;
            };
        });
        return IdTable.of(parts, number -> {
            throw CustomerCode.DAMAGED
                    .problem("range " + number / range + " has an id that another customer has")
                    .failure();
        });
    }
}
