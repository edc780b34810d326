package org.openbeat.engine.legaltime;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Function;
import org.openbeat.engine.legaltime.rule.Term;

/**
 * A derivation in plain words, in English or Chinese. Times are those of the clock's zone, with its name.
 *
 * <p>The words for events, grounds, extensions and offices belong to the procedure and are handed in; without them
 * their identifiers stand there.
 */
public final class Explanation {
    private static final String BUNDLE = "org.openbeat.engine.legaltime.words";

    private final Locale locale;
    private final ResourceBundle words;
    private final Function<Object, String> names;

    private Explanation(Locale locale, Function<Object, String> names) {
        this.locale = locale;
        this.words = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.names = names;
    }

    /** In this language; in English when there are no words in it. */
    public static Explanation in(Locale locale) {
        return new Explanation(locale, String::valueOf);
    }

    /**
     * With words for identifiers.
     *
     * @param namesById what a reader calls an event, a ground, an extension or an office
     */
    public Explanation naming(Function<Object, String> namesById) {
        return new Explanation(locale, namesById);
    }

    /** The sentences as data, for words of one's own. */
    public static List<Sentence> sentences(Derivation derivation) {
        return Sentences.of(derivation);
    }

    /** One sentence a step, in their order. */
    public List<String> of(Derivation derivation) {
        return Sentences.of(derivation).stream()
                .map(sentence -> of(sentence, derivation.zone()))
                .toList();
    }

    /** Why a clock has not started. */
    public String of(NotStarted clock) {
        var sources =
                String.join("; ", clock.sources().stream().map(Object::toString).toList());
        var key = clock.why() == NotStarted.Why.NO_EVENT ? "not-started.no-event" : "not-started.unverified";
        // No time is told, so no zone matters.
        return of(Sentence.of(key, clock.event(), sources), ZoneOffset.UTC);
    }

    /** Whether an act was in time. */
    public String of(Judgement judgement, ZoneId zone) {
        if (!judgement.inTime()) {
            return of(Sentence.of("judged.late", judgement.counted(), judgement.lateness()), zone);
        }
        return judgement.byPosting() == null
                ? of(Sentence.of("judged.in-time", judgement.counted()), zone)
                : of(Sentence.of("judged.posted", judgement.counted(), judgement.byPosting()), zone);
    }

    /** The sentence of one step, its times in a zone. */
    public String of(Step step, ZoneId zone) {
        return of(Sentences.of(step), zone);
    }

    /**
     * An instant as a pattern of the words says, for labels that have no room for a sentence.
     *
     * @param key of the pattern, such as {@code timeline.tick.day}
     */
    public String time(String key, Instant instant, ZoneId zone) {
        return DateTimeFormatter.ofPattern(words.getString(key), locale).format(instant.atZone(zone));
    }

    /** One sentence, its times in a zone. */
    public String of(Sentence sentence, ZoneId zone) {
        var text = words.getString(sentence.key());
        for (int i = 0; i < sentence.values().size(); i++) {
            text = text.replace("{" + i + "}", value(sentence.values().get(i), zone));
        }
        // A value may be missing, such as the note of a reading or the name of a day of rest.
        return text.replace(" ()", "").replace("（）", "").strip();
    }

    private String value(Object value, ZoneId zone) {
        if (value instanceof LocalDate date) {
            return date(date);
        }
        if (value instanceof Instant instant) {
            return instant(instant, zone);
        }
        if (value instanceof Ending end) {
            return ending(end, zone);
        }
        if (value instanceof Duration length) {
            return length(length);
        }
        if (value instanceof Term term) {
            return term(term);
        }
        return names.apply(value);
    }

    private String date(LocalDate date) {
        return DateTimeFormatter.ofPattern(words.getString("format.date"), locale)
                .format(date);
    }

    /** Midnight belongs to the day that it ends. */
    private String ending(Ending end, ZoneId zone) {
        return end.lastDay() != null && !end.included()
                ? words.getString("format.midnight").replace("{0}", date(end.lastDay()))
                : instant(end.instant(), zone);
    }

    private String instant(Instant instant, ZoneId zone) {
        var local = instant.atZone(zone);
        var pattern = local.getSecond() == 0 && local.getNano() == 0 ? "format.minute" : "format.second";
        return DateTimeFormatter.ofPattern(words.getString(pattern), locale).format(local);
    }

    private String term(Term term) {
        return switch (term) {
            case Term.Elapsed hours -> length(hours.length());
            case Term.CalendarDays days -> count("calendar-days", days.days());
            case Term.WorkingDays days -> count("working-days", days.days());
            case Term.Months months -> count("months", months.months());
        };
    }

    private String length(Duration length) {
        var hours = length.toHours() == 0 ? "" : count("hours", length.toHours());
        var minutes = length.toMinutesPart() == 0 ? "" : count("minutes", length.toMinutesPart());
        var both = (hours + words.getString("format.between").replace("_", " ") + minutes).strip();
        return hours.isEmpty() && minutes.isEmpty() ? count("seconds", length.toSeconds()) : both;
    }

    private String count(String unit, long number) {
        var key = "term." + unit + (number == 1 ? ".one" : "");
        return words.getString(key).replace("{0}", Long.toString(number));
    }
}
