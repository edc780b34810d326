package org.openbeat.app.desk.draft;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.desk.Whereabouts;

/**
 * What was typed so far, as it was typed; nothing in it has been checked. Each page of the wizard changes its own part
 * and leaves the rest.
 */
public record Draft(@Nullable String category, Place place, Details details, Person person, boolean sent) {
    public static final Draft EMPTY = new Draft(null, Place.NONE, Details.NONE, Person.NONE, false);

    /**
     * Where it is.
     *
     * @param typed what was typed into the field
     * @param beat the side that was chosen near a boundary
     * @param settled whether the page of the place was left with an answer
     */
    public record Place(
            String typed,
            @Nullable Double latitude,
            @Nullable Double longitude,
            Whereabouts.Source source,
            boolean approximate,
            @Nullable String beat,
            boolean settled) {
        public static final Place NONE = new Place("", null, null, Whereabouts.Source.DESCRIPTION, true, null, false);
    }

    /**
     * What happened.
     *
     * @param day the day it happened as typed: {@code 2026-11-25}; may be empty
     * @param time the time of day as typed: {@code 21:30}; may be empty
     */
    public record Details(
            String description,
            String day,
            String time,
            Map<String, List<String>> answers,
            boolean neighboursMayRead,
            boolean settled) {
        public static final Details NONE = new Details("", "", "", Map.of(), true, false);

        public Details {
            answers = new TreeMap<>(answers);
        }
    }

    /** Who tells it; all of it may be empty. */
    public record Person(String name, String email, String phone, boolean nameHidden) {
        public static final Person NONE = new Person("", "", "", false);
    }

    /** Another category has other questions, so the answers go; the words stay. */
    public Draft about(String newCategory) {
        var same = newCategory.equals(category);
        var kept = same
                ? details
                : new Details(
                        details.description(),
                        details.day(),
                        details.time(),
                        Map.of(),
                        details.neighboursMayRead(),
                        false);
        return new Draft(newCategory, place, kept, person, sent);
    }

    public Draft at(Place newPlace) {
        return new Draft(category, newPlace, details, person, sent);
    }

    public Draft saying(Details newDetails, Person newPerson) {
        return new Draft(category, place, newDetails, newPerson, sent);
    }
}
