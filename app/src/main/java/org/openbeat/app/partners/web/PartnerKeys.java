package org.openbeat.app.partners.web;

import jakarta.servlet.http.HttpServletRequest;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.partners.PartnerSystem;
import org.openbeat.app.partners.PartnerSystems;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Who calls: the key comes as a bearer token (RFC 6750, 2.1), never in the address, which is logged on the way. */
@Component
class PartnerKeys {
    private static final String BEARER = "Bearer ";

    private final PartnerSystems partners;

    PartnerKeys(PartnerSystems partners) {
        this.partners = partners;
    }

    /** @throws Refusal {@code partner-key-unknown} */
    PartnerSystem caller(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "partner-key-unknown");
        }
        return partners.byKey(header.substring(BEARER.length()).strip());
    }
}
