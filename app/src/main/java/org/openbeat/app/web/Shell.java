package org.openbeat.app.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.OpenbeatSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the layout of a page knows of its request, under the name {@code shell} in every template. It works things out
 * when a template asks, since the reader and the language are known only then.
 */
class Shell {
    static final String NAME = "shell";
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter CHINESE =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.SIMPLIFIED_CHINESE);
    private static final DateTimeFormatter ENGLISH_DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter CHINESE_DAY =
            DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.SIMPLIFIED_CHINESE);
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** A link that shows the same page in another language. */
    record Language(String tag, String name, String link, boolean current) {}

    /** An entry of the navigation as this reader sees it. */
    record Entry(String messageKey, String path, boolean current) {}

    private final HttpServletRequest request;
    private final OpenbeatSettings settings;
    private final WebSettings web;
    private final List<NavigationItem> items;
    private final ActorSource actors;
    private final ObjectProvider<NoticeSource> notices;

    Shell(
            HttpServletRequest request,
            OpenbeatSettings settings,
            WebSettings web,
            List<NavigationItem> items,
            ActorSource actors,
            ObjectProvider<NoticeSource> notices) {
        this.request = request;
        this.settings = settings;
        this.web = web;
        this.items = items;
        this.actors = actors;
        this.notices = notices;
    }

    public String organisation() {
        return settings.organisation();
    }

    public String emergencyNumber() {
        return settings.emergencyNumber();
    }

    public String quickExit() {
        return web.quickExit();
    }

    public String zone() {
        return settings.zone().getId();
    }

    public Actor actor() {
        return actors.actor(request);
    }

    public boolean isStaff() {
        return actor().kind() == Actor.Kind.STAFF;
    }

    /** The public entries for the public, the entries of their roles for staff. */
    public List<Entry> navigation() {
        var actor = actor();
        var path = askedPath(request);
        var shown = items.stream()
                .filter(item -> actor.kind() == Actor.Kind.STAFF ? item.isFor(actor) : item.isPublic())
                .toList();
        // A page below two entries, such as /desk and /desk/requests, is at the nearer one.
        var current = shown.stream()
                .map(NavigationItem::path)
                .filter(item -> isAt(item, path))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
        return shown.stream()
                .map(item ->
                        new Entry(item.messageKey(), item.path(), item.path().equals(current)))
                .toList();
    }

    /** What the reader must be told on every page. */
    public List<StaffNotice> notices() {
        var actor = actor();
        return actor.kind() == Actor.Kind.STAFF
                ? notices.orderedStream()
                        .flatMap(source -> source.notices(actor).stream())
                        .toList()
                : List.of();
    }

    /** The values of a notice as its text takes them. */
    public Object[] values(StaffNotice notice) {
        return notice.values().stream()
                .map(value -> value instanceof Instant instant ? when(instant) : value)
                .toArray();
    }

    private static boolean isAt(String item, String path) {
        return path.equals(item) || (!item.equals("/") && path.startsWith(item + "/"));
    }

    public List<Language> languages() {
        var current = Languages.nearest(locale());
        return Languages.ALL.stream()
                .map(language -> new Language(
                        language.toLanguageTag(),
                        language.getDisplayLanguage(language),
                        inLanguage(language),
                        language.equals(current)))
                .toList();
    }

    private String inLanguage(Locale language) {
        var query = errorAttribute(request, RequestDispatcher.ERROR_QUERY_STRING);
        return UriComponentsBuilder.newInstance()
                .query(query != null ? query : request.getQueryString())
                .replaceQueryParam("lang", language.toLanguageTag())
                .build()
                .toUriString();
    }

    /** The page that was asked for, even while an error page is shown in its place. */
    static String askedPath(HttpServletRequest request) {
        var failed = errorAttribute(request, RequestDispatcher.ERROR_REQUEST_URI);
        return failed != null ? failed : request.getRequestURI();
    }

    private static @Nullable String errorAttribute(HttpServletRequest request, String name) {
        return request.getAttribute(name) instanceof String text ? text : null;
    }

    private Locale locale() {
        return RequestContextUtils.getLocale(request);
    }

    private boolean inChinese() {
        return Languages.nearest(locale()).equals(Locale.SIMPLIFIED_CHINESE);
    }

    /** Date and time in the zone of the place, to the minute. */
    public String when(Instant instant) {
        return (inChinese() ? CHINESE : ENGLISH).format(instant.atZone(settings.zone()));
    }

    /** The day in the zone of the place. */
    public String day(Instant instant) {
        return (inChinese() ? CHINESE_DAY : ENGLISH_DAY).format(instant.atZone(settings.zone()));
    }

    /** The instant in UTC, for those who compare places. */
    public String utc(Instant instant) {
        return UTC.format(instant);
    }
}
