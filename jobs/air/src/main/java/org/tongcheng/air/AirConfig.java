package org.tongcheng.air;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.tongcheng.domain.air.IndexWeights;
import org.tongcheng.domain.feed.AirItem;
import org.tongcheng.plumbing.job.JobSettings;
import org.tongcheng.plumbing.job.Settings;
import org.tongcheng.plumbing.job.SettingsException;

/**
 * What the air job has to know.
 *
 * @param weights {@code --index-weights}: how much items count in the composite index, such as {@code pm2_5=2,o3=1.5};
 *     an item that is not named counts 1
 */
public record AirConfig(JobSettings job, IndexWeights weights) {

    private static final String WEIGHTS = "index-weights";

    public static AirConfig from(Settings settings) {
        return new AirConfig(JobSettings.from(settings, "air"), weights(settings.text(WEIGHTS, "")));
    }

    private static IndexWeights weights(String text) {
        if (text.isEmpty()) {
            return IndexWeights.EQUAL;
        }
        Map<AirItem, BigDecimal> weights = new EnumMap<>(AirItem.class);
        for (String part : text.split(",", -1)) {
            int equals = part.indexOf('=');
            try {
                AirItem item = AirItem.valueOf(
                        part.substring(0, Math.max(equals, 0)).trim().toUpperCase(Locale.ROOT));
                weights.put(item, new BigDecimal(part.substring(equals + 1).trim()));
            } catch (IllegalArgumentException e) {
                throw new SettingsException(
                        "--" + WEIGHTS + " must be weights such as pm2_5=2,o3=1.5, not '" + text + "'", e);
            }
        }
        try {
            return new IndexWeights(weights);
        } catch (IllegalArgumentException e) {
            throw new SettingsException("--" + WEIGHTS + ": " + e.getMessage(), e);
        }
    }
}
