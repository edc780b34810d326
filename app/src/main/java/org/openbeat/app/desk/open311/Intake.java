package org.openbeat.app.desk.open311;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openbeat.app.desk.Category;
import org.openbeat.app.desk.Desk;
import org.openbeat.app.desk.NewReport;
import org.openbeat.app.desk.PhotoId;
import org.openbeat.app.desk.SubmissionKey;
import org.openbeat.app.desk.events.Reference;
import org.openbeat.app.desk.photo.Photos;
import org.openbeat.app.kernel.Identifiers;
import org.openbeat.app.kernel.OpenbeatSettings;
import org.openbeat.app.kernel.Sha256;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes what partners send, and tells them the number, or for what is urgent a token to ask for it. */
@Component
class Intake {
    private static final int KEY_LENGTH = 40;

    private final Desk desk;
    private final JdbcPartners store;
    private final Photos photos;
    private final Identifiers identifiers;
    private final MessageSource messages;
    private final OpenbeatSettings settings;
    private final Clock clock;

    Intake(
            Desk desk,
            JdbcPartners store,
            Photos photos,
            Identifiers identifiers,
            MessageSource messages,
            OpenbeatSettings settings,
            Clock clock) {
        this.desk = desk;
        this.store = store;
        this.photos = photos;
        this.identifiers = identifiers;
        this.messages = messages;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param pictures files that came with the form; each is drawn anew like a resident's own
     * @param idempotencyKey the header of that name: the same one from the same partner stores one report
     */
    @Transactional
    public Answer take(
            Partner partner,
            Category category,
            Parameters parameters,
            List<byte[]> pictures,
            Optional<String> idempotencyKey,
            Locale locale) {
        NewRequest.report(parameters, category, List.of(), locale); // Refuses before a picture is looked at.
        var report = NewRequest.report(parameters, category, develop(pictures), locale);
        var key = idempotencyKey
                .map(given -> "open311:" + partner.name() + ":" + given)
                .orElseGet(() -> identifiers.secret(KEY_LENGTH));
        var accepted = desk.submit(partner.actor(), report, new SubmissionKey(key));
        var request = Answer.Fields.of();
        if (ServiceCatalogue.isAnsweredWithToken(category)) {
            // The link's secret is the same however often a submission is sent; nobody learns it from its hash.
            var token = Sha256.hex("open311-token:" + accepted.link().value()).substring(0, KEY_LENGTH);
            store.addToken(Sha256.of(token), accepted.reference(), clock.instant());
            request.with("token", token);
        } else {
            request.with("service_request_id", accepted.reference().value());
        }
        request.with("service_notice", notice(category, locale)).with("account_id", (Object) null);
        return new Answer.Items("request", List.of(request));
    }

    private List<PhotoId> develop(List<byte[]> pictures) {
        var draft = Sha256.of(identifiers.secret(KEY_LENGTH));
        return pictures.stream()
                .map(bytes -> photos.add(draft, bytes, NewReport.MOST_PHOTOS))
                .toList();
    }

    private String notice(Category category, Locale locale) {
        var basis = category.basis().in(locale);
        return category.emergency()
                ? basis + " "
                        + messages.getMessage(
                                "desk.open311.emergency", new Object[] {settings.emergencyNumber()}, locale)
                : basis;
    }

    Optional<Reference> findByToken(String token) {
        return store.findByToken(Sha256.of(token));
    }
}
