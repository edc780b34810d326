package org.openbeat.engine.procedure;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openbeat.engine.procedure.pack.AuthorityId;
import org.openbeat.engine.procedure.pack.Pack;
import org.openbeat.engine.procedure.pack.Separation;

/** One person is not two authorities that the law keeps apart, in one case. */
final class Seats {
    private final Pack pack;

    Seats(Pack pack) {
        this.pack = pack;
    }

    @Nullable
    Refusal apart(CaseFold fold, Command.TakeStep command) {
        var approval = command.approval();
        for (var separation : pack.separations()) {
            var refused = sits(separation, fold, command.by(), command.as());
            if (!refused && approval != null) {
                refused = sits(separation, fold, approval.by(), approval.as());
            }
            if (refused) {
                return Words.TWO_SEATS.refuse(Refusal.Kind.SEPARATION, name(separation), separation.basis());
            }
        }
        return null;
    }

    static String name(Separation separation) {
        return separation.between().stream().map(AuthorityId::value).collect(Collectors.joining("/"));
    }

    /** Whether the person sat in another of the seats that are kept apart from this one. */
    private static boolean sits(Separation separation, CaseFold fold, PersonId person, AuthorityId as) {
        if (!separation.between().contains(as)) {
            return false;
        }
        for (var seat : fold.seats) {
            if (seat.person().equals(person)
                    && !seat.as().equals(as)
                    && separation.between().contains(seat.as())) {
                return true;
            }
        }
        return false;
    }

    /** Whether the person has investigated in this case, or is about to with this very step. */
    boolean investigates(CaseFold fold, PersonId person) {
        for (var seat : fold.seats) {
            if (seat.person().equals(person) && isInvestigating(seat.as())) {
                return true;
            }
        }
        return false;
    }

    private boolean isInvestigating(AuthorityId as) {
        var authority = pack.authorities().get(as);
        return authority != null && authority.investigates();
    }
}
