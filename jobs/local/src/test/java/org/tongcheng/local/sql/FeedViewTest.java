package org.tongcheng.local.sql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tongcheng.domain.feed.Feed;

class FeedViewTest {

    @ParameterizedTest
    @EnumSource(Feed.class)
    void hasAColumnForEveryFieldOfTheSchema(Feed feed) throws Exception {
        JsonNode properties = new ObjectMapper()
                .readTree(Path.of("../../schemas/" + feed.topic() + ".schema.json")
                        .toFile())
                .get("properties");
        List<String> fields = new ArrayList<>();
        properties.fieldNames().forEachRemaining(fields::add);
        if (fields.remove("values")) {
            properties.get("values").get("properties").fieldNames().forEachRemaining(fields::add);
        }

        List<String> columns =
                new FeedView(feed).columns().stream().map(ViewColumn::name).toList();
        assertThat(columns).doesNotHaveDuplicates().containsAll(fields);
        assertThat(columns.subList(10, columns.size()))
                .as("behind the archive's own")
                .hasSameElementsAs(fields);
    }
}
