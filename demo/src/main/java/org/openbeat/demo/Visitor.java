package org.openbeat.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/**
 * Someone before a browser without scripts: keeps cookies, reads pages, fills in their forms as they stand, follows
 * redirects. What it can do, a resident without JavaScript can do.
 */
public final class Visitor implements AutoCloseable {
    /** What a browser sends for a file field in which no file was chosen. */
    private static final Upload NOTHING_CHOSEN = new Upload("", "application/octet-stream", new byte[0]);

    private final URI base;
    private final String language;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client;

    /** What the server wants to see again with whatever is not sent by a form of its own. */
    private String token = "";

    /**
     * @param baseUrl address of the server, without a trailing slash
     * @param language what the visitor reads, as in {@code Accept-Language}
     */
    public Visitor(String baseUrl, String language) {
        this.base = URI.create(baseUrl + "/");
        this.language = language;
        this.client = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    /** A page as it was answered, with the address at which the redirects ended. */
    public record Answer(int status, URI address, HttpResponse<byte[]> response) {

        public String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        public byte[] bytes() {
            return response.body();
        }

        public Document page() {
            return Jsoup.parse(text(), address.toString());
        }
    }

    /** A file to send with a form. */
    public record Upload(String fileName, String mediaType, byte[] content) {}

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer signIn(String userName, String password) {
        var page = get("/sign-in").page();
        var answer = submit(form(page, "/sign-in"), Map.of("username", userName, "password", password), List.of());
        token = answer.page().select("input[name=_csrf]").val();
        return answer;
    }

    /** The first form of the page whose action's path starts so. */
    public static FormElement form(Document page, String actionPath) {
        return page.select("form").forms().stream()
                .filter(form -> URI.create(form.absUrl("action").isEmpty() ? page.baseUri() : form.absUrl("action"))
                        .getPath()
                        .startsWith(actionPath))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "no form for " + actionPath + " on " + page.baseUri() + ": " + page.title()));
    }

    /** Sends the form as it stands on the page, with these values over its own. */
    public Answer submit(FormElement form, Map<String, String> values) {
        return submit(form, values, List.of());
    }

    public Answer submit(FormElement form, Map<String, String> values, List<Upload> uploads) {
        var fields = new ArrayList<Map.Entry<String, String>>();
        var given = new LinkedHashMap<>(values);
        for (var field : form.formData()) {
            if (isFile(form, field.key())) {
                continue;
            }
            var value = given.remove(field.key());
            fields.add(Map.entry(field.key(), value != null ? value : own(form, field)));
        }
        fields.addAll(given.entrySet());
        var action = form.absUrl("action").isEmpty() ? form.baseUri() : form.absUrl("action");
        if (form.attr("method").equalsIgnoreCase("get")) {
            return send(request(action + (action.contains("?") ? "&" : "?") + encoded(fields))
                    .GET());
        }
        return form.attr("enctype").equals("multipart/form-data")
                ? postParts(action, form, fields, uploads)
                : postForm(action, fields);
    }

    /** jsoup says "on" where a ticked box or button says that its value is nothing. */
    private static String own(FormElement form, Connection.KeyVal field) {
        boolean nothing = form.select("input[checked][value=\"\"]").stream()
                .anyMatch(input -> input.attr("name").equals(field.key()));
        return nothing && field.value().equals("on") ? "" : field.value();
    }

    private static boolean isFile(FormElement form, String name) {
        return form.select("input[type=file]").stream()
                .anyMatch(input -> input.attr("name").equals(name));
    }

    private Answer postForm(String action, List<Map.Entry<String, String>> fields) {
        return send(request(action)
                .header("Content-Type", "application/x-www-form-urlencoded;charset=UTF-8")
                .POST(BodyPublishers.ofString(encoded(fields))));
    }

    private Answer postParts(
            String action, Element form, List<Map.Entry<String, String>> fields, List<Upload> uploads) {
        var boundary = "----openbeat" + Integer.toHexString(fields.hashCode());
        var parts = new ArrayList<byte[]>();
        for (var field : fields) {
            parts.add(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field.getKey() + "\"\r\n\r\n"
                            + field.getValue() + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        var input = form.selectFirst("input[type=file]");
        for (var upload : input != null && uploads.isEmpty() ? List.of(NOTHING_CHOSEN) : uploads) {
            parts.add(("--" + boundary + "\r\nContent-Disposition: form-data; name=\""
                            + (input == null ? "file" : input.attr("name")) + "\"; filename=\"" + upload.fileName()
                            + "\"\r\nContent-Type: " + upload.mediaType() + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            parts.add(upload.content());
            parts.add("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        parts.add(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(request(action)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArrays(parts)));
    }

    /** Sends JSON to the API, with the token that the server asks of browsers. */
    public Answer postJson(String path, String json) {
        return postJson(path, json, Map.of());
    }

    /** @param headers further headers, such as an idempotency key */
    public Answer postJson(String path, String json, Map<String, String> headers) {
        var request = request(path).header("Content-Type", "application/json").header("Accept", "application/json");
        headers.forEach(request::header);
        if (!token.isEmpty()) {
            request.header("X-XSRF-TOKEN", token);
        }
        return send(request.POST(BodyPublishers.ofString(json)));
    }

    /** A request with the visitor's language, for what the methods above do not cover. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .header("Accept-Language", language);
    }

    /** The visitor's cookies as one header line, for connections that are driven by hand. */
    public String cookieHeader() {
        return cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; ", "Cookie: ", ""));
    }

    /** The client with the visitor's cookies, for streams. */
    public HttpClient client() {
        return client;
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            var response = client.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.uri(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static String encoded(List<Map.Entry<String, String>> fields) {
        return fields.stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    @Override
    public void close() {
        client.close();
    }
}
