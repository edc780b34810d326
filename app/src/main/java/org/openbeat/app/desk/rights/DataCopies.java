package org.openbeat.app.desk.rights;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.desk.Entry;
import org.openbeat.app.desk.Report;
import org.openbeat.app.desk.Tracked;
import org.openbeat.app.desk.photo.Photos;
import org.openbeat.app.desk.survey.Surveys;
import org.openbeat.app.kernel.OpenbeatSettings;
import org.openbeat.app.kernel.PersonalRecords;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The copy of what is kept about a person with their report, in the form of the schema
 * {@code /assets/desk/data-copy.schema.json}. Notes among staff are counted and not handed out; all else is.
 */
@Component
class DataCopies {
    static final String FORMAT = "openbeat-data-copy/1";
    static final String SCHEMA = "/assets/desk/data-copy.schema.json";

    private final Photos photos;
    private final Surveys surveys;
    private final ObjectProvider<PersonalRecords> modules;
    private final OpenbeatSettings settings;

    DataCopies(Photos photos, Surveys surveys, ObjectProvider<PersonalRecords> modules, OpenbeatSettings settings) {
        this.photos = photos;
        this.surveys = surveys;
        this.modules = modules;
        this.settings = settings;
    }

    Map<String, Object> of(Tracked tracked, List<DataRequest> requests, int notes, Instant now) {
        var report = tracked.report();
        var copy = new LinkedHashMap<String, Object>();
        copy.put("$schema", settings.baseUrl() + SCHEMA);
        copy.put("format", FORMAT);
        copy.put("organisation", settings.organisation());
        copy.put("madeAt", now.toString());
        copy.put("zone", report.times().zone().getId());
        copy.put("report", report(report));
        copy.put("contact", contact(report));
        copy.put("photos", photos(report));
        copy.put("history", tracked.entries().stream().map(DataCopies::entry).toList());
        copy.put("withheldNotes", notes);
        copy.put(
                "readings",
                tracked.openings().stream()
                        .map(opening -> Map.of(
                                "at",
                                opening.at().toString(),
                                "role",
                                opening.role().name()))
                        .toList());
        survey(report).ifPresent(survey -> copy.put("survey", survey));
        copy.put("requests", requests.stream().map(DataCopies::request).toList());
        modules.forEach(module -> copy.putAll(module.copy(DataRequests.subject(report.id()))));
        return copy;
    }

    private static Map<String, Object> report(Report report) {
        var content = report.content();
        var times = report.times();
        var map = new LinkedHashMap<String, Object>();
        map.put("reference", report.reference().value());
        map.put("category", report.category());
        map.put("status", report.status().code());
        map.put("receivedAt", times.received().toString());
        put(map, "dueAt", times.due());
        put(map, "occurredAt", times.occurred());
        put(map, "closedAt", times.closed());
        map.put("channel", content.channel().name());
        map.put("language", content.language().toLanguageTag());
        map.put("description", content.description());
        map.put("answers", content.answers());
        map.put("place", place(report));
        map.put("neighboursMayRead", content.neighboursMayRead());
        put(map, "outcome", report.closing().outcome());
        put(map, "outcomeText", report.closing().text());
        return map;
    }

    private static Map<String, Object> place(Report report) {
        var where = report.content().where();
        var point = where.point();
        var map = new LinkedHashMap<String, Object>();
        map.put("text", where.text());
        if (point != null) {
            map.put("latitude", point.latitude());
            map.put("longitude", point.longitude());
            map.put("approximate", where.approximate());
        }
        return map;
    }

    private static Map<String, Object> contact(Report report) {
        var contact = report.contact();
        return new LinkedHashMap<>(Map.of(
                "name", contact.name(),
                "email", contact.email(),
                "phone", contact.phone(),
                "nameHidden", contact.nameHidden()));
    }

    private List<Map<String, Object>> photos(Report report) {
        return photos.ofReport(report.id()).stream()
                .map(photo -> Map.<String, Object>of(
                        "id", photo.id().value().toString(), "width", photo.width(), "height", photo.height()))
                .toList();
    }

    private static Map<String, Object> entry(Entry entry) {
        var map = new LinkedHashMap<String, Object>();
        map.put("at", entry.at().toString());
        map.put("what", entry.kind().name());
        put(map, "role", entry.role());
        put(map, "text", entry.text());
        put(map, "detail", entry.detail());
        return map;
    }

    private Optional<Map<String, Object>> survey(Report report) {
        return surveys.find(report.id()).map(survey -> {
            var map = new LinkedHashMap<String, Object>();
            put(map, "solved", survey.solved());
            put(map, "treated", survey.treated());
            return map;
        });
    }

    private static Map<String, Object> request(DataRequest request) {
        var map = new LinkedHashMap<String, Object>();
        map.put("kind", request.kind().code());
        map.put("askedAt", request.asked().toString());
        map.put("dueAt", request.due().toString());
        map.put("status", request.status().name());
        map.put("text", request.text());
        var decision = request.decision();
        if (decision != null) {
            map.put("decidedAt", decision.at().toString());
            map.put("decision", decision.text());
        }
        return map;
    }

    private static void put(Map<String, Object> map, String key, @Nullable Object value) {
        if (value != null) {
            map.put(key, value.toString());
        }
    }
}
