package siyu.importing;

import org.jspecify.annotations.Nullable;
import siyu.core.Problem;
import siyu.fact.Column;
import siyu.fact.Type;

/** Texts as they are, each different one kept once a chunk where that pays. */
final class TextCell extends Cell {
    private final Interner interner = new Interner();

    TextCell() {
        super(Type.TEXT);
    }

    @Override
    void begin(Column into, int rows) {
        interner.begin(into.dictionary);
    }

    @Override
    boolean trims() {
        return false;
    }

    @Override
    boolean keepsEmpty() {
        return true;
    }

    @Override
    @Nullable
    ImportCode read(byte[] bytes, int from, int to, Column into, int row) {
        into.longs[row] = interner.index(bytes, from, to);
        into.known[row] = 1;
        return null;
    }

    @Override
    Problem problem(ImportCode code, String text) {
        throw new IllegalStateException("every text is a text");
    }
}
