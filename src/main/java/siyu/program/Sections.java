package siyu.program;

import java.util.ArrayList;
import java.util.List;
import siyu.config.SchemaWriter;
import siyu.config.Shape;

/** All sections there are, in the order they are read, shown and documented. */
public final class Sections {
    static final List<Section> ALL = List.of(
            new BasicSections.Name(),
            new BasicSections.Zone(),
            new BasicSections.Currency(),
            new BasicSections.Data(),
            new BasicSections.Include(),
            new CustomersSection(),
            new EventsSection(),
            new ReferralSection(),
            new RuleSections.Metrics(),
            new RuleSections.Segmentations(),
            new RuleSections.Scores(),
            new RuleSections.Tags(),
            new PointsSection(),
            new BenefitsSection(),
            new LevelsSection(),
            new TaskSections.Tasks(),
            new TaskSections.Badges(),
            new TaskSections.Boards(),
            new LotteriesSection(),
            new GroupsSection(),
            new StaffSection(),
            new PlatformSection());

    private Sections() {}

    /** The shape of a whole program. */
    static Shape.Keys shape() {
        List<Shape.Key> keys = new ArrayList<>();
        for (Section section : ALL) {
            keys.add(new Shape.Key(section.name(), section.mandatory(), section.shape()));
        }
        return new Shape.Keys("A siyu workspace: siyu.yaml together with the files it includes", keys);
    }

    /** JSON Schema (draft 2020-12) of the YAML, one line. */
    public static String schema() {
        return SchemaWriter.write("siyu program", shape());
    }
}
