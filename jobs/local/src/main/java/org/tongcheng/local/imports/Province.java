package org.tongcheng.local.imports;

import static java.util.Map.entry;

import java.util.Map;

/**
 * Provinces by the first two digits of a city code of GB/T 2260, as everybody calls them: sections of two provinces may
 * bear one name.
 */
final class Province {

    private static final Map<String, String> NAMES = Map.ofEntries(
            entry("11", "北京"),
            entry("12", "天津"),
            entry("13", "河北"),
            entry("14", "山西"),
            entry("15", "内蒙古"),
            entry("21", "辽宁"),
            entry("22", "吉林"),
            entry("23", "黑龙江"),
            entry("31", "上海"),
            entry("32", "江苏"),
            entry("33", "浙江"),
            entry("34", "安徽"),
            entry("35", "福建"),
            entry("36", "江西"),
            entry("37", "山东"),
            entry("41", "河南"),
            entry("42", "湖北"),
            entry("43", "湖南"),
            entry("44", "广东"),
            entry("45", "广西"),
            entry("46", "海南"),
            entry("50", "重庆"),
            entry("51", "四川"),
            entry("52", "贵州"),
            entry("53", "云南"),
            entry("54", "西藏"),
            entry("61", "陕西"),
            entry("62", "甘肃"),
            entry("63", "青海"),
            entry("64", "宁夏"),
            entry("65", "新疆"));

    private Province() {}

    /** Whether the province may be the city's; a code of no province may lie in any. */
    static boolean has(String province, String cityCode) {
        String name = NAMES.get(cityCode.substring(0, 2));
        return name == null || province.startsWith(name);
    }
}
