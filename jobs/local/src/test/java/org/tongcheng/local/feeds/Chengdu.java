package org.tongcheng.local.feeds;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.tongcheng.domain.feed.AirObservation;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.domain.feed.SiteDirectory;
import org.tongcheng.domain.feed.Tap;
import org.tongcheng.domain.feed.WaterObservation;
import org.tongcheng.reference.Region;
import org.tongcheng.reference.RegionDirectory;
import org.tongcheng.wire.AirObservationDecoder;
import org.tongcheng.wire.Decoded;
import org.tongcheng.wire.FeedDecoder;
import org.tongcheng.wire.TapDecoder;
import org.tongcheng.wire.WaterObservationDecoder;

/** The shipped region, plans for it, and the decoders that read what is generated. */
final class Chengdu {

    static final Region REGION = RegionDirectory.shipped("chengdu");
    static final LocalDate THURSDAY = LocalDate.of(2026, 3, 5);
    static final FeedsPlan WHOLE_DAY = FeedsPlan.of(7, THURSDAY).withTapsPerDay(200_000);
    static final FeedsPlan UNDISTURBED = WHOLE_DAY.withFaults(false).withIncidents(false);

    private static final SiteDirectory SITES = REGION.sites();

    private Chengdu() {}

    static List<GeneratedRecord> records(FeedsPlan plan) {
        return drained(new FeedsGenerator(REGION, plan).records());
    }

    static List<GeneratedRecord> drained(RecordStream stream) {
        List<GeneratedRecord> records = new ArrayList<>();
        stream.forEachRemaining(records::add);
        return records;
    }

    /** The ordinary taps of a plan, decoded, in order of arrival. */
    static List<Tap> taps(FeedsPlan plan) {
        RecordStream stream = new FeedsGenerator(REGION, plan).taps();
        List<Tap> taps = new ArrayList<>();
        while (stream.hasNext()) {
            GeneratedRecord next = stream.next();
            if (next.fault() == FaultKind.NONE) {
                taps.add((Tap) value(next));
            }
        }
        return taps;
    }

    static List<AirObservation> air(List<GeneratedRecord> records, FaultKind fault) {
        return of(records, Feed.AIR_OBSERVATIONS, fault).stream()
                .map(generated -> (AirObservation) value(generated))
                .toList();
    }

    static List<WaterObservation> water(List<GeneratedRecord> records, FaultKind fault) {
        return of(records, Feed.WATER_OBSERVATIONS, fault).stream()
                .map(generated -> (WaterObservation) value(generated))
                .toList();
    }

    static List<GeneratedRecord> of(List<GeneratedRecord> records, Feed feed, FaultKind fault) {
        return records.stream()
                .filter(generated -> generated.feed() == feed && generated.fault() == fault)
                .toList();
    }

    /** Decoded as in files, where {@code received_timestamp} stands for the arrival. */
    static Decoded<? extends FeedRecord> decode(GeneratedRecord generated) {
        return decoder(generated.feed()).decode(generated.payload(), FeedRecord.UNKNOWN_TIME);
    }

    static FeedRecord value(GeneratedRecord generated) {
        return Objects.requireNonNull(decode(generated).value());
    }

    static FeedDecoder<? extends FeedRecord> decoder(Feed feed) {
        return switch (feed) {
            case TRANSIT_TAPS -> new TapDecoder(SITES);
            case AIR_OBSERVATIONS -> new AirObservationDecoder(SITES);
            case WATER_OBSERVATIONS -> new WaterObservationDecoder(SITES);
        };
    }
}
