package org.openbeat.app.disclosure.web;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.openbeat.app.desk.Categories;
import org.openbeat.app.disclosure.ListedReport;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The words of a beat's record in the reader's language, the same on the page, in the feed and in the file. */
@Component("beatWords")
class BeatWords {
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter CHINESE =
            DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.SIMPLIFIED_CHINESE);
    private static final Duration TWO_DAYS = Duration.ofHours(48);

    private final Categories categories;
    private final MessageSource messages;

    BeatWords(Categories categories, MessageSource messages) {
        this.categories = categories;
        this.messages = messages;
    }

    public String category(String code, Locale locale) {
        return categories.get(code).name().in(locale);
    }

    public String outcome(String code, Locale locale) {
        return text("desk.outcome." + code, locale);
    }

    public String status(ListedReport report, Locale locale) {
        var outcome = report.outcome();
        return outcome == null ? text("desk.status." + report.status().code(), locale) : outcome(outcome, locale);
    }

    public String place(ListedReport report, Locale locale) {
        var block = report.block();
        if (block == null) {
            return text("disclosure.place.withheld", locale);
        }
        var street = report.street();
        return street == null
                ? text(
                        "disclosure.place.block",
                        locale,
                        "%.3f".formatted(block.latitude()),
                        "%.3f".formatted(block.longitude()))
                : text("disclosure.place.street", locale, street);
    }

    public String day(LocalDate day, Locale locale) {
        return ("zh".equals(locale.getLanguage()) ? CHINESE : ENGLISH).format(day);
    }

    public String length(Duration length, Locale locale) {
        if (length.compareTo(TWO_DAYS) < 0) {
            return text("disclosure.length.hours", locale, Math.round(length.toMinutes() / 60.0));
        }
        return text("disclosure.length.days", locale, Math.round(length.toHours() / 24.0));
    }

    String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
