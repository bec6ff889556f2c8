package org.tongcheng.local.imports;

import static java.util.Map.entry;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.WaterItem;

/** The columns of the national platform of automatic surface-water monitoring, with their units or without. */
final class WaterLayout implements CsvLayout {

    static final String PROVINCE = "省份";
    static final String SECTION = "断面名称";
    static final String TIME = "监测时间";
    static final String STATUS = "站点情况";
    static final String YEAR = "年份";

    /** Each item's column, and the unit that it must have where it names one. */
    private static final Map<String, String> UNITS = Map.ofEntries(
            entry("水温", "°C"),
            entry("pH", "无量纲"),
            entry("溶解氧", "mg/L"),
            entry("电导率", "μS/cm"),
            entry("浊度", "NTU"),
            entry("高锰酸盐指数", "mg/L"),
            entry("氨氮", "mg/L"),
            entry("总磷", "mg/L"),
            entry("总氮", "mg/L"),
            entry("叶绿素α", "mg/L"),
            entry("藻密度", "cells/L"));

    private static final Map<WaterItem, String> ITEMS = Map.ofEntries(
            entry(WaterItem.WATER_TEMPERATURE, "水温"),
            entry(WaterItem.PH, "pH"),
            entry(WaterItem.DISSOLVED_OXYGEN, "溶解氧"),
            entry(WaterItem.CONDUCTIVITY, "电导率"),
            entry(WaterItem.TURBIDITY, "浊度"),
            entry(WaterItem.CODMN, "高锰酸盐指数"),
            entry(WaterItem.NH3_N, "氨氮"),
            entry(WaterItem.TP, "总磷"),
            entry(WaterItem.TN, "总氮"),
            entry(WaterItem.CHLOROPHYLL_A, "叶绿素α"),
            entry(WaterItem.ALGAL_DENSITY, "藻密度"));

    private static final Set<String> LEFT_OUT = Set.of("流域", "水质类别", "所属地市", "所属河流");
    private static final Pattern WITH_UNIT = Pattern.compile("([^(]+)\\((.+)\\)");

    private static final List<String> NEEDED = Stream.concat(
                    Stream.of(PROVINCE, SECTION, TIME),
                    Arrays.stream(WaterItem.values()).map(WaterLayout::column))
            .toList();

    static final CsvLayout LAYOUT = new WaterLayout();

    private WaterLayout() {}

    /** What the item's column is called. */
    static String column(WaterItem item) {
        String column = ITEMS.get(item);
        if (column == null) {
            throw new IllegalStateException(item + " has no column");
        }
        return column;
    }

    @Override
    public List<String> needed() {
        return NEEDED;
    }

    @Override
    public Set<String> optional() {
        return Set.of(STATUS, YEAR);
    }

    @Override
    public Set<String> leftOut() {
        return LEFT_OUT;
    }

    @Override
    public @Nullable String known(String column) {
        // One spelling of brackets, of degrees and of micro.
        String spelled = Normalizer.normalize(column, Normalizer.Form.NFKC);
        Matcher parts = WITH_UNIT.matcher(spelled);
        String name = (parts.matches() ? parts.group(1) : spelled).strip();
        String unit = UNITS.get(name);
        if (unit == null) {
            return LEFT_OUT.contains(name)
                            || NEEDED.contains(name)
                            || optional().contains(name)
                    ? name
                    : null;
        }
        if (parts.matches() && !parts.group(2).strip().equals(unit)) {
            throw new IllegalArgumentException(
                    "column " + column + " is in another unit than " + unit + ", in which " + name + " is imported");
        }
        return name;
    }
}
