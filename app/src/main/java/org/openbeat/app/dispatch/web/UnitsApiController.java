package org.openbeat.app.dispatch.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.openbeat.app.dispatch.Dispatch;
import org.openbeat.app.dispatch.NewUnit;
import org.openbeat.app.dispatch.events.UnitId;
import org.openbeat.app.dispatch.position.Positions;
import org.openbeat.app.kernel.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/dispatch")
@Tag(name = "Dispatch units", description = "Units and the devices that tell where they are")
class UnitsApiController {
    private final Dispatch dispatch;
    private final Positions positions;

    UnitsApiController(Dispatch dispatch, Positions positions) {
        this.dispatch = dispatch;
        this.positions = positions;
    }

    record DeviceBody(String name) {}

    @PostMapping("/units")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Adds a unit, off duty")
    Map<String, UnitId> register(@Parameter(hidden = true) Actor actor, @RequestBody NewUnit unit) {
        return Map.of("unit", dispatch.register(actor, unit));
    }

    @GetMapping("/units/{unit}/devices")
    @Operation(summary = "The devices of a unit")
    List<Positions.KnownDevice> devices(@Parameter(hidden = true) Actor actor, @PathVariable UUID unit) {
        return positions.devices(actor, new UnitId(unit));
    }

    @PostMapping("/units/{unit}/devices")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Gives a device its token, which is shown this once")
    Positions.IssuedDevice issue(
            @Parameter(hidden = true) Actor actor, @PathVariable UUID unit, @RequestBody DeviceBody body) {
        return positions.issue(actor, new UnitId(unit), body.name());
    }

    @PostMapping("/devices/{device}/revoke")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Revokes a device's token")
    void revoke(@Parameter(hidden = true) Actor actor, @PathVariable UUID device) {
        positions.revoke(actor, device);
    }
}
