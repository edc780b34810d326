package org.openbeat.app.access.oidc;

/**
 * What a browser that was sent to the provider must bring back, and what we keep to check it.
 *
 * @param state comes back as it was sent
 * @param nonce its hash stands in the identity token
 * @param verifier proves that who redeems the code is who asked for it (RFC 7636)
 * @param to the page that comes after
 */
public record Visit(String state, String nonce, String verifier, String to) {

    @Override
    public String toString() {
        return "Visit"; // The verifier belongs in no log.
    }
}
