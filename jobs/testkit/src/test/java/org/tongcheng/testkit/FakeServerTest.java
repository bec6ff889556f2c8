package org.tongcheng.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FakeServerTest {

    private final FakeServer server = new FakeServer(200);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void answersAsToldAndRemembers() throws Exception {
        server.first(503);
        server.retryAfter("7");
        server.saying("well");
        server.always(asked -> asked.body().equals("bad") ? 400 : 200);

        HttpResponse<String> refused = post("/a?b=c", "one");
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("7");
        assertThat(post("/a", "two").body()).isEqualTo("well");
        assertThat(post("/a", "bad").statusCode()).isEqualTo(400);

        assertThat(server.asked()).extracting(FakeServer.Asked::body).containsExactly("one", "two", "bad");
        assertThat(server.asked().get(0).uri()).hasPath("/a").hasQuery("b=c");
        assertThat(server.asked().get(0).authorization()).isEmpty();
        assertThat(server.taken()).extracting(FakeServer.Asked::body).containsExactly("two");
    }

    @Test
    void breaksHangsAndAnswersAside() throws Exception {
        server.first(FakeServer.BREAKS);
        assertThatThrownBy(() -> post("/", "")).isInstanceOf(IOException.class);
        server.aside("/ping", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        assertThat(post("/ping", "").statusCode()).isEqualTo(204);
        assertThat(server.asked()).hasSize(1);
        server.first(FakeServer.HANGS);
        var pending = HttpClient.newHttpClient().sendAsync(request("/", ""), BodyHandlers.ofString());
        assertThat(pending).isNotDone();
        pending.cancel(true);
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return HttpClient.newHttpClient().send(request(path, body), BodyHandlers.ofString());
    }

    private HttpRequest request(String path, String body) {
        return HttpRequest.newBuilder(URI.create(server.url() + path))
                .timeout(Duration.ofSeconds(10))
                .POST(BodyPublishers.ofString(body))
                .build();
    }
}
