package org.openbeat.app.desk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.openbeat.app.access.Access;
import org.openbeat.app.access.NewAccount;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Role;

/** A browser without scripts: it keeps cookies, follows redirects and sends the forms that a page has. */
public final class Browser implements AutoCloseable {
    private static final String BOUNDARY = "----made-up-boundary";

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final String address;
    private String language = "en";

    public Browser(int port) {
        this.address = "http://127.0.0.1:" + port;
    }

    /** What came back. */
    public record Answer(int status, URI at, Map<String, List<String>> headers, byte[] body) {

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        public Document page() {
            return Jsoup.parse(text(), at.toString());
        }

        public String path() {
            return at.getPath();
        }
    }

    /** A file for a field of a form. */
    public record Upload(String name, byte[] bytes) {}

    public Browser reading(String tag) {
        language = tag;
        return this;
    }

    /** Another window of the same browser after a restart: the cookies that last, and nothing else. */
    public Browser restarted() {
        var next = new Browser(URI.create(address).getPort());
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getMaxAge() > 0)
                .forEach(cookie -> next.cookies.getCookieStore().add(URI.create(address), cookie));
        return next;
    }

    public List<HttpCookie> cookies() {
        return cookies.getCookieStore().getCookies();
    }

    public Answer get(String path) {
        return send(HttpRequest.newBuilder(URI.create(address + path)).GET());
    }

    /** Presses a button of the page's form that leads to {@code action}. */
    public Answer press(Answer from, String action, String button, String value, String... fields) {
        var data = data(from, action);
        for (int i = 0; i < fields.length; i += 2) {
            data.put(fields[i], List.of(fields[i + 1]));
        }
        if (!button.isEmpty()) {
            data.put(button, List.of(value));
        }
        return post(action, data);
    }

    public Answer post(String path, Map<String, List<String>> data) {
        var pairs = new ArrayList<String>();
        data.forEach((name, values) -> values.forEach(value -> pairs.add(encoded(name) + "=" + encoded(value))));
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(String.join("&", pairs))));
    }

    /** The same for a form with files. */
    public Answer upload(Answer from, String action, String button, String value, Upload file, String... fields) {
        var data = data(from, action);
        for (int i = 0; i < fields.length; i += 2) {
            data.put(fields[i], List.of(fields[i + 1]));
        }
        data.put(button, List.of(value));
        return send(HttpRequest.newBuilder(URI.create(address + action))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(parts(data, file))));
    }

    /** What the form would send if nothing were pressed. */
    public Map<String, List<String>> data(Answer from, String action) {
        var form = from.page().select("form[action='" + action + "'][method=post]").forms().stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError("no form for " + action + " on " + from.at() + " ("
                        + from.status() + "): " + from.page().select("main").text()));
        form.select("input[type=file]").forEach(field -> field.removeAttr("name"));
        return data(form);
    }

    private static Map<String, List<String>> data(FormElement form) {
        var data = new LinkedHashMap<String, List<String>>();
        for (var pair : form.formData()) {
            data.computeIfAbsent(pair.key(), key -> new ArrayList<>()).add(pair.value());
        }
        return data;
    }

    private static byte[] parts(Map<String, List<String>> data, Upload file) {
        var bytes = new ByteArrayOutputStream();
        data.forEach((name, values) -> values.forEach(value -> bytes.writeBytes(
                ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8))));
        bytes.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"photos\"; filename=\""
                        + file.name() + "\"\r\nContent-Type: image/jpeg\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(file.bytes());
        bytes.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    /** Signs in as a new member of staff. */
    public Actor signIn(Access access, AgencyId agency, Role... roles) {
        if (access.agencies().stream().noneMatch(known -> known.id().equals(agency))) {
            access.addAgency(Actor.SYSTEM, agency, "Made Up " + agency, null);
        }
        var name = "made.up." + UUID.randomUUID();
        var actor = access.openAccount(
                Actor.SYSTEM, new NewAccount(name, "Sam Invented", "long enough secret", agency, Set.of(roles)));
        press(get("/sign-in"), "/sign-in", "", "", "username", name, "password", "long enough secret");
        return actor;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = client.send(
                    request.header("Accept", "text/html,*/*;q=0.8")
                            .header("Accept-Language", language)
                            .build(),
                    BodyHandlers.ofByteArray());
            return new Answer(
                    response.statusCode(), response.uri(), response.headers().map(), response.body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
