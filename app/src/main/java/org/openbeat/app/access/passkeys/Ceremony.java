package org.openbeat.app.access.passkeys;

/**
 * A ceremony that has begun.
 *
 * @param step token of the step, for a cookie
 * @param options what the browser's script hands to the authenticator, as JSON
 */
public record Ceremony(String step, String options) {

    @Override
    public String toString() {
        return "Ceremony";
    }
}
