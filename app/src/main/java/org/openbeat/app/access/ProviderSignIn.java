package org.openbeat.app.access;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.openbeat.app.access.events.SessionEnded;
import org.openbeat.app.access.oidc.IdentityProvider;
import org.openbeat.app.access.oidc.ProvedIdentity;
import org.openbeat.app.access.oidc.Visit;
import org.openbeat.app.access.steps.PendingStep;
import org.openbeat.app.access.steps.PendingStep.Kind;
import org.openbeat.app.access.steps.PendingSteps;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Signs in whom the organisation's identity provider vouches for, and ends what ended there. */
@Service
public class ProviderSignIn {
    private static final String MEANS = "identity-provider";

    private final IdentityProvider provider;
    private final ProviderAccounts people;
    private final JdbcProviderIdentities identities;
    private final PendingSteps steps;
    private final Sessions sessions;
    private final Entrance entrance;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final JsonMapper json;
    private final Clock clock;

    ProviderSignIn(
            IdentityProvider provider,
            ProviderAccounts people,
            JdbcProviderIdentities identities,
            PendingSteps steps,
            Sessions sessions,
            Entrance entrance,
            ApplicationEventPublisher events,
            TransactionTemplate transactions,
            JsonMapper json,
            Clock clock) {
        this.provider = provider;
        this.people = people;
        this.identities = identities;
        this.steps = steps;
        this.sessions = sessions;
        this.entrance = entrance;
        this.events = events;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
    }

    /**
     * A browser on its way.
     *
     * @param step token of the step, for a cookie
     * @param address where to send it
     */
    public record Departure(String step, URI address) {
        @Override
        public String toString() {
            return "Departure";
        }
    }

    /**
     * A browser that came back and is let in.
     *
     * @param to the page that it wanted
     */
    public record Arrival(SignIn.Outcome.In in, String to) {}

    /** Whether the session was opened by the provider: then only the provider can confirm it. */
    public static boolean opened(Session session) {
        return session.proof().means().equals(MEANS);
    }

    /** @param again whether the person must prove it anew, though signed in at the provider */
    public Departure depart(String to, boolean again) {
        requireOn();
        var visit = provider.newVisit(to);
        var address = provider.address(visit, again);
        var step = steps.begin(Kind.IDENTITY_PROVIDER, new PendingStep(null, json.writeValueAsString(visit)));
        return new Departure(step, address);
    }

    /**
     * Lets in whom the provider vouches for. The provider is asked outside any transaction.
     *
     * @throws Refusal {@code provider-refused}, {@code provider-unreachable}, {@code identity-without-work}
     */
    public Arrival arrive(String step, String state, String code, SignIn.Source source) {
        requireOn();
        var visit = steps.take(Kind.IDENTITY_PROVIDER, step)
                .map(begun -> json.readValue(begun.state(), Visit.class))
                .orElseThrow(() -> new Refusal(Refusal.Kind.INVALID, "provider-refused"));
        var identity = provider.redeem(visit, state, code);
        var now = now();
        var in = transactions.execute(status -> letIn(identity, source, now));
        return new Arrival(java.util.Objects.requireNonNull(in), visit.to());
    }

    private SignIn.Outcome.In letIn(ProvedIdentity identity, SignIn.Source source, Instant now) {
        var member = people.member(identity, now);
        var in = entrance.admit(member, source, new Session.Proof(now, MEANS, identity.secondFactor()));
        identities.remember(new Secret(in.session()), identity);
        return in;
    }

    /**
     * Ends what the provider says has ended.
     *
     * @throws Refusal {@code provider-refused} when it is not the provider who says so
     */
    @Transactional
    public void end(String logoutToken) {
        requireOn();
        var now = now();
        for (var opened : identities.openedFrom(provider.ended(logoutToken))) {
            if (sessions.end(opened.account(), opened.session())) {
                events.publishEvent(new SessionEnded(opened.account(), Actor.SYSTEM, now));
            }
        }
    }

    private void requireOn() {
        if (!provider.isOn()) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "not-found");
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
