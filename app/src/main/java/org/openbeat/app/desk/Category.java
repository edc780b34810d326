package org.openbeat.app.desk;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Role;

/**
 * A kind of report, as data of the organisation.
 *
 * @param code stable, lower-case, stands in addresses and in Open311 as {@code service_code}
 * @param topic the group it is listed under
 * @param icon name of its picture
 * @param keywords words by which people look for it
 * @param urgency what it leads to when it needs a response now; null when it can wait
 * @param standard by when an answer is due, counted from receipt in hours of the clock
 * @param basis why the standard is what it is
 * @param emergency whether to say first that an emergency needs a telephone call
 * @param readers roles that may read its reports; empty means all that work the desk
 * @param agency who is responsible wherever it happens; null means the agency of the beat
 * @param aboutOfficer whether it is a complaint about an officer, which the oversight body reads and nobody else
 * @param inForce whether new reports may have it; old ones keep it
 */
public record Category(
        String code,
        String topic,
        String icon,
        Text name,
        Text description,
        Text keywords,
        @Nullable Urgency urgency,
        Duration standard,
        Text basis,
        Openness openness,
        boolean emergency,
        Set<Role> readers,
        @Nullable AgencyId agency,
        boolean aboutOfficer,
        List<Question> questions,
        boolean inForce) {

    /** The same words in both languages. */
    public record Text(String en, String zh) {
        public String in(Locale locale) {
            return "zh".equals(locale.getLanguage()) ? zh : en;
        }
    }

    /**
     * What an urgent report leads to.
     *
     * @param incidentType code of the type of incident
     * @param priority 1 (life in danger) to 4 (when possible)
     */
    public record Urgency(String incidentType, int priority) {}

    /**
     * A question of the category; an attribute of its Open311 service definition.
     *
     * @param type one of the datatypes of GeoReport v2
     */
    public record Question(String code, Type type, boolean required, Text text, List<Option> options) {
        public Question {
            options = List.copyOf(options);
        }

        public boolean hasOption(String key) {
            return options.stream().anyMatch(option -> option.key().equals(key));
        }
    }

    /** One of the answers to choose from. */
    public record Option(String key, Text text) {}

    /** The datatypes of GeoReport v2, in lower case there. */
    public enum Type {
        STRING,
        NUMBER,
        DATETIME,
        TEXT,
        SINGLEVALUELIST,
        MULTIVALUELIST
    }

    public Category {
        readers = Set.copyOf(readers);
        questions = List.copyOf(questions);
    }

    public boolean isUrgent() {
        return urgency != null;
    }

    public Optional<Question> question(String questionCode) {
        return questions.stream()
                .filter(question -> question.code().equals(questionCode))
                .findFirst();
    }

    /** Whether a member of staff may read reports of this category, as far as the role decides. */
    public boolean isReadableBy(Actor actor) {
        if (aboutOfficer || actor.has(Role.OVERSIGHT)) {
            return aboutOfficer && actor.has(Role.OVERSIGHT);
        }
        return readers.isEmpty() || readers.stream().anyMatch(actor::has);
    }
}
