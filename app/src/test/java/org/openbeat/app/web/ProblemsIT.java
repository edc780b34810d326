package org.openbeat.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openbeat.app.OpenbeatTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OpenbeatTest
class ProblemsIT {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    ProblemTypes types;

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /nowhere, 404, not-found",
        "POST, /nowhere, 404, not-found",
        "DELETE, /problems, 405, method-not-allowed",
        "GET, /problems/no-such-type, 404, not-found",
        "GET, /staff, 401, sign-in-needed",
        "POST, /sign-in, 403, expired-form",
        "GET, /problems?x=%00, 400, unusable-characters",
        "GET, /problems?%00=x, 400, unusable-characters",
        "GET, /error, 404, not-found"
    })
    void a_program_is_told_what_was_wrong_as_a_problem_detail(String method, String path, int status, String type)
            throws Exception {
        var answer = send(to(path).method(method, BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"type\":\"/problems/" + type + "\"", "\"status\":" + status);
    }

    @Test
    void a_browser_is_shown_a_page_in_its_language_with_the_same_status() throws Exception {
        var answer = send(to("/nowhere").header("Accept", "text/html,*/*").header("Accept-Language", "zh-CN"));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        assertThat(answer.body()).contains("lang=\"zh-CN\"", "这个网址没有内容");
    }

    @Test
    void a_body_beyond_the_limit_is_refused_before_it_is_read() throws Exception {
        var answer = send(to("/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("a=" + "b".repeat(3_000_000))));
        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void broken_parts_and_wrong_forms_are_refused_without_a_failure_of_ours() throws Exception {
        var answer = send(to("/sign-in")
                .header("Content-Type", "multipart/form-data")
                .POST(BodyPublishers.ofString("--nothing")));
        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"/a%00b", "/%zz", "/%ff%fe", "/a\\b"})
    void what_the_server_cannot_even_parse_is_a_problem_detail_too(String path) throws Exception {
        try (var socket = new Socket("127.0.0.1", port)) {
            var request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 400").contains("/problems/malformed-request");
        }
    }

    @Test
    void every_type_of_problem_has_a_page_in_each_language() throws Exception {
        for (var type : types.all()) {
            for (var language : Languages.ALL) {
                var answer = send(to("/problems/" + type)
                        .header("Accept", "text/html")
                        .header("Accept-Language", language.toLanguageTag()));
                assertThat(answer.statusCode()).as(type).isEqualTo(200);
                assertThat(answer.body()).as(type).doesNotContain("problem." + type);
            }
        }
    }

    @Test
    void the_language_is_switched_by_a_link_and_kept_in_a_cookie() throws Exception {
        var answer = send(to("/problems?lang=zh-CN").header("Accept", "text/html"));
        assertThat(answer.body()).contains("lang=\"zh-CN\"", "href=\"?lang=en\"");
        assertThat(answer.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(cookie -> assertThat(cookie).startsWith("language=zh-CN"));
        assertThat(send(to("/problems?lang=xx").header("Accept", "text/html")).body())
                .contains("lang=\"en\"");
    }

    @Test
    void assets_carry_a_hash_of_their_content_and_may_be_kept_for_a_year() throws Exception {
        var page = send(to("/problems").header("Accept", "text/html")).body();
        var matcher = java.util.regex.Pattern.compile("/assets/openbeat-[0-9a-f]{32}\\.css")
                .matcher(page);
        assertThat(matcher.find()).isTrue();
        var asset = send(to(matcher.group()));
        assertThat(asset.statusCode()).isEqualTo(200);
        assertThat(asset.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(control -> assertThat(control).contains("max-age=31536000"));
    }
}
