package siyu.sample;

/** Parts of names. Surnames roughly in order of how common they are; earlier ones are drawn more often. */
final class Names {
    static final byte[][] SURNAMES = parts("""
            王 李 张 刘 陈 杨 黄 赵 吴 周 徐 孙 马 朱 胡 郭 何 林 高 罗 郑 梁 谢 宋 唐 许 韩 冯 邓 曹 彭 曾 肖 田 董 潘 袁 蔡 蒋 余 于 杜 叶
            程 魏 苏 吕 丁 任 卢 姚 沈 钟 姜 崔 谭 陆 范 汪 廖 石 金 韦 贾 夏 傅 方 白 邹 孟 熊 秦 邱 侯 江 尹 薛 阎 段 雷 龙 黎 史 陶 贺
            顾 毛 郝 龚 邵 万 钱 严 欧阳 上官 司马 诸葛 尉迟 㑇""");
    static final byte[][] GIVEN = parts("""
            伟 芳 娜 敏 静 丽 强 磊 军 洋 勇 艳 杰 娟 涛 明 超 霞 平 刚 桂英 秀兰 文 华 建 国 玉 梅 志 海 波 宁 宇 浩 然 子 涵 欣 怡 梓 轩
            雨 桐 思 远 佳 琪 晨 曦 一诺 浩宇 子墨 诗涵 俊杰 雨泽 若曦 嘉懿 煜城 懿轩 弘文 烨霖 哲瀚 雅芝 婧琪 鑫鹏 𬭎""");
    static final byte[][] FIRST = parts("""
            Anna Ben Chloe Daniel Emma Felix Grace Hugo Iris Jack Karen Leo Mia Noah Olga Paul Ruth Sam Tina Victor José Zoë Søren
            Łucja""");
    static final byte[][] LAST = parts("""
            Smith Chan Lee Wong Müller García O'Brien Kowalski Nguyen Sato Rossi Dubois Ivanova Tan Lam Cheung Jensen Novák""");
    static final byte[] NOTHING = {};
    static final byte[] SPACE = {' '};
    static final byte[] COMMA = {',', ' '};

    private Names() {}

    private static byte[][] parts(String words) {
        String[] list = words.strip().split("\\s+", -1);
        byte[][] parts = new byte[list.length][];
        for (int i = 0; i < list.length; i++) {
            parts[i] = Rows.utf8(list[i]);
        }
        return parts;
    }

    /** Draws an index with the weight falling as in a power law: about a third of all draws hit the first tenth. */
    static int common(Draw draw, int size) {
        double at = draw.unit();
        return (int) (size * at * at);
    }
}
