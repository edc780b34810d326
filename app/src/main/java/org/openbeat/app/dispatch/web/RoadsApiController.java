package org.openbeat.app.dispatch.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.openbeat.app.dispatch.NewRoadCondition;
import org.openbeat.app.dispatch.Roads;
import org.openbeat.app.dispatch.events.RoadConditionId;
import org.openbeat.app.dispatch.roads.RoadCondition;
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
@RequestMapping("/api/dispatch/roads")
@Tag(name = "Dispatch roads", description = "Closed and slow roads; travel times count them within a second")
class RoadsApiController {
    private final Roads roads;

    RoadsApiController(Roads roads) {
        this.roads = roads;
    }

    @GetMapping
    @Operation(summary = "What is closed or slow now, newest first")
    List<RoadCondition> inForce(@Parameter(hidden = true) Actor actor) {
        return roads.inForce(actor);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Closes the roads around a place or makes them slow; without a time factor they are closed")
    Map<String, RoadConditionId> set(@Parameter(hidden = true) Actor actor, @RequestBody NewRoadCondition condition) {
        return Map.of("road", roads.set(actor, condition));
    }

    @PostMapping("/{id}/lift")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Says that they are open again")
    void lift(@Parameter(hidden = true) Actor actor, @PathVariable UUID id) {
        roads.lift(actor, new RoadConditionId(id));
    }
}
