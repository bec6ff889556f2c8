package org.tongcheng.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.domain.feed.Rejection;
import org.tongcheng.domain.feed.RejectionReason;

class ReferenceCodecTest {

    @Test
    void writesTheFilesInOneOrder() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("rules.yaml", "rules: []\n");
        files.put("cities.csv", "");
        files.put("region.yaml", "id: chengdu\n");
        PublishedRegion region = new PublishedRegion("chengdu", files);

        byte[] payload = ReferenceCodec.encode(region);

        assertThat(new String(payload, StandardCharsets.UTF_8))
                .isEqualTo("{\"schema_version\":\"reference/1\",\"region_id\":\"chengdu\",\"files\":{"
                        + "\"region.yaml\":\"id: chengdu\\n\",\"cities.csv\":\"\",\"rules.yaml\":\"rules: []\\n\"}}");
        assertThat(ReferenceCodec.decode(payload)).isEqualTo(Decoded.of(region, FeedRecord.UNKNOWN_TIME));
        assertThat(ReferenceCodec.key(region)).isEqualTo("chengdu".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void takesRegionsLargerThanARecordOfAFeed() {
        String stops = "m-0101,韦家碾,510100\n".repeat(20_000);
        PublishedRegion region = new PublishedRegion("chengdu", Map.of("region.yaml", "", "stops.csv", stops));

        assertThat(ReferenceCodec.decode(ReferenceCodec.encode(region)).value()).isEqualTo(region);
    }

    @Test
    void writesNothingThatItWouldNotRead() {
        Map<String, String> region = Map.of("region.yaml", "id: chengdu\n");

        assertThatThrownBy(() -> ReferenceCodec.encode(new PublishedRegion("Chengdu", region)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("region_id 'Chengdu' does not have the form [a-z0-9-]{1,64}");
        assertThatThrownBy(() -> ReferenceCodec.encode(new PublishedRegion("chengdu", Map.of())))
                .hasMessage("files.region.yaml required, but absent or null");
        assertThatThrownBy(() -> ReferenceCodec.encode(
                        new PublishedRegion("chengdu", Map.of("region.yaml", "", "README.md", "# Chengdu"))))
                .hasMessage("no region has a file 'README.md'");
        String huge = "x".repeat(ReferenceCodec.MAX_PAYLOAD_BYTES);
        assertThatThrownBy(() -> ReferenceCodec.encode(new PublishedRegion("chengdu", Map.of("region.yaml", huge))))
                .hasMessageContaining("over the limit of 8388608");
    }

    @Test
    void namesWhatItDoesNotKnow() {
        String extra = "{\"schema_version\":\"reference/1\",\"region\":\"a\",\"files\":{}}";
        assertThat(rejection(extra))
                .isEqualTo(new Rejection(RejectionReason.UNKNOWN_VALUE, null, "'region' is no name of reference/1"));

        String file = "{\"schema_version\":\"reference/1\",\"region_id\":\"a\",\"files\":{\"6225880112345678\":\"\"}}";
        assertThat(rejection(file))
                .isEqualTo(new Rejection(
                        RejectionReason.UNKNOWN_VALUE, "files", "'****************' is no name of reference/1"));
    }

    @Test
    void showsTheBeginning() {
        String payload = "成".repeat(1000);

        assertThat(ReferenceCodec.show(payload.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new ShownPayload("成".repeat(341), "utf8"));
        assertThat(ReferenceCodec.show(new byte[0])).isEqualTo(new ShownPayload("", "utf8"));
        assertThat(ReferenceCodec.show("a 6225880112345678".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new ShownPayload("a ****************", "utf8"));
    }

    private static Rejection rejection(String payload) {
        return Objects.requireNonNull(
                ReferenceCodec.decode(payload.getBytes(StandardCharsets.UTF_8)).rejection());
    }
}
