package org.openbeat.app.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.openbeat.app.access.events.AccountId;
import org.openbeat.app.access.factors.AppEnrolment;
import org.openbeat.app.access.factors.Factor;
import org.openbeat.app.access.factors.SecondFactors;
import org.openbeat.app.access.passkeys.Passkeys;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do with their own second factors, and what that means for where they are signed in. */
@Service
public class OwnFactors {
    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final Accounts accounts;
    private final Sessions sessions;
    private final SignInSettings settings;

    OwnFactors(
            SecondFactors factors, Passkeys passkeys, Accounts accounts, Sessions sessions, SignInSettings settings) {
        this.factors = factors;
        this.passkeys = passkeys;
        this.accounts = accounts;
        this.sessions = sessions;
        this.settings = settings;
    }

    /**
     * What somebody has.
     *
     * @param factors beside the password
     * @param demanded whether one of the roles demands a second factor
     * @param recoveryCodes how many are left
     */
    public record Overview(Set<Factor> factors, boolean demanded, int recoveryCodes) {

        public boolean hasApp() {
            return factors.contains(Factor.APP);
        }
    }

    public Overview of(Actor actor) {
        var account = AccountId.of(actor.id());
        return new Overview(
                factors.of(account), settings.demandsSecondFactor(actor.roles()), factors.recoveryCodesLeft(account));
    }

    /** Begins with a new authenticator app. */
    public void offerApp(Actor actor) {
        factors.offerApp(AccountId.of(actor.id()));
    }

    public Optional<AppEnrolment> offeredApp(Actor actor) {
        var id = AccountId.of(actor.id());
        return accounts.find(id).flatMap(account -> factors.offered(id, account.userName()));
    }

    /**
     * Puts the app in force. Other sessions end: whoever they are, they did not show it.
     *
     * @return recovery codes, to be shown once
     * @throws Refusal {@code code-wrong}
     */
    @Transactional
    public List<String> acceptApp(Actor actor, Session session, String code) {
        var codes = factors.acceptApp(actor, code);
        sessions.provedTwice(session.id());
        sessions.endOthers(AccountId.of(actor.id()), session.id());
        return codes;
    }

    /** @throws Refusal {@code second-factor-demanded} when a role demands one and this is the last */
    @Transactional
    public void removeApp(Actor actor) {
        requireAnother(actor, Factor.APP);
        factors.removeApp(AccountId.of(actor.id()), actor);
    }

    /**
     * Adds a passkey. Other sessions end, as with an app.
     *
     * @throws Refusal {@code passkey-refused}
     */
    @Transactional
    public void addPasskey(Actor actor, Session session, String step, String credential, String name) {
        passkeys.enrol(actor, step, credential, name);
        sessions.provedTwice(session.id());
        sessions.endOthers(AccountId.of(actor.id()), session.id());
    }

    /** @throws Refusal {@code second-factor-demanded} when a role demands one and this is the last */
    @Transactional
    public void removePasskey(Actor actor, UUID passkey) {
        var account = AccountId.of(actor.id());
        var own = passkeys.of(account);
        if (own.size() == 1 && own.getFirst().id().equals(passkey)) {
            requireAnother(actor, Factor.PASSKEY);
        }
        passkeys.remove(account, passkey, actor);
    }

    private void requireAnother(Actor actor, Factor removed) {
        var overview = of(actor);
        if (overview.demanded() && overview.factors().equals(Set.of(removed))) {
            throw new Refusal(Refusal.Kind.CONFLICT, "second-factor-demanded");
        }
    }

    public List<String> newRecoveryCodes(Actor actor) {
        return factors.newRecoveryCodes(actor);
    }
}
