package siyu.sample;

/**
 * Districts with their centres (WGS 84, degrees; public knowledge, to about a kilometre), and how many of the customers live
 * there. People live around the centres; most places are in and around Shanghai, a few far away.
 */
final class Places {
    /** In order; also what groups and staff belong to. */
    static final byte[][] REGIONS;

    /** Millionths of a degree. */
    static final int[] LATITUDES;

    static final int[] LONGITUDES;

    /** How far people live from the centre: standard deviation in millionths of a degree. */
    static final int[] SPREADS;

    /** For {@link Draw#spin}: how many live where. */
    static final byte[] WHEEL;

    private static final String TABLE = """
            上海市浦东新区 31.2215 121.5447 45 14
            上海市黄浦区 31.2317 121.4846 10 5
            上海市徐汇区 31.1885 121.4365 15 7
            上海市静安区 31.2470 121.4480 14 6
            上海市长宁区 31.2204 121.4244 14 5
            上海市闵行区 31.1128 121.3817 35 9
            上海市杨浦区 31.2595 121.5260 15 6
            上海市宝山区 31.4045 121.4891 35 5
            杭州市西湖区 30.2592 120.1304 25 6
            杭州市上城区 30.2425 120.1692 14 4
            杭州市拱墅区 30.3191 120.1418 18 4
            杭州市滨江区 30.2084 120.2120 15 3
            杭州市余杭区 30.4190 120.2993 45 4
            杭州市萧山区 30.1853 120.2643 45 4
            苏州市姑苏区 31.3364 120.6170 18 3
            苏州市工业园区 31.3190 120.7130 30 3
            南京市鼓楼区 32.0663 118.7700 16 3
            宁波市海曙区 29.8595 121.5510 30 2
            深圳市南山区 22.5333 113.9304 30 3
            北京市朝阳区 39.9219 116.4434 50 2
            香港中西區 22.2820 114.1588 12 1
            Singapore 1.3521 103.8198 60 1""";

    static {
        String[] lines = TABLE.split("\n", -1);
        REGIONS = new byte[lines.length][];
        LATITUDES = new int[lines.length];
        LONGITUDES = new int[lines.length];
        SPREADS = new int[lines.length];
        int[] weights = new int[lines.length];
        for (int i = 0; i < lines.length; i++) {
            String[] cells = lines[i].strip().split(" ", -1);
            REGIONS[i] = Rows.utf8(cells[0]);
            LATITUDES[i] = degrees(cells[1]);
            LONGITUDES[i] = degrees(cells[2]);
            SPREADS[i] = Integer.parseInt(cells[3]) * 1000;
            weights[i] = Integer.parseInt(cells[4]);
        }
        WHEEL = Draw.wheel(weights);
    }

    private Places() {}

    private static int degrees(String text) {
        return new java.math.BigDecimal(text).movePointRight(6).intValueExact();
    }
}
