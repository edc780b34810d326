package org.openbeat.app.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.openbeat.app.access.Access;
import org.openbeat.app.access.NewAccount;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Role;

/** Reads pages and sends their forms, as a browser without scripts does. */
record Browser(String base, HttpClient client) {
    Browser(String base) {
        this(
                base,
                HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build());
    }

    /** Opens an account of the agency and signs in with it. */
    static Browser signedIn(int port, Access access, AgencyId agency, Role role) throws Exception {
        var name = "made.up." + UUID.randomUUID();
        access.openAccount(
                Actor.SYSTEM, new NewAccount(name, "Pat Example", "correct horse battery", agency, Set.of(role)));
        var browser = new Browser("http://127.0.0.1:" + port);
        browser.submit(
                browser.page("/sign-in"),
                "form[action$=/sign-in]",
                Map.of("username", name, "password", "correct horse battery"));
        return browser;
    }

    HttpResponse<String> get(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Accept", "text/html")
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    Document page(String path) throws Exception {
        var answer = get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Jsoup.parse(answer.body(), base + path);
    }

    Document submit(Document page, String selector, Map<String, String> typed) throws Exception {
        var form = page.select(selector).stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "no " + selector + " in " + page.body().text()));
        var fields = new LinkedHashMap<String, String>();
        form.select("input[name], textarea[name]").stream()
                .filter(input -> !input.attr("type").equals("radio")
                        && !input.attr("type").equals("checkbox"))
                .forEach(input -> fields.put(input.attr("name"), input.val()));
        form.select("select[name]")
                .forEach(select -> fields.put(
                        select.attr("name"),
                        select.select("option[selected]").isEmpty()
                                ? select.select("option").attr("value")
                                : select.select("option[selected]").attr("value")));
        fields.putAll(typed);
        var answer = post(form.absUrl("action"), fields, "text/html");
        return Jsoup.parse(answer.body(), answer.uri().toString());
    }

    HttpResponse<String> postJson(Document page, String path, Map<String, String> fields) throws Exception {
        var all = new LinkedHashMap<>(fields);
        all.put("_csrf", page.select("meta[name=csrf-token]").attr("content"));
        return post(base + path, all, "application/json");
    }

    private HttpResponse<String> post(String address, Map<String, String> fields, String accept) throws Exception {
        var body = fields.entrySet().stream()
                .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("Accept", accept)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
