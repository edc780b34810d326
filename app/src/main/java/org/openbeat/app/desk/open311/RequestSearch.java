package org.openbeat.app.desk.open311;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.desk.PublicReports.Selection;
import org.openbeat.app.desk.events.Reference;

/**
 * The parameters of {@code GET requests}. What is asked for by number overrides all else. Otherwise the answer has at
 * most 1,000 requests of at most 90 days, the newest first; {@code updated_after} and {@code updated_before} look at
 * changes instead, however old the request is.
 */
final class RequestSearch {
    static final int MOST = 1_000;
    private static final Duration LONGEST_RANGE = Duration.ofDays(90);

    private final Parameters parameters;
    private final ZoneId zone;
    private final Instant now;
    private final List<String> faults = new ArrayList<>();

    private RequestSearch(Parameters parameters, ZoneId zone, Instant now) {
        this.parameters = parameters;
        this.zone = zone;
        this.now = now;
    }

    /**
     * @param zone in which times without an offset are meant
     * @throws Open311Fault 400 with everything that is wrong
     */
    static Selection selection(Parameters parameters, ZoneId zone, Instant now) {
        var search = new RequestSearch(parameters, zone, now);
        var ids = parameters.list("service_request_id");
        var selection = ids.isEmpty() ? search.byFilters() : search.byIds(ids);
        if (!search.faults.isEmpty()) {
            throw Open311Fault.malformed(search.faults);
        }
        return selection;
    }

    private Selection byIds(List<String> ids) {
        if (ids.size() > MOST) {
            faults.add("service_request_id may name at most " + MOST + " requests.");
        }
        return Selection.of(ids.stream().map(Reference::new).toList());
    }

    private Selection byFilters() {
        var after = time("updated_after");
        var before = time("updated_before");
        var range = range(after.isPresent() || before.isPresent());
        int size = number("page_size", MOST, MOST);
        int page = number("page", 1, 1_000_000);
        return new Selection(
                List.of(),
                parameters.list("service_code"),
                open(),
                null,
                range.from(),
                range.to(),
                after.orElse(null),
                before.orElse(null),
                size,
                (int) Math.min(Integer.MAX_VALUE, (page - 1L) * size));
    }

    private record Range(@Nullable Instant from, @Nullable Instant to) {}

    private Range range(boolean byChange) {
        var start = time("start_date");
        var end = time("end_date");
        if (start.isEmpty() && end.isEmpty()) {
            return byChange ? new Range(null, null) : new Range(now.minus(LONGEST_RANGE), now);
        }
        var from = start.orElseGet(() -> end.orElse(now).minus(LONGEST_RANGE));
        var to = end.orElseGet(() -> from.plus(LONGEST_RANGE));
        if (to.isBefore(from)) {
            faults.add("end_date lies before start_date.");
        } else if (Duration.between(from, to).compareTo(LONGEST_RANGE) > 0) {
            faults.add("start_date and end_date may not lie more than 90 days apart.");
        }
        return new Range(from, to);
    }

    private Optional<Instant> time(String name) {
        var text = parameters.find(name);
        var time = text.flatMap(given -> W3cTime.parse(given, zone));
        if (text.isPresent() && time.isEmpty()) {
            faults.add(name + " is no time such as 2026-03-29T08:30:00Z or 2026-03-29T08:30:00-04:00.");
        }
        return time;
    }

    private @Nullable Boolean open() {
        var asked = Set.copyOf(parameters.list("status").stream()
                .map(status -> status.toLowerCase(Locale.ROOT))
                .toList());
        if (!Set.of("open", "closed").containsAll(asked)) {
            faults.add("status is open, closed, or both with a comma between.");
        }
        return asked.size() == 1 ? Boolean.valueOf(asked.contains("open")) : null;
    }

    private int number(String name, int fallback, int most) {
        var text = parameters.find(name);
        if (text.isEmpty()) {
            return fallback;
        }
        if (text.get().matches("\\d{1,7}")) {
            int number = Integer.parseInt(text.get());
            if (number >= 1 && number <= most) {
                return number;
            }
        }
        faults.add(name + " is a whole number from 1 to " + most + ".");
        return fallback;
    }
}
