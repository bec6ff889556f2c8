package org.tongcheng.wire;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.FeedRecord;

/**
 * What a payload says of its place in a topic, whether or not it would be accepted. Whatever cannot be read is
 * missing, and no other payload than one JSON object says anything.
 *
 * @param key the token, station or section; never a token that is none, which may be a card number
 * @param receivedAt epoch milliseconds of {@code received_timestamp}, else {@link FeedRecord#UNKNOWN_TIME}
 * @param eventTime epoch milliseconds of the event, else {@link FeedRecord#UNKNOWN_TIME}
 */
public record RawRecord(@Nullable String key, long receivedAt, long eventTime) {

    private static final RawRecord SILENT = new RawRecord(null, FeedRecord.UNKNOWN_TIME, FeedRecord.UNKNOWN_TIME);

    public static RawRecord of(Feed feed, byte[] payload) {
        try {
            Members members = JsonText.read(payload);
            return new RawRecord(
                    key(feed, members),
                    members.readableMoment("received_timestamp"),
                    members.readableMoment(feed == Feed.TRANSIT_TAPS ? "event_timestamp" : "observed_at"));
        } catch (RejectedException e) {
            return SILENT;
        }
    }

    private static @Nullable String key(Feed feed, Members members) {
        return switch (feed) {
            case TRANSIT_TAPS -> token(members);
            case AIR_OBSERVATIONS -> site(members, "station_id");
            case WATER_OBSERVATIONS -> site(members, "section_id");
        };
    }

    private static @Nullable String token(Members members) {
        if (members.any("token_id") instanceof String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return new CardToken().read(bytes, 0, bytes.length) ? text : null;
        }
        return null;
    }

    private static @Nullable String site(Members members, String name) {
        try {
            return members.optionalText(name, 1, Measured.LONGEST_SITE);
        } catch (RejectedException e) {
            return null;
        }
    }
}
