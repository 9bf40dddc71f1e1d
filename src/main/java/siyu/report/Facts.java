package siyu.report;

import java.util.List;
import siyu.core.AsOf;
import siyu.fact.Marks;
import siyu.fact.Population;
import siyu.fact.Vocabulary;
import siyu.group.GroupMarks;
import siyu.group.GroupStore;
import siyu.program.Program;
import siyu.segment.Pins;
import siyu.store.Store;

/**
 * What reports are about.
 *
 * @param pins every pin ever made, so that other dates can be looked back at
 */
public record Facts(Program program, Population population, AsOf asOf, List<Pins.Entry> pins, Store store) {
    Vocabulary vocabulary() {
        return program.vocabulary();
    }

    Marks marks() {
        long day = asOf.today().toEpochDay();
        return new GroupMarks(new Pins(pins, day), new GroupStore(store), day);
    }

    /** The same facts at another date. */
    Facts at(AsOf date) {
        return new Facts(program, population, date, pins, store);
    }
}
