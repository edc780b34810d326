package org.openbeat.app.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.openbeat.app.access.ProviderSignIn;
import org.openbeat.app.access.Session;
import org.openbeat.app.access.factors.Factor;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page that asks for the password again. It carries the form that was sent under the form's own names, beside two of
 * its own; once confirmed, the browser is told to send all of it to where it was going (RFC 9110, 15.4.8), with scripts
 * or without.
 */
final class ConfirmPage {
    static final String PATH = "/account/confirm";
    static final String PASSWORD = "confirm.password";
    static final String CODE = "confirm.code";
    static final String TO = "confirm.to";
    /** Present when a form waits to be sent again. */
    static final String FORM = "confirm.form";

    /** What an authenticator signed, in place of the password. */
    static final String CREDENTIAL = "credential";

    private static final String VIEW = "access/confirm";

    /** A field of the form that waits. */
    record Kept(String name, String value) {}

    private ConfirmPage() {}

    /** The address of the page that comes before the one that is asked for. */
    static String before(HttpServletRequest request) {
        return PATH + "?" + TO + "=" + URLEncoder.encode(address(request), StandardCharsets.UTF_8);
    }

    /** The page itself, with the form that was sent elsewhere. */
    static ModelAndView keeping(HttpServletRequest request) {
        return page(address(request), true, kept(request)).addObject("provider", isProviders(request));
    }

    /** The page once more, with the form that it carried. */
    static ModelAndView again(HttpServletRequest request) {
        var to = request.getParameter(TO);
        boolean form = request.getParameter(FORM) != null;
        return page(to == null ? "" : to, form, form ? kept(request) : List.of())
                .addObject("provider", isProviders(request));
    }

    /** Asks for what the account has. */
    static ModelAndView with(Set<Factor> factors, ModelAndView page) {
        return page.addObject("code", factors.contains(Factor.APP))
                .addObject("passkey", factors.contains(Factor.PASSKEY));
    }

    /** Whoever was let in by the identity provider has no password here: only the provider can ask again. */
    private static boolean isProviders(HttpServletRequest request) {
        return Session.of(request).filter(ProviderSignIn::opened).isPresent();
    }

    private static ModelAndView page(String to, boolean form, List<Kept> kept) {
        var page = new ModelAndView(VIEW);
        page.addObject("to", to);
        page.addObject("form", form);
        page.addObject("kept", kept);
        return page;
    }

    private static String address(HttpServletRequest request) {
        var query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    private static List<Kept> kept(HttpServletRequest request) {
        var kept = new ArrayList<Kept>();
        request.getParameterMap().forEach((name, values) -> {
            if (!name.startsWith("confirm.") && !name.equals("_csrf") && !name.equals(CREDENTIAL)) {
                for (var value : values) {
                    kept.add(new Kept(name, value));
                }
            }
        });
        return kept;
    }
}
