package org.tongcheng.alerts.watch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tongcheng.domain.alert.AlertRule;
import org.tongcheng.domain.alert.JointCover;
import org.tongcheng.domain.alert.TextRendering;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.reference.Region;
import org.tongcheng.reference.RegionBundle;

/** A region and its rules, read, with what operators look up in them. Not to be shared by threads. */
public final class RegionRules {

    private final Region region;
    private final BusinessTime time;
    private final List<AlertRule> enabled;
    private final List<AlertRule> single;
    private final JointCover cover;
    private final List<AlertRule> grouped;
    private final Map<String, SeriesWatch> watches = new HashMap<>();
    private final Map<String, GroupWatch> groups = new HashMap<>();

    private RegionRules(Region region, List<AlertRule> enabled) {
        this.region = region;
        this.time = new BusinessTime(region.zone());
        this.enabled = enabled;
        this.single = enabled.stream().filter(SeriesWatch::single).toList();
        this.cover = JointCover.of(enabled);
        this.grouped = enabled.stream().filter(GroupWatch::grouped).toList();
    }

    /**
     * @throws org.tongcheng.reference.RegistryException when the region is wrong; wrong rules are left out
     */
    public static RegionRules of(RegionBundle bundle) {
        Region region = bundle.region();
        return new RegionRules(
                region,
                bundle.rules(region).valid().stream().filter(AlertRule::enabled).toList());
    }

    public Region region() {
        return region;
    }

    public BusinessTime time() {
        return time;
    }

    public TextRendering rendering() {
        return new TextRendering(time);
    }

    public Entities entities() {
        return new Entities(region);
    }

    /** Which joint alerts stand for others. */
    public JointCover cover() {
        return cover;
    }

    /** Whether a rule goes on, unchanged, under these. */
    public boolean has(AlertRule rule) {
        return enabled.contains(rule);
    }

    /** @param series as {@link org.tongcheng.domain.result.Result#series} writes it */
    public SeriesWatch watch(String series) {
        return watches.computeIfAbsent(series, text -> SeriesWatch.of(Series.parse(text), single));
    }

    /** @param key see {@link GroupWatch#keyOf} */
    public GroupWatch groups(String key) {
        return groups.computeIfAbsent(key, text -> GroupWatch.of(text, grouped, region));
    }
}
