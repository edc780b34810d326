package org.openbeat.demo;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openbeat.demo.Resident.Kept;
import org.openbeat.demo.Resident.Telling;
import org.openbeat.demo.Visitor.Upload;
import org.openbeat.engine.city.Address;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Steps 1 and 2: reports come in by every way, and those who sent them keep something. */
final class ReportsTold implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String LIGHT = "The lamp by the steps is out again, and two bags were snatched in the dark.";
    private static final String BAR = "楼下的酒吧每晚开着门放音乐到凌晨三点，我们睡不着。";

    private final String baseUrl;
    private final String partnerKey;
    private final Narrator narrator;
    private final Resident english;
    private final Resident chinese;
    private final Resident neighbour;
    private final Address lampAt;
    private final Address barAt;
    private final Address wallAt;
    private final Address crashAt;
    private @Nullable Kept light;
    private @Nullable Kept bar;

    ReportsTold(String baseUrl, String partnerKey, Narrator narrator, Places places) {
        this.baseUrl = baseUrl;
        this.partnerKey = partnerKey;
        this.narrator = narrator;
        this.english = new Resident(baseUrl, "en");
        this.chinese = new Resident(baseUrl, "zh-CN");
        this.neighbour = new Resident(baseUrl, "en");
        this.lampAt = places.in("101");
        this.barAt = places.in("302");
        this.wallAt = places.in("104");
        this.crashAt = places.in("303");
    }

    void report() {
        narrator.chapter("1. Reports come in: on the web in two languages, from a partner, by telephone", () -> {
            reportInEnglish();
            reportInChinese();
            reportByPartner();
            reportByTelephone();
        });
    }

    private void reportInEnglish() {
        var photo = new Upload("lamp.jpg", "image/jpeg", Snapshot.darkStreet());
        var check = english.prepare(
                new Telling("street-light", Places.typed(lampAt), LIGHT, Map.of("fault", "out"), List.of(photo)));
        narrator.check(check.text().contains(LIGHT), "the last page shows what will be sent");
        light = english.send(check);
        narrator.say(
                "A resident reports a broken street light at %s, with a photo: %s",
                Places.typed(lampAt), light.reference());
        var image = Resident.need(english.open(light), "img[src*=/photos/]").attr("src");
        var stored = english.fetch(image.replace("?size=small", ""));
        narrator.check(Snapshot.isJpeg(stored) && !Snapshot.tells(stored), "no metadata of the photo survives");
        narrator.say("The photo is stored without what the camera wrote into it (%d bytes).", stored.length);
    }

    private void reportInChinese() {
        var check = chinese.prepare(new Telling("noise", Places.typed(barAt), BAR, Map.of("when", "night"), List.of()));
        narrator.check(check.text().contains("噪音"), "the form speaks Chinese");
        bar = chinese.send(check);
        narrator.say("A resident reports a noisy bar in Chinese at %s: %s", Places.typed(barAt), bar.reference());
    }

    private void reportByPartner() throws Exception {
        try (var partner = new Visitor(baseUrl, "en")) {
            var endpoint = endpoint(
                    JSON.readTree(partner.get("/open311/discovery.json").bytes()));
            var fields = Map.of(
                    "api_key",
                    partnerKey,
                    "service_code",
                    "graffiti",
                    "lat",
                    Double.toString(wallAt.position().latitude()),
                    "long",
                    Double.toString(wallAt.position().longitude()),
                    "description",
                    "Seen by the lighting crew: fresh paint on the wall.");
            var answer = partner.send(partner.request(endpoint + "/requests.json")
                    .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                    .POST(BodyPublishers.ofString(encoded(fields))));
            narrator.check(
                    answer.status() / 100 == 2,
                    "Open311 takes a report (it answered %d: %s)",
                    answer.status(),
                    answer.text());
            var id = JSON.readTree(answer.bytes())
                    .path(0)
                    .path("service_request_id")
                    .asString("");
            var seen = JSON.readTree(
                    partner.get(endpoint + "/requests/" + id + ".json").bytes());
            narrator.check(seen.path(0).path("status").asString("").equals("open"), "Open311 shows %s as open", id);
            narrator.say("A partner system reports graffiti through Open311 and reads it back: %s", id);
        }
    }

    private static String endpoint(JsonNode discovery) {
        for (var endpoint : discovery.path("endpoints")) {
            var url = endpoint.path("url").asString("");
            if (!url.isEmpty()) {
                return url.replaceFirst("/$", "");
            }
        }
        throw new IllegalStateException("Open311 discovery names no endpoint");
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private void reportByTelephone() {
        try (var taker = DemoPassword.signIn(baseUrl, "call.taker")) {
            var form = Resident.form(taker.get("/calls/new").page(), "input[name=place]");
            var answer = taker.submit(
                    form,
                    Map.of(
                            "place", Places.typed(crashAt),
                            "type", "collision",
                            "notes", "Two cars touched, nobody hurt, one lane blocked.",
                            "callerName", "Mr Made Up"));
            var page = answer.page();
            narrator.check(
                    answer.address().getPath().startsWith("/incidents/"),
                    "the call becomes an incident (%d at %s: %s)",
                    answer.status(),
                    answer.address().getPath(),
                    page.select(".problem").text());
            narrator.say(
                    "A call taker types a call while on the phone: %s",
                    Resident.need(page, "#incident-title").text());
        }
    }

    void keep() {
        narrator.chapter("2. Who reported keeps a reference, a secret link and a signed receipt", () -> {
            var kept = light();
            narrator.say("On sending, the page says: %s", shortened(kept.words(), 110));
            var page = english.open(kept);
            narrator.check(page.text().contains("Old Town"), "the tracking page names the beat that is responsible");
            narrator.say(
                    "Responsible and due: %s",
                    Resident.need(page, "dl.govuk-summary-list").text());
            var receipt = english.fetch(kept.link() + "/receipt");
            narrator.check(
                    new String(receipt, StandardCharsets.UTF_8).startsWith("c2sp.org/tlog-proof@v1"),
                    "the receipt is a tlog-proof");
            narrator.say("The receipt is a signed proof of %d bytes; step 7 verifies it.", receipt.length);
            suggestDuplicate();
        });
    }

    private void suggestDuplicate() {
        var check = neighbour.prepare(new Telling(
                "street-light", Places.typed(lampAt), "Our street lamp does not work.", Map.of(), List.of()));
        var suggested = check.select(".desk-candidates__list li");
        narrator.check(!suggested.isEmpty(), "a likely duplicate is suggested before anything is sent");
        narrator.check(suggested.text().contains(LIGHT), "the earlier report is among the suggestions");
        var followed = neighbour.follow(check);
        narrator.say(
                "A neighbour is shown %d likely duplicate(s), and follows %s instead of reporting twice.",
                suggested.size(), followed.reference());
    }

    static String shortened(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length) + " …";
    }

    Kept light() {
        return kept(light);
    }

    Kept bar() {
        return kept(bar);
    }

    private static Kept kept(@Nullable Kept kept) {
        if (kept == null) {
            throw new IllegalStateException("nothing was reported yet");
        }
        return kept;
    }

    Resident english() {
        return english;
    }

    Resident chinese() {
        return chinese;
    }

    /** Words of residents and exact places, none of which the public may ever see. */
    List<String> secrets() {
        return List.of(LIGHT, BAR, Places.typed(lampAt), Places.typed(barAt));
    }

    @Override
    public void close() {
        english.close();
        chinese.close();
        neighbour.close();
    }
}
