package siyu.sample;

/** The rows of members.csv: four customers in ten are in a group of their place, a few in a second one, some left again. */
final class MemberRows implements Ordered.Maker {
    static final String[] COLUMNS = {"group", "customer", "joined", "left"};

    private static final int PURPOSE = 7;

    private final SampleOptions options;
    private final Community community;
    private final Person person;
    private final Draw draw = new Draw();
    private final int today;

    MemberRows(SampleOptions options, Community community) {
        this.options = options;
        this.community = community;
        this.person = new Person(options);
        this.today = (int) options.today().toEpochDay();
    }

    @Override
    public int make(int part, Rows rows) {
        int count = 0;
        int from = part * CustomerRows.PART;
        int to = (int) Math.min(options.customers(), (long) from + CustomerRows.PART);
        for (int customer = from; customer < to; customer++) {
            draw.at(options.seed(), PURPOSE, customer);
            if (!draw.chance(0.4)) {
                continue;
            }
            person.draw(customer);
            int wanted = draw.chance(0.03) ? 2 : 1;
            int before = -1;
            for (int i = 0; i < wanted; i++) {
                int group = community.group(draw, person.place);
                if (group >= 0 && group != before) {
                    row(rows, group);
                    before = group;
                    count++;
                }
            }
        }
        return count;
    }

    private void row(Rows rows, int group) {
        int joined = Math.min(today - 1, person.registered + draw.below(60));
        rows.begin();
        rows.id('G', group, 5);
        rows.id('C', person.index, 8);
        rows.date(joined);
        if (person.until < today && person.until > joined) {
            rows.date(person.until);
        } else {
            rows.skip();
        }
        rows.end();
    }
}
