package org.tongcheng.local.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

class DeterminismTest {

    private static final FeedsPlan PLAN = Chengdu.WHOLE_DAY.withTapsPerDay(20_000);

    @Test
    void theSamePlanGivesTheSameBytesOnAnyMachine() throws Exception {
        String here = digest(PLAN);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));

            assertThat(digest(PLAN)).isEqualTo(here);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void eachCallGivesAStreamOfItsOwn() {
        FeedsGenerator generator = new FeedsGenerator(Chengdu.REGION, PLAN);
        RecordStream first = generator.records();
        RecordStream second = generator.records();
        for (int count = 0; count < 5_000; count++) {
            assertThat(second.next().payload()).isEqualTo(first.next().payload());
        }
    }

    @Test
    void anotherSeedGivesOtherRiders() throws Exception {
        FeedsPlan other = FeedsPlan.of(8, Chengdu.THURSDAY).withTapsPerDay(20_000);

        assertThat(digest(other)).isNotEqualTo(digest(PLAN));
    }

    @Test
    void aRegionWithoutTheKnownSitesIsServedToo() throws Exception {
        FeedsPlan plan = PLAN.withTapsPerDay(2_000);

        RecordStream records = new FeedsGenerator(SmallRegion.REGION, plan).records();

        assertThat(Chengdu.drained(records)).hasSizeGreaterThan(1_900);
        assertThat(new FeedsGenerator(SmallRegion.REGION, plan).incidents())
                .extracting(Incident::kind)
                .containsExactly(Incident.Kind.STOP_SURGE);
    }

    /** Guards against anything that differs between machines; a change of the generator changes it rightly. */
    @Test
    void knownBytesComeOutOfAKnownRegion() throws Exception {
        FeedsPlan plan = PLAN.withTapsPerDay(2_000);

        assertThat(digest(new FeedsGenerator(SmallRegion.REGION, plan).records()))
                .isEqualTo("cf17e018dc40b27c68b3e9fb5ea2c57c74d847ffa89b6f055cb64c72ee2746a9");
    }

    private static String digest(FeedsPlan plan) throws NoSuchAlgorithmException {
        return digest(new FeedsGenerator(Chengdu.REGION, plan).records());
    }

    private static String digest(RecordStream records) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        while (records.hasNext()) {
            GeneratedRecord next = records.next();
            digest.update(next.payload());
            digest.update(
                    (next.key() + next.eventTime() + next.arrivedAt() + next.fault()).getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
