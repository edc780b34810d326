package org.openbeat.app.dispatch.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BiFunction;
import org.openbeat.app.dispatch.Command;
import org.openbeat.app.dispatch.CommandKey;
import org.openbeat.app.dispatch.Dispatch;
import org.openbeat.app.dispatch.board.IncidentRow;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Refusal;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the forms of an incident share: who asks, for what, and how they hear of what came of it. */
abstract class IncidentForms {
    final Dispatch dispatch;
    final Acts acts;
    private final RoomPage page;

    IncidentForms(Dispatch dispatch, RoomPage page, Acts acts) {
        this.dispatch = dispatch;
        this.page = page;
        this.acts = acts;
    }

    /** Who asks, for what, and how they want to hear of it. */
    record Asked(
            IncidentId incident,
            String key,
            Actor actor,
            Locale locale,
            HttpServletRequest request,
            RedirectAttributes redirect) {}

    @ModelAttribute("asked")
    Asked asked(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String key,
            Actor actor,
            Locale locale,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        return new Asked(new IncidentId(id), key, actor, locale, request, redirect);
    }

    Object answer(Asked asked, BiFunction<IncidentRow, Names, Said> act) {
        return acts.answer(
                asked.request(),
                asked.redirect(),
                asked.locale(),
                "/incidents/" + asked.incident(),
                () -> act.apply(row(asked), page.names(asked.locale())));
    }

    Said said(Asked asked, Command command, String text) {
        var answer = dispatch.perform(asked.actor(), command, new CommandKey(asked.key()));
        return Said.of(text).and(acts.notices(answer, asked.locale()));
    }

    IncidentRow row(Asked asked) {
        return dispatch.file(asked.actor(), asked.incident()).row();
    }

    String label(Asked asked) {
        return "#" + row(asked).dayNumber();
    }

    String callSign(Asked asked, UUID unit, Names names) {
        return dispatch.board(asked.actor()).units().stream()
                .filter(each -> each.id().value().equals(unit))
                .findFirst()
                .map(each -> names.callSign(each.callSign()))
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "unit-not-found"));
    }
}
