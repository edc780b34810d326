package org.openbeat.app.access.purpose;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why a look-up is allowed.
 *
 * @param purpose id of the purpose that covers it; null unless {@code basis} is a purpose or break glass
 * @param kind the kind of that purpose
 */
public record Grounds(
        Basis basis, @Nullable UUID purpose, @Nullable PurposeKind kind) {
    public static final Grounds ASSIGNED = new Grounds(Basis.ASSIGNED, null, null);
    public static final Grounds OVERSIGHT = new Grounds(Basis.OVERSIGHT, null, null);
    public static final Grounds OUTLINE = new Grounds(Basis.OUTLINE, null, null);

    static Grounds of(Purpose purpose) {
        var basis = purpose.kind() == PurposeKind.BREAK_GLASS ? Basis.BREAK_GLASS : Basis.PURPOSE;
        return new Grounds(basis, purpose.id(), purpose.kind());
    }
}
