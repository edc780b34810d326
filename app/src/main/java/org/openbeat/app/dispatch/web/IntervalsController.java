package org.openbeat.app.dispatch.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.dispatch.Intervals;
import org.openbeat.app.dispatch.intervals.Grouping;
import org.openbeat.app.dispatch.intervals.Interval;
import org.openbeat.app.dispatch.intervals.IntervalQuestion;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.OpenbeatSettings;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.engine.response.survival.Quantile;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;

/** How long responses take: as a table, a drawing and a file. */
@Controller
@RequestMapping("/board/intervals")
class IntervalsController {
    private static final int DAYS = 28;

    private final Intervals intervals;
    private final RoomPage page;
    private final Acts acts;
    private final OpenbeatSettings settings;

    IntervalsController(Intervals intervals, RoomPage page, Acts acts, OpenbeatSettings settings) {
        this.intervals = intervals;
        this.page = page;
        this.acts = acts;
        this.settings = settings;
    }

    /**
     * What is asked; days in the zone of the place.
     *
     * @param to the last day that counts
     */
    record Asked(String interval, String grouping, String from, String to) {
        Asked(@Nullable String interval, @Nullable String grouping, @Nullable String from, @Nullable String to) {
            this.interval = interval == null || interval.isBlank() ? Interval.CALL_TO_ARRIVAL.name() : interval;
            this.grouping = grouping == null || grouping.isBlank() ? Grouping.PRIORITY.name() : grouping;
            this.from = from == null ? "" : from;
            this.to = to == null ? "" : to;
        }
    }

    @GetMapping
    String report(Actor actor, @ModelAttribute("asked") Asked asked, Locale locale, Model model) {
        var full = withDays(asked);
        var names = page.names(locale);
        model.addAttribute("names", names);
        model.addAttribute("asked", full);
        model.addAttribute("intervals", Interval.values());
        model.addAttribute("groupings", Grouping.values());
        try {
            var report = intervals.report(actor, question(full));
            model.addAttribute("report", report);
            model.addAttribute("curves", Curves.of(report));
            model.addAttribute("cells", new Cells(names));
        } catch (Refusal refusal) {
            model.addAttribute(Acts.PROBLEM, acts.text(refusal, locale));
        }
        return "dispatch/intervals";
    }

    @GetMapping("/report.csv")
    ResponseEntity<byte[]> csv(Actor actor, @ModelAttribute("asked") Asked asked) {
        var csv = intervals.export(actor, question(withDays(asked)));
        var name = ContentDisposition.attachment().filename("intervals.csv").build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8;header=present"))
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(csv.getBytes(UTF_8));
    }

    private Asked withDays(Asked asked) {
        var today = page.times().now().atZone(settings.zone()).toLocalDate();
        return new Asked(
                asked.interval(),
                asked.grouping(),
                asked.from().isBlank() ? today.minusDays(DAYS - 1).toString() : asked.from(),
                asked.to().isBlank() ? today.toString() : asked.to());
    }

    private IntervalQuestion question(Asked asked) {
        return new IntervalQuestion(
                known(Interval.values(), asked.interval()),
                known(Grouping.values(), asked.grouping()),
                start(asked.from(), 0),
                start(asked.to(), 1));
    }

    private static <E extends Enum<E>> E known(E[] values, String name) {
        return Arrays.stream(values)
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refusal(Refusal.Kind.INVALID, "interval-unknown", name));
    }

    private Instant start(String day, int daysLater) {
        try {
            return LocalDate.parse(day)
                    .plusDays(daysLater)
                    .atStartOfDay(settings.zone())
                    .toInstant();
        } catch (DateTimeException e) {
            throw new Refusal(Refusal.Kind.INVALID, "day-unreadable", day);
        }
    }

    /** The words of the cells. */
    static final class Cells {
        private final Names names;

        Cells(Names names) {
            this.names = names;
        }

        public String group(Grouping grouping, String code) {
            return switch (grouping) {
                case NONE -> names.text("room.intervals.all");
                case BEAT -> code.isEmpty() ? names.text("room.intervals.no-beat") : code;
                case PRIORITY -> code + " " + names.priority(code);
                case HOUR -> code + ":00–" + code + ":59";
            };
        }

        public String time(@Nullable Duration time) {
            return time == null ? names.text("room.intervals.unknown") : Curves.text(time);
        }

        public String range(Quantile quantile) {
            if (quantile.low() == null && quantile.high() == null) {
                return "";
            }
            return time(quantile.low()) + " – " + time(quantile.high());
        }
    }
}
