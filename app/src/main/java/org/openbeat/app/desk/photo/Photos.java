package org.openbeat.app.desk.photo;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.openbeat.app.desk.PhotoId;
import org.openbeat.app.desk.events.ReportId;
import org.openbeat.app.kernel.Identifiers;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Refusal.Kind;
import org.springframework.stereotype.Service;

/** Keeps the pictures of drafts and reports. Whoever asks for one must have been let through to its report before. */
@Service
public class Photos {
    private final Darkroom darkroom;
    private final JdbcPhotos store;
    private final Identifiers identifiers;
    private final Clock clock;

    Photos(Darkroom darkroom, JdbcPhotos store, Identifiers identifiers, Clock clock) {
        this.darkroom = darkroom;
        this.store = store;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** The two sizes of a picture. */
    public enum Size {
        FULL,
        SMALL
    }

    /** A picture's id and how large it is, in pixels. */
    public record Stored(PhotoId id, int width, int height) {}

    /**
     * Takes a picture into a draft.
     *
     * @param draft hash of the draft's token
     * @param most how many the draft may hold
     * @throws Refusal {@code photo-too-large}, {@code photo-too-many-pixels}, {@code photo-type}, {@code photo-heic},
     *     {@code photo-unreadable}, {@code too-many-photos}
     */
    public PhotoId add(byte[] draft, byte[] bytes, int most) {
        var picture = darkroom.develop(bytes);
        var before = store.find(draft, picture);
        if (before.isPresent()) {
            return before.get();
        }
        var id = new PhotoId(identifiers.next());
        if (!store.add(id, draft, picture, most, clock.instant())) {
            throw new Refusal(Kind.INVALID, "too-many-photos", most);
        }
        return id;
    }

    public void remove(byte[] draft, PhotoId photo) {
        store.remove(draft, photo);
    }

    public List<Stored> ofDraft(byte[] draft) {
        return store.ofDraft(draft);
    }

    public List<Stored> ofReport(ReportId report) {
        return store.ofReport(report);
    }

    /** The JPEG of a picture of this draft. */
    public Optional<byte[]> findOfDraft(byte[] draft, PhotoId photo, Size size) {
        return store.findOfDraft(draft, photo, size);
    }

    /** The JPEG of a picture of this report. */
    public Optional<byte[]> findOfReport(ReportId report, PhotoId photo, Size size) {
        return store.findOfReport(report, photo, size);
    }
}
