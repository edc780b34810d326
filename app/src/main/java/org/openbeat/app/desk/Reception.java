package org.openbeat.app.desk;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.desk.Category.Question;
import org.openbeat.app.desk.events.Reference;
import org.openbeat.app.desk.events.ReportId;
import org.openbeat.app.kernel.OpenbeatSettings;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Refusal.Kind;
import org.openbeat.app.kernel.Sha256;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Decides what becomes of a new report: whose it is, by when it is answered, what its receipt proves. */
@Component
class Reception {
    private final Categories categories;
    private final Areas areas;
    private final OpenbeatSettings settings;
    private final JsonMapper json;

    Reception(Categories categories, Areas areas, OpenbeatSettings settings, JsonMapper json) {
        this.categories = categories;
        this.areas = areas;
        this.settings = settings;
        this.json = json;
    }

    Report receive(NewReport sent, Identity identity, Map<PhotoId, byte[]> photoHashes, Instant now) {
        var category = inForce(sent.category());
        checkAnswers(category, sent);
        var area = areaOf(sent.where());
        return new Report(
                identity.id(),
                identity.reference(),
                category.code(),
                ReportStatus.RECEIVED,
                category.isUrgent(),
                responsible(category, area),
                Report.Sharing.NONE,
                times(category, sent, area, now),
                content(sent, area),
                sent.contact(),
                Report.Closing.NONE,
                Sha256.hex(canonical(sent, photoHashes)));
    }

    private Category inForce(String code) {
        return categories
                .find(code)
                .filter(Category::inForce)
                .orElseThrow(() -> new Refusal(Kind.INVALID, "unknown-category"));
    }

    private Report.Responsible responsible(Category category, @Nullable Area area) {
        var everywhere = category.agency();
        var agency = everywhere != null ? everywhere : area != null ? area.agency() : settings.agency();
        return new Report.Responsible(agency, area == null ? null : area.beat(), null, null);
    }

    private Report.Times times(Category category, NewReport sent, @Nullable Area area, Instant now) {
        return new Report.Times(
                now,
                now.plus(category.standard()),
                category.standard(),
                now,
                null,
                null,
                sent.occurredAt(),
                area == null ? settings.zone() : area.zone());
    }

    private static Report.Content content(NewReport sent, @Nullable Area area) {
        return new Report.Content(
                sent.category(),
                sent.description(),
                sent.where(),
                sent.where().point() != null && area == null,
                sent.answers(),
                sent.photos().size(),
                sent.neighboursMayRead(),
                sent.channel(),
                sent.language());
    }

    /** Near a boundary the sender's own choice counts, but only between the two sides of that boundary. */
    private @Nullable Area areaOf(Whereabouts where) {
        var point = where.point();
        var chosen = where.beat();
        if (point == null) {
            return chosen == null ? null : areas.of(chosen).orElse(null);
        }
        var area = areas.at(point).orElse(null);
        return area != null && chosen != null && chosen.equals(area.across())
                ? areas.of(chosen).orElse(area)
                : area;
    }

    private static void checkAnswers(Category category, NewReport sent) {
        for (var question : category.questions()) {
            var given = Optional.ofNullable(sent.answers().get(question.code())).orElse(List.of());
            if (question.required() && given.isEmpty()) {
                throw new Refusal(Kind.INVALID, "answer-missing", question.code());
            }
            given.forEach(value -> checkAnswer(question, value));
        }
        sent.answers().keySet().stream()
                .filter(code -> category.question(code).isEmpty())
                .findFirst()
                .ifPresent(code -> {
                    throw new Refusal(Kind.INVALID, "answer-unknown", code);
                });
    }

    private static void checkAnswer(Question question, String value) {
        boolean fits = switch (question.type()) {
            case STRING, TEXT, DATETIME -> true;
            case NUMBER -> value.matches("-?[0-9]{1,12}([.,][0-9]{1,6})?");
            case SINGLEVALUELIST, MULTIVALUELIST -> question.hasOption(value);
        };
        if (!fits) {
            throw new Refusal(Kind.INVALID, "answer-unfit", question.code());
        }
    }

    /**
     * What was sent, as JSON with its keys in order and no blanks: the bytes whose SHA-256 the receipt proves. Contact
     * and name are not in it, so they can be erased while the receipt still verifies.
     */
    byte[] canonical(NewReport sent, Map<PhotoId, byte[]> photoHashes) {
        var where = sent.where();
        var point = where.point();
        var occurred = sent.occurredAt();
        var content = new TreeMap<String, Object>();
        content.put("answers", sent.answers());
        content.put("category", sent.category());
        content.put("description", sent.description());
        content.put(
                "photos",
                sent.photos().stream()
                        .map(id -> HexFormat.of().formatHex(photoHashes.get(id)))
                        .toList());
        content.put("place", where.text());
        if (point != null) {
            content.put("latitude", point.latitude());
            content.put("longitude", point.longitude());
        }
        if (occurred != null) {
            content.put("occurred", occurred.toString());
        }
        return json.writeValueAsBytes(content);
    }

    /** The names of a new report. */
    record Identity(ReportId id, Reference reference) {}
}
