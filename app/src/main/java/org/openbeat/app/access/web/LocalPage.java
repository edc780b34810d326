package org.openbeat.app.access.web;

import java.util.regex.Pattern;

/** A page of this server to go on to; an address of elsewhere is none, however it is dressed up. */
final class LocalPage {
    private static final Pattern FORM = Pattern.compile("/(?![/\\\\])[A-Za-z0-9/_.~?&=%:+,@-]*");

    private LocalPage() {}

    static String orStaff(String asked) {
        return FORM.matcher(asked).matches() && !asked.startsWith("/sign-") ? asked : "/staff";
    }
}
