package org.openbeat.engine.city;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** Small named places on ground floors: bars, cafés, chemists, shops. */
final class Shops {
    private static final List<String> KINDS = List.of(
            "amenity=bar|Bar|酒吧",
            "amenity=cafe|Café|咖啡馆",
            "amenity=pharmacy|Pharmacy|药店",
            "shop=supermarket|Foods|超市",
            "shop=bakery|Bakery|面包店",
            "amenity=bank|Savings Bank|储蓄银行",
            "amenity=restaurant|Kitchen|餐馆",
            "shop=books|Books|书店",
            "shop=bicycle|Cycles|自行车行",
            "amenity=pub|Tavern|小酒馆");
    private static final List<String> WORDS = List.of(
            "Brass Lantern|铜灯笼",
            "Green Door|绿门",
            "Two Herons|双鹭",
            "Copper Kettle|铜壶",
            "Blue Anchor|蓝锚",
            "Seven Steps|七级台阶",
            "Quiet Corner|静角",
            "Old Scales|老秤",
            "Paper Moon|纸月亮",
            "Long Table|长桌",
            "Red Ferry|红渡船",
            "Corner House|转角",
            "Little Bell|小铃",
            "Night Owl|夜枭",
            "Golden Sheaf|金穗",
            "Silver Thimble|银顶针");

    private Shops() {}

    /** A named point of the map. */
    record Shop(Point at, Map<String, String> tags) {}

    static List<Shop> open(List<Building> buildings, RandomGenerator chance) {
        List<Shop> shops = new ArrayList<>();
        for (int i = 0; i < KINDS.size() * WORDS.size() && !buildings.isEmpty(); i++) {
            Building building = buildings.get(chance.nextInt(buildings.size()));
            boolean central = building.middle().length() < 1_300;
            if (building.tags.size() == 1 && (central || i % 3 == 0)) {
                shops.add(shop(building.middle(), KINDS.get(i % KINDS.size()), WORDS.get(i / KINDS.size())));
            }
        }
        return shops;
    }

    private static Shop shop(Point at, String kind, String word) {
        String tag = kind.substring(0, kind.indexOf('|'));
        Name what = Name.of(kind.substring(kind.indexOf('|') + 1));
        Name name = Name.of(word);
        Map<String, String> tags = new TreeMap<>();
        tags.put(tag.substring(0, tag.indexOf('=')), tag.substring(tag.indexOf('=') + 1));
        tags.put("name", name.english() + " " + what.english());
        tags.put("name:zh", name.chinese() + "" + what.chinese());
        return new Shop(at, tags);
    }
}
