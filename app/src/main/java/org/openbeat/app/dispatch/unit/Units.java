package org.openbeat.app.dispatch.unit;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.dispatch.events.UnitId;
import org.openbeat.app.kernel.AgencyId;

/** The store of units and of who is in them. */
public interface Units {

    /** Stores it, unless a unit in service has the call sign: then false. */
    boolean add(UnitId id, String callSign, String type, AgencyId agency, Set<String> skills, Instant at);

    Optional<Unit> find(UnitId id);

    Optional<Unit> findByCallSign(String callSign);

    List<Unit> list();

    /** Locks the units in the order of their ids; every command locks units before incidents. */
    Map<UnitId, Unit> lock(Collection<UnitId> ids);

    void equip(UnitId id, Set<String> skills);

    void retire(UnitId id, Instant at);

    void become(UnitId id, UnitStatus status, Instant since, Instant at);

    void onDuty(UnitId id, UnitStatus status, @Nullable Instant shiftEndsAt, Instant at);

    void offDuty(UnitId id, Instant at);

    void join(UnitId id, String account, String name, Instant at);

    void leave(UnitId id, String account, Instant at);

    /** The unit in which the person is now. */
    Optional<UnitId> unitOf(String account);

    /** How many are in the unit now. */
    int crewSize(UnitId id);

    Optional<UnitStatus> dutyDefault(AgencyId agency);

    void setDutyDefault(AgencyId agency, UnitStatus status);

    boolean hasType(String type);
}
