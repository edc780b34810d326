package org.openbeat.app.dispatch.eido;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.openbeat.app.access.policy.Act;
import org.openbeat.app.access.policy.Policy;
import org.openbeat.app.access.policy.Viewer;
import org.openbeat.app.database.SystemScope;
import org.openbeat.app.dispatch.CommandKey;
import org.openbeat.app.dispatch.Dispatch;
import org.openbeat.app.dispatch.Referrals;
import org.openbeat.app.dispatch.TakenCall;
import org.openbeat.app.dispatch.board.IncidentFile;
import org.openbeat.app.dispatch.events.IncidentExported;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.dispatch.incident.Incidents;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.OpenbeatSettings;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Sha256;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Gives incidents to other control rooms and takes theirs, as EIDO (NENA-STA-021). */
@Service
public class IncidentExchange {
    private static final String FORM = "EIDO";

    /** How far a partner's clock may be ahead of ours. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private final Dispatch dispatch;
    private final Referrals referrals;
    private final Incidents incidents;
    private final ReceivedEidos received;
    private final ApplicationEventPublisher events;
    private final JsonMapper json;
    private final Clock clock;
    private final String host;

    IncidentExchange(
            Dispatch dispatch,
            Referrals referrals,
            Incidents incidents,
            ReceivedEidos received,
            ApplicationEventPublisher events,
            JsonMapper json,
            Clock clock,
            OpenbeatSettings settings) {
        this.dispatch = dispatch;
        this.referrals = referrals;
        this.incidents = incidents;
        this.received = received;
        this.events = events;
        this.json = json;
        this.clock = clock;
        this.host = Objects.requireNonNullElse(URI.create(settings.baseUrl()).getHost(), "localhost");
    }

    /**
     * What became of a partner's EIDO.
     *
     * @param id under which the incident can be fetched here
     * @param opened whether it is a new incident
     * @param repeated whether the same document had come before
     * @param leftOut names of fields about people that are never kept here
     */
    public record Receipt(IncidentId id, String number, boolean opened, boolean repeated, List<String> leftOut) {
        public Receipt {
            leftOut = List.copyOf(leftOut);
        }
    }

    /** The whole incident, for someone of staff who may read it; that it was taken out is on record. */
    @Transactional
    public byte[] export(Actor actor, IncidentId id) {
        var file = dispatch.file(actor, id);
        var partners = received.of(file.row().id());
        return written(actor, file, true, partners);
    }

    /**
     * The incident as a partner may know it.
     *
     * @param particulars whether callers and the words of people belong to what is shared with this partner
     * @throws Refusal when it is not shared with the partner
     */
    @Transactional
    @SystemScope("a partner is let in by its key; Dispatch asks the policy whether the incident is shared with it")
    public byte[] share(Actor partner, IncidentId id, boolean particulars) {
        var file = dispatch.file(partner, id);
        var own = received.of(file.row().id()).stream()
                .filter(each -> each.partner().equals(partner.id()))
                .toList();
        return written(partner, file, particulars, own);
    }

    /** Whether a partner may know of the incident: what the policy says now. */
    @SystemScope("only the answer of the policy leaves")
    public boolean isSharedWith(Actor partner, IncidentId id) {
        return incidents
                .find(id)
                .filter(found -> Policy.allows(Viewer.of(partner), Act.READ, found.item(Set.of())))
                .isPresent();
    }

    private byte[] written(Actor actor, IncidentFile file, boolean particulars, List<ReceivedEido> known) {
        var ours = new EidoWriter(host, particulars).write(file);
        var merged =
                EidoMerge.merge(ours, known.stream().map(ReceivedEido::eido).toList());
        var bytes = json.writeValueAsBytes(merged.json());
        var row = file.row();
        events.publishEvent(new IncidentExported(
                row.id(), row.number(), FORM, particulars, Sha256.hex(bytes), actor, clock.instant()));
        return bytes;
    }

    /**
     * Takes a partner's EIDO: the first of an incident opens one here, a newer one adds to it, and the same again changes
     * nothing.
     *
     * @param answers the agency that answers what this partner sends
     * @throws Refusal {@code eido-invalid}, {@code eido-ahead}, {@code eido-outdated}, or what the rules of calls refuse
     */
    @SystemScope("a partner is let in by its key, and adds to incidents of which it told")
    public Receipt receive(Actor partner, AgencyId answers, byte[] body) {
        var document = parse(body);
        var eido = Eido.of(document);
        requireTimely(eido);
        var leftOut = Unwanted.leaveOut(document);
        var fingerprint = Sha256.hex(json.writeValueAsBytes(document));
        var sequel = new Kept(partner.id(), eido);
        var taken = referrals.take(
                partner, new EidoReader(eido).call(answers), new CommandKey("eido:" + fingerprint), sequel);
        return new Receipt(taken.incident(), taken.number(), !taken.joined(), taken.repeated(), leftOut);
    }

    /** A state dated far ahead would make every true one that follows look outdated. */
    private void requireTimely(Eido eido) {
        var now = clock.instant();
        if (eido.updatedAt().isAfter(now.plus(CLOCK_SKEW))) {
            throw new Refusal(Refusal.Kind.INVALID, "eido-ahead", eido.updatedAt(), now);
        }
    }

    private JsonNode parse(byte[] body) {
        try {
            var text = new String(body, StandardCharsets.UTF_8);
            if (text.indexOf('\0') >= 0 || text.contains("\\u0000")) {
                throw new Refusal(Refusal.Kind.INVALID, "text-unreadable");
            }
            return json.readTree(text);
        } catch (JacksonException e) {
            throw Eido.invalid("JSON");
        }
    }

    /** Keeps the document with the incident, in the same transaction. */
    private final class Kept implements Referrals.Sequel {
        private final String partner;
        private final Eido eido;

        Kept(String partner, Eido eido) {
            this.partner = partner;
            this.eido = eido;
        }

        @Override
        public Optional<IncidentId> earlier() {
            received.lock(partner, eido.id());
            var before = received.find(partner, eido.id());
            before.filter(known -> known.eido().updatedAt().isAfter(eido.updatedAt()))
                    .ifPresent(newer -> {
                        throw new Refusal(
                                Refusal.Kind.CONFLICT,
                                "eido-outdated",
                                newer.eido().updatedAt());
                    });
            return before.map(ReceivedEido::incident);
        }

        @Override
        public void taken(TakenCall call, Instant at) {
            received.put(new ReceivedEido(call.incident(), partner, eido), at);
        }
    }
}
