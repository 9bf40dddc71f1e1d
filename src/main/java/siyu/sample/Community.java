package siyu.sample;

import java.util.Arrays;

/**
 * Groups and staff: how many there are and where. A group for every 180 customers, somebody on the staff for every 500, spread
 * over the places as the customers are. Immutable.
 */
final class Community {
    static final String[] GROUP_COLUMNS = {
        "id", "name", "kind", "latitude", "longitude", "region", "capacity", "owner", "code", "place"
    };
    static final String[] STAFF_COLUMNS = {
        "id", "name", "phone", "region", "weight", "daily_cap", "maximum_load", "active"
    };

    private static final int PURPOSE_GROUP = 5;
    private static final int PURPOSE_STAFF = 6;
    private static final byte[][] KINDS = {Rows.utf8("community"), Rows.utf8("branch"), Rows.utf8("interest")};
    private static final int INTEREST = 2;
    private static final byte[] HOBBY = Rows.utf8("hobby");
    private static final byte[][] SIGNS = {
        Rows.utf8("花园"), Rows.utf8("滨江"), Rows.utf8("新村"), Rows.utf8("中心"), Rows.utf8("湖畔"), Rows.utf8("Family")
    };
    private static final byte[] NEIGHBOURS = Rows.utf8("邻里群");
    private static final byte[] MOBILE = Rows.utf8("13");

    private final SampleOptions options;
    private final int[][] groupsByPlace;
    private final int groups;
    private final int staff;

    Community(SampleOptions options) {
        this.options = options;
        this.groups = Math.max(3, options.customers() / 180);
        this.staff = Math.max(2, options.customers() / 500);
        this.groupsByPlace = new int[Places.REGIONS.length][0];
        int[] sizes = new int[groupsByPlace.length];
        Draw draw = new Draw();
        for (int group = 0; group < groups; group++) {
            int place = draw.at(options.seed(), PURPOSE_GROUP, group).spin(Places.WHEEL);
            if (sizes[place] == groupsByPlace[place].length) {
                groupsByPlace[place] = Arrays.copyOf(groupsByPlace[place], 8 + sizes[place] * 2);
            }
            groupsByPlace[place][sizes[place]++] = group;
        }
        for (int place = 0; place < sizes.length; place++) {
            groupsByPlace[place] = Arrays.copyOf(groupsByPlace[place], sizes[place]);
        }
    }

    /** One of the groups of a place, -1 when it has none. */
    int group(Draw draw, int place) {
        int[] there = groupsByPlace[place];
        return there.length == 0 ? -1 : there[draw.below(there.length)];
    }

    int groups(int part, Rows rows) {
        Draw draw = new Draw();
        for (int group = 0; group < groups; group++) {
            int place = draw.at(options.seed(), PURPOSE_GROUP, group).spin(Places.WHEEL);
            rows.begin();
            rows.id('G', group, 5);
            rows.text(Places.REGIONS[place], SIGNS[draw.below(SIGNS.length)], NEIGHBOURS, false);
            int kind = draw.below(KINDS.length);
            rows.text(KINDS[kind]);
            if (draw.chance(0.02)) {
                rows.skip();
                rows.skip();
            } else {
                rows.fixed(Places.LATITUDES[place] + (long) (Places.SPREADS[place] * draw.normal()), 6);
                rows.fixed(Places.LONGITUDES[place] + (long) (Places.SPREADS[place] * draw.normal()), 6);
            }
            rows.text(Places.REGIONS[place]);
            rows.integer(draw.chance(0.7) ? 200 : 500);
            rows.id('S', draw.below(staff), 4);
            if (kind == INTEREST) {
                rows.text(HOBBY);
                rows.integer(group);
            } else {
                rows.skip();
                rows.skip();
            }
            rows.end();
        }
        return groups;
    }

    int staff(int part, Rows rows) {
        Draw draw = new Draw();
        for (int member = 0; member < staff; member++) {
            draw.at(options.seed(), PURPOSE_STAFF, member);
            rows.begin();
            rows.id('S', member, 4);
            rows.text(
                    Names.SURNAMES[Names.common(draw, Names.SURNAMES.length)],
                    Names.GIVEN[Names.common(draw, Names.GIVEN.length)],
                    Names.NOTHING,
                    false);
            rows.digitsText(MOBILE, draw.below(1_000_000_000), 9);
            rows.text(Places.REGIONS[draw.spin(Places.WHEEL)]);
            rows.integer(1 + draw.below(3));
            rows.integer(20 + 10L * draw.below(5));
            rows.integer(500 + 100L * draw.below(6));
            rows.bool(!draw.chance(0.06));
            rows.end();
        }
        return staff;
    }
}
