package org.tongcheng.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.domain.feed.Rejection;
import org.tongcheng.domain.feed.RejectionReason;

/** Region directories, as JSON on one line: {@code reference/1}. What is in the files is for others to judge. */
public final class ReferenceCodec {

    /** Every file that a region directory can have, in the order in which they are written; the first must be there. */
    public static final List<String> FILES = List.of(
            "region.yaml",
            "cities.csv",
            "routes.csv",
            "stops.csv",
            "air_stations.csv",
            "water_sections.csv",
            "rules.yaml");

    /** Larger records are neither written nor read. Kafka's own limit of a megabyte must be raised to get there. */
    public static final int MAX_PAYLOAD_BYTES = 8 * 1024 * 1024;

    private static final Set<String> NAMES = Set.of("schema_version", "region_id", "files");

    private static final Pattern REGION_ID = Pattern.compile("[a-z0-9-]{1,64}");

    private ReferenceCodec() {}

    /**
     * The same files give the same bytes, whatever the order of the map.
     *
     * @throws IllegalArgumentException when {@link #decode} would refuse it; the message says why
     */
    public static byte[] encode(PublishedRegion region) {
        Map<String, String> files = region.files();
        for (String name : files.keySet()) {
            if (!FILES.contains(name)) {
                throw new IllegalArgumentException("no region has a file '" + name + "'");
            }
        }
        byte[] payload = JsonWriter.object(json -> {
            json.writeStringField("schema_version", "reference/1");
            json.writeStringField("region_id", region.regionId());
            json.writeObjectFieldStart("files");
            for (String name : FILES) {
                String text = files.get(name);
                if (text != null) {
                    json.writeStringField(name, text);
                }
            }
            json.writeEndObject();
        });
        Rejection rejection = decode(payload).rejection();
        if (rejection != null) {
            String field = rejection.field();
            throw new IllegalArgumentException(field == null ? rejection.detail() : field + " " + rejection.detail());
        }
        return payload;
    }

    /** Identity of the region: the key of the record. */
    public static byte[] key(PublishedRegion region) {
        return region.regionId().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads a record of exactly this shape: an unknown name, of a member or of a file, is {@code unknown_value}. A
     * record without a value, which takes a region back, is for the reader of the topic and {@code malformed_json} here.
     */
    public static Decoded<PublishedRegion> decode(byte[] payload) {
        try {
            Members members = JsonText.read(payload, MAX_PAYLOAD_BYTES);
            members.version("reference/1");
            refuseUnknown(members, NAMES, null);
            String regionId = AlertMembers.identifier(members, "region_id", REGION_ID);
            return Decoded.of(new PublishedRegion(regionId, files(members.object("files"))), FeedRecord.UNKNOWN_TIME);
        } catch (RejectedException e) {
            return Decoded.rejected(e.rejection(), FeedRecord.UNKNOWN_TIME);
        }
    }

    /** What a dead letter may show of a payload: its beginning, without what may be a card number. */
    public static ShownPayload show(byte[] payload) {
        int length = ShownPayload.wholeCharacters(payload, Math.min(payload.length, ShownPayload.CUT));
        return MaskedPayload.of(Arrays.copyOf(payload, length));
    }

    private static Map<String, String> files(Members members) throws RejectedException {
        refuseUnknown(members, Set.copyOf(FILES), "files");
        Map<String, String> files = new LinkedHashMap<>();
        for (String name : FILES) {
            String text = members.optionalText(name, 0, Members.UNLIMITED);
            if (text != null) {
                files.put(name, text);
            }
        }
        members.require(FILES.get(0), files.get(FILES.get(0)));
        return Collections.unmodifiableMap(files);
    }

    private static void refuseUnknown(Members members, Set<String> known, @Nullable String within)
            throws RejectedException {
        for (String name : members.names()) {
            if (!known.contains(name)) {
                throw new RejectedException(
                        RejectionReason.UNKNOWN_VALUE,
                        within,
                        RejectedException.quote(name) + " is no name of reference/1");
            }
        }
    }
}
