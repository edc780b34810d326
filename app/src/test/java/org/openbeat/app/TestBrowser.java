package org.openbeat.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A browser without scripts: it keeps cookies, sends forms with their token, and follows no redirect by itself. */
public final class TestBrowser {
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String base;

    public TestBrowser(int port) {
        this.base = "http://127.0.0.1:" + port;
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).header("Accept", "text/html,*/*;q=0.8"));
    }

    public Document page(String path) {
        return Jsoup.parse(get(path).body());
    }

    /** Sends a form; the token against forged requests comes from the page of sign-in, as from any page. */
    public HttpResponse<String> post(String path, Map<String, String> fields) {
        return post(path, fields, "text/html,*/*;q=0.8");
    }

    /** The same for a client that accepts something else. */
    public HttpResponse<String> post(String path, Map<String, String> fields, String accept) {
        var token = page("/sign-in").select("input[name=_csrf]").val();
        var pairs = new ArrayList<String>();
        pairs.add("_csrf=" + encoded(token));
        fields.forEach((name, value) -> pairs.add(encoded(name) + "=" + encoded(value)));
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Accept", accept)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(String.join("&", pairs))));
    }

    public HttpResponse<String> signIn(String userName, String password) {
        return post("/sign-in", Map.of("username", userName, "password", password));
    }

    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(java.net.HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    /** Where an answer leads, or an empty text. */
    public static String target(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
