package org.openbeat.app.dispatch.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.function.Supplier;
import org.openbeat.app.dispatch.Answer;
import org.openbeat.app.kernel.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Answers an act in the way in which it was asked: a script hears what was done, or the problem; a plain form is led
 * back to its page, which says it. Nothing is called done that was refused.
 */
@Component
class Acts {
    static final String SAID = "said";
    static final String PROBLEM = "problem";

    private final MessageSource messages;

    Acts(MessageSource messages) {
        this.messages = messages;
    }

    Object answer(HttpServletRequest request, RedirectAttributes page, Locale locale, String back, Supplier<Said> act) {
        if (isScript(request)) {
            return ResponseEntity.ok(act.get());
        }
        try {
            page.addFlashAttribute(SAID, act.get().said());
        } catch (Refusal refusal) {
            page.addFlashAttribute(PROBLEM, text(refusal, locale));
        }
        return "redirect:" + back;
    }

    private static boolean isScript(HttpServletRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("application/json");
    }

    /** The refusal as the page of problems would say it. */
    String text(Refusal refusal, Locale locale) {
        var key = "problem." + refusal.type();
        return messages.getMessage(key + ".title", null, refusal.type(), locale) + " "
                + messages.getMessage(key + ".detail", refusal.arguments(), "", locale);
    }

    /** What there is to know beside that it was done. */
    String notices(Answer answer, Locale locale) {
        var out = new StringBuilder();
        if (answer.repeated()) {
            out.append(messages.getMessage("dispatch.said.repeated", null, locale));
        }
        for (var notice : answer.notices()) {
            var text = messages.getMessage("dispatch.notice." + notice.code(), null, "", locale);
            out.append(out.isEmpty() ? "" : " ").append(Filled.in(String.valueOf(text), notice.values()));
        }
        return out.toString();
    }
}
