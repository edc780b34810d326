package org.openbeat.app.dispatch.web;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import org.openbeat.app.dispatch.Dispatch;
import org.openbeat.app.kernel.Identifiers;
import org.openbeat.app.kernel.OpenbeatSettings;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What every page of dispatch has: names in the reader's language, times in a zone, keys for its forms. */
@Component
class RoomPage {
    private final Dispatch dispatch;
    private final ScriptWords words;
    private final MessageSource messages;
    private final Identifiers identifiers;
    private final OpenbeatSettings settings;
    private final Clock clock;

    RoomPage(
            Dispatch dispatch,
            ScriptWords words,
            MessageSource messages,
            Identifiers identifiers,
            OpenbeatSettings settings,
            Clock clock) {
        this.dispatch = dispatch;
        this.words = words;
        this.messages = messages;
        this.identifiers = identifiers;
        this.settings = settings;
        this.clock = clock;
    }

    Names names(Locale locale) {
        return new Names(dispatch.catalogue(), messages, locale);
    }

    /** Times in the zone of the place. */
    Times times() {
        return new Times(settings.zone(), clock.instant());
    }

    Times times(String zone) {
        return new Times(ZoneId.of(zone), clock.instant());
    }

    void put(Model model, Names names, Times times, Locale locale) {
        model.addAttribute("names", names);
        model.addAttribute("times", times);
        model.addAttribute("keys", identifiers);
        model.addAttribute("words", words.in(locale, names));
    }
}
