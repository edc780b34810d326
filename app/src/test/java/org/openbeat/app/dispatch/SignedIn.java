package org.openbeat.app.dispatch;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.openbeat.app.access.Access;
import org.openbeat.app.access.NewAccount;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Role;

/** Someone of staff in a browser: signed in over HTTP, with the session and the token of its forms. */
final class SignedIn implements AutoCloseable {
    final Actor actor;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client;
    private final String address;
    private final String token;

    SignedIn(int port, Access access, AgencyId agency, Role... roles) throws IOException, InterruptedException {
        address = "http://127.0.0.1:" + port;
        client = HttpClient.newBuilder().cookieHandler(cookies).build();
        var name = "made.up." + UUID.randomUUID();
        actor = access.openAccount(Actor.SYSTEM, new NewAccount(name, "Made Up", "secret", agency, Set.of(roles)));
        var first = token();
        send(HttpRequest.newBuilder(URI.create(address + "/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=" + name + "&password=secret&_csrf="
                        + URLEncoder.encode(first, StandardCharsets.UTF_8))));
        token = token();
    }

    private String token() throws IOException, InterruptedException {
        var page = send(HttpRequest.newBuilder(URI.create(address + "/sign-in")));
        return Jsoup.parse(page.body()).select("input[name=_csrf]").val();
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address + path)).header("Accept", "application/json"));
    }

    HttpResponse<String> post(String path, String key, String json) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .header("X-XSRF-TOKEN", token)
                .POST(BodyPublishers.ofString(json)));
    }

    /** The cookies as a raw console sends them. */
    String cookies() {
        return cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        client.close();
    }
}
