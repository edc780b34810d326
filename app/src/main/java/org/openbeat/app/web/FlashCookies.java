package org.openbeat.app.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.AbstractFlashMapManager;
import org.springframework.web.util.WebUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps flash attributes, such as the key of a notice, in a cookie of the browser for a minute: no server holds a
 * session for them. They must be short strings, and templates must treat them as input.
 */
class FlashCookies extends AbstractFlashMapManager {
    private static final String COOKIE = "notice";
    private static final Duration AGE = Duration.ofMinutes(1);
    private static final int LONGEST = 3_000;

    private record Entry(@Nullable String path, long expires, Map<String, String> attributes) {}

    private final JsonMapper json;

    FlashCookies(JsonMapper json) {
        this.json = json;
        setFlashMapTimeout((int) AGE.toSeconds());
    }

    @Override
    protected @Nullable List<FlashMap> retrieveFlashMaps(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie == null || cookie.getValue().isEmpty() || cookie.getValue().length() > LONGEST) {
            return null;
        }
        try {
            var text = new String(Base64.getUrlDecoder().decode(cookie.getValue()), StandardCharsets.UTF_8);
            return json.readValue(text, new TypeReference<List<Entry>>() {}).stream()
                    .map(FlashCookies::map)
                    .collect(java.util.stream.Collectors.toCollection(ArrayList::new));
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            return null; // A cookie that we did not write says nothing.
        }
    }

    private static FlashMap map(Entry entry) {
        var map = new FlashMap();
        map.putAll(entry.attributes());
        map.setTargetRequestPath(entry.path());
        map.setExpirationTime(entry.expires());
        return map;
    }

    @Override
    protected void updateFlashMaps(List<FlashMap> maps, HttpServletRequest request, HttpServletResponse response) {
        var entries = maps.stream().map(FlashCookies::entry).toList();
        var text = entries.isEmpty() ? "" : json.writeValueAsString(entries);
        var value = Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        if (value.length() > LONGEST) {
            throw new IllegalStateException("flash attributes are for short texts");
        }
        var cookie = ResponseCookie.from(COOKIE, value)
                .path("/")
                .httpOnly(true)
                .sameSite("Lax")
                .maxAge(entries.isEmpty() ? Duration.ZERO : AGE)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private static Entry entry(FlashMap map) {
        var attributes = new java.util.TreeMap<String, String>();
        map.forEach((name, value) -> attributes.put(name, String.valueOf(value)));
        return new Entry(map.getTargetRequestPath(), map.getExpirationTime(), attributes);
    }
}
