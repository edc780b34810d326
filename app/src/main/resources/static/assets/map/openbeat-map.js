/*
 * Maps for every page. A page works without them: each map says the same as a list or an input beside it.
 *
 * In HTML (the fragments of templates/places/map.html write it with the texts in the reader's language):
 *
 *   <div class="ob-map" data-map-pick data-lat-input="#lat" data-lon-input="#lon" data-said="#where"></div>
 *     Picks a point into two inputs: by a click, or without a pointer by the arrow keys, the plus and minus keys and
 *     the button "use the middle". Nothing needs dragging. Starts at the inputs' values, or at data-lat and data-lon.
 *     Tells the nearest address in the element data-said. The inputs get a "change" event; when somebody changes them,
 *     or calls element.openbeatMap.show(latitude, longitude), the map follows.
 *
 *   <div class="ob-map" data-map-show data-lat="…" data-lon="…" data-beat="N3"></div>
 *     Shows a point, or the outline of a beat, or both.
 *
 * In a script, for the dispatcher's board:
 *
 *   const board = OpenbeatMap.board(element, {
 *     onIncident(id) {}, onUnit(id) {}, onPlace(latitude, longitude) {}   // each may be left out
 *   });
 *   board.incident({id, latitude, longitude, label, priority})   // adds or moves one; priority 1 (highest) to 5
 *   board.unit({id, latitude, longitude, label, state, stale})   // state: free, busy, away
 *   board.removeIncident(id), board.removeUnit(id)
 *   board.select("incident" | "unit" | null, id)                  // one is marked
 *   board.route([[latitude, longitude], …])                      // a way is drawn; [] removes it
 *   board.coverage([{beat, covered}, …])                         // beats are shaded, 0 to 1; [] takes it away
 *   board.show(latitude, longitude, zoom), board.fit()            // fit: everything that is on the board
 *   board.ready                                                   // a promise: true, or false when there is no map
 *   board.close()
 * Calls before the map is there are kept; when there is none they do nothing, so no caller needs to ask.
 */
(function () {
  "use strict";

  var LIBRARY = "/assets/maplibre/5.24.0/";
  var NOTHING = { type: "FeatureCollection", features: [] };
  var COLOURS = { urgent: "#a3231a", warn: "#b8620b", calm: "#0a5a86", quiet: "#4a5860", good: "#14663a" };
  var loading = null;

  function link(href) {
    var sheet = document.createElement("link");
    sheet.rel = "stylesheet";
    sheet.href = href;
    document.head.appendChild(sheet);
  }

  function script(src) {
    return new Promise(function (resolve, reject) {
      var tag = document.createElement("script");
      tag.src = src;
      tag.onload = resolve;
      tag.onerror = reject;
      document.head.appendChild(tag);
    });
  }

  function hasWebGl() {
    try {
      var canvas = document.createElement("canvas");
      return !!(canvas.getContext("webgl2") || canvas.getContext("webgl"));
    } catch (e) {
      return false;
    }
  }

  // The library and the style, fetched once, when the first map is wanted.
  function library() {
    if (!loading) {
      link(LIBRARY + "maplibre-gl.css");
      loading = (hasWebGl() ? Promise.resolve() : Promise.reject(new Error("no WebGL")))
        .then(function () { return Promise.all([script(LIBRARY + "maplibre-gl-csp.js"), style()]); })
        .then(function (both) {
          window.maplibregl.setWorkerUrl(LIBRARY + "maplibre-gl-csp-worker.js");
          return both[1];
        });
    }
    return loading;
  }

  function style() {
    return fetch("/map/style.json", { credentials: "same-origin" }).then(function (answer) {
      if (!answer.ok) {
        throw new Error("no map was imported");
      }
      return answer.json();
    }).then(function (json) {
      var source = json.sources.map;
      source.tiles = source.tiles.map(function (tile) { return location.origin + tile; });
      return json;
    });
  }

  function calm() {
    return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  }

  // A map in an element; the promise fails when none can be drawn.
  function create(element, options) {
    return library().then(function (json) {
      var bounds = json.sources.map.bounds;
      var wide = Math.max(0.02, (bounds[2] - bounds[0]) / 2);
      var high = Math.max(0.02, (bounds[3] - bounds[1]) / 2);
      var map = new window.maplibregl.Map(Object.assign({
        container: element,
        style: json,
        bounds: bounds,
        fitBoundsOptions: { padding: 8 },
        maxBounds: [bounds[0] - wide, bounds[1] - high, bounds[2] + wide, bounds[3] + high],
        maxZoom: 19,
        attributionControl: { compact: false },
        dragRotate: false,
        pitchWithRotate: false,
        touchPitch: false,
        fadeDuration: calm() ? 0 : 200,
        locale: {
          "NavigationControl.ZoomIn": element.dataset.textIn || "Zoom in",
          "NavigationControl.ZoomOut": element.dataset.textOut || "Zoom out",
          "Map.Title": element.dataset.textMap || "Map"
        }
      }, options || {}));
      map.touchZoomRotate.disableRotation();
      map.keyboard.disableRotation();
      map.addControl(new window.maplibregl.NavigationControl({ showCompass: false }), "top-right");
      return new Promise(function (resolve, reject) {
        map.once("load", function () { resolve(map); });
        map.once("webglcontextlost", reject);
      });
    });
  }

  // In place of a map that cannot be drawn: what to do without it.
  function off(element) {
    var text = element.dataset.textOff;
    element.textContent = "";
    element.removeAttribute("role");
    if (text) {
      var said = document.createElement("p");
      said.className = "ob-map__off";
      said.textContent = text;
      element.appendChild(said);
      element.style.height = "auto";
    } else {
      element.hidden = true;
    }
  }

  function button(text, label, press) {
    var made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    if (label) {
      made.setAttribute("aria-label", label);
      made.title = label;
    }
    made.addEventListener("click", press);
    return made;
  }

  // Four buttons that move the map: for those who can point but not drag (WCAG 2.2, 2.5.7).
  function Arrows(texts) {
    this.onAdd = function (map) {
      var box = this.box = document.createElement("div");
      box.className = "maplibregl-ctrl ob-map__arrows";
      [["▲", 0, -100], ["◀", -100, 0], ["▶", 100, 0], ["▼", 0, 100]].forEach(function (way, i) {
        box.appendChild(button(way[0], texts[i], function () { map.panBy([way[1], way[2]], { animate: !calm() }); }));
      });
      return box;
    };
    this.onRemove = function () { this.box.remove(); };
  }

  function number(text) {
    var value = parseFloat(text);
    return isFinite(value) ? value : null;
  }

  function addOutlines(map, beat) {
    map.addSource("beats", { type: "geojson", data: "/map/beats.geojson" });
    map.addLayer({
      id: "beats", type: "line", source: "beats",
      filter: beat ? ["all", ["==", ["get", "kind"], "beat"], ["==", ["get", "code"], beat]] : ["==", ["get", "kind"], "beat"],
      layout: { "line-join": "round" },
      paint: { "line-color": "#0b6b6b", "line-width": beat ? 3 : 1.2, "line-opacity": beat ? 0.9 : 0.45 }
    });
    if (!beat) {
      map.addLayer({
        id: "beat-names", type: "symbol", source: "beats", filter: ["==", ["get", "kind"], "beat"], maxzoom: 15,
        layout: { "text-field": ["get", "code"], "text-font": ["Bold", "system-ui", "sans-serif"], "text-size": 13, "text-allow-overlap": false },
        paint: { "text-color": "#0b6b6b", "text-halo-color": "#ffffff", "text-halo-width": 1.6, "text-opacity": 0.8 }
      });
    }
  }

  // ---- picking a point ----

  function Pick(element) {
    this.element = element;
    this.latitude = document.querySelector(element.dataset.latInput);
    this.longitude = document.querySelector(element.dataset.lonInput);
    this.said = element.dataset.said ? document.querySelector(element.dataset.said) : null;
    var pick = this;
    create(element).then(function (map) { pick.start(map); }, function () { off(element); });
  }

  Pick.prototype.start = function (map) {
    var pick = this;
    var data = this.element.dataset;
    this.map = map;
    map.addControl(new Arrows([data.textNorth, data.textWest, data.textEast, data.textSouth]), "bottom-right");
    var cross = document.createElement("div");
    cross.className = "ob-map__cross";
    this.element.appendChild(cross);
    var here = button(data.textHere || "+", "", function () { pick.choose(map.getCenter()); });
    here.className = "ob-map__here";
    this.element.appendChild(here);
    map.on("click", function (event) { pick.choose(event.lngLat); });
    map.getCanvas().addEventListener("keydown", function (event) {
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        pick.choose(map.getCenter());
      }
    });
    [this.latitude, this.longitude].forEach(function (input) {
      if (input) {
        input.addEventListener("change", function () { pick.follow(); });
      }
    });
    if (!this.follow()) {
      var latitude = number(data.lat);
      var longitude = number(data.lon);
      if (latitude !== null && longitude !== null) {
        map.jumpTo({ center: [longitude, latitude], zoom: 15 });
      }
    }
  };

  // Goes where the inputs say; false when they say nothing.
  Pick.prototype.follow = function () {
    var latitude = this.latitude && number(this.latitude.value);
    var longitude = this.longitude && number(this.longitude.value);
    if (latitude === null || longitude === null || this.choosing) {
      return false;
    }
    this.mark(longitude, latitude);
    this.map.easeTo({ center: [longitude, latitude], zoom: Math.max(16, this.map.getZoom()), animate: !calm() });
    this.tell(latitude, longitude);
    return true;
  };

  Pick.prototype.show = function (latitude, longitude) {
    this.latitude.value = latitude;
    this.longitude.value = longitude;
    if (this.map) {
      this.follow();
    }
  };

  Pick.prototype.mark = function (longitude, latitude) {
    if (!this.marker) {
      this.marker = new window.maplibregl.Marker({ color: COLOURS.urgent }).setLngLat([longitude, latitude]).addTo(this.map);
      this.marker.getElement().removeAttribute("tabindex");
    }
    this.marker.setLngLat([longitude, latitude]);
  };

  Pick.prototype.choose = function (at) {
    var latitude = at.lat.toFixed(6);
    var longitude = at.lng.toFixed(6);
    this.choosing = true;
    this.latitude.value = latitude;
    this.longitude.value = longitude;
    this.latitude.dispatchEvent(new Event("change", { bubbles: true }));
    this.longitude.dispatchEvent(new Event("change", { bubbles: true }));
    this.choosing = false;
    this.mark(at.lng, at.lat);
    this.tell(latitude, longitude);
  };

  // Coordinates first; the address is approximate and generated, and says so.
  Pick.prototype.tell = function (latitude, longitude) {
    var said = this.said;
    var texts = this.element.dataset;
    if (!said) {
      return;
    }
    var where = Number(latitude).toFixed(5) + ", " + Number(longitude).toFixed(5);
    said.textContent = where;
    fetch("/api/places/at?latitude=" + latitude + "&longitude=" + longitude, { credentials: "same-origin" })
      .then(function (answer) { return answer.ok ? answer.json() : null; })
      .then(function (here) {
        if (!here) {
          return;
        }
        var parts = [where];
        if (here.nearestAddress) {
          parts.push((texts.textNearest || "{0} m: {1}").replace("{0}", here.metresAway).replace("{1}", here.nearestAddress));
        }
        if (here.outside && texts.textOutside) {
          parts.push(texts.textOutside);
        }
        said.textContent = parts.join(" · ");
      })
      .catch(function () {});
  };

  // ---- showing a point or a beat ----

  function show(element) {
    var latitude = number(element.dataset.lat);
    var longitude = number(element.dataset.lon);
    var beat = element.dataset.beat;
    create(element).then(function (map) {
      if (beat) {
        addOutlines(map, beat);
        fetch("/map/beats.geojson").then(function (answer) { return answer.json(); }).then(function (areas) {
          var bounds = new window.maplibregl.LngLatBounds();
          areas.features.forEach(function (area) {
            if (area.properties.kind === "beat" && area.properties.code === beat) {
              area.geometry.coordinates.flat(2).forEach(function (at) { bounds.extend(at); });
            }
          });
          if (!bounds.isEmpty()) {
            map.fitBounds(bounds, { padding: 24, animate: false });
          }
        });
      }
      if (latitude !== null && longitude !== null) {
        new window.maplibregl.Marker({ color: COLOURS.urgent }).setLngLat([longitude, latitude]).addTo(map);
        if (!beat) {
          map.jumpTo({ center: [longitude, latitude], zoom: 15.5 });
        }
      }
    }, function () { off(element); });
  }

  // ---- the board ----

  function point(thing, properties) {
    return {
      type: "Feature", id: thing.id,
      properties: Object.assign({ id: thing.id }, properties),
      geometry: { type: "Point", coordinates: [thing.longitude, thing.latitude] }
    };
  }

  // A unit's sign: its shape tells its state too, not the colour alone.
  function unitSign(state, stale) {
    var size = 60;
    var canvas = document.createElement("canvas");
    canvas.width = canvas.height = size;
    var pen = canvas.getContext("2d");
    var colour = state === "free" ? COLOURS.good : state === "busy" ? COLOURS.calm : COLOURS.quiet;
    pen.globalAlpha = stale ? 0.55 : 1;
    pen.lineWidth = 6;
    pen.strokeStyle = "#ffffff";
    pen.fillStyle = colour;
    pen.beginPath();
    if (state === "free") {
      pen.roundRect(11, 11, 38, 38, 9);
    } else if (state === "busy") {
      pen.moveTo(30, 7); pen.lineTo(54, 50); pen.lineTo(6, 50); pen.closePath();
    } else {
      pen.arc(30, 30, 17, 0, 7);
    }
    pen.stroke();
    pen.fill();
    if (stale) {
      pen.globalAlpha = 1;
      pen.setLineDash([4, 4]);
      pen.lineWidth = 3;
      pen.strokeStyle = colour;
      pen.stroke();
    }
    return pen.getImageData(0, 0, size, size);
  }

  function Board(element, options) {
    var board = this;
    this.options = options || {};
    this.things = { incident: new Map(), unit: new Map() };
    this.waiting = [];
    element.classList.add("ob-map", "ob-map--board");
    this.ready = create(element).then(function (map) {
      board.map = map;
      board.draw();
      board.waiting.forEach(function (act) { act(); });
      board.waiting = [];
      return true;
    }, function () {
      board.waiting = null;
      off(element);
      return false;
    });
  }

  Board.prototype.when = function (act) {
    if (this.map) {
      act();
    } else if (this.waiting) {
      this.waiting.push(act);
    }
  };

  Board.prototype.draw = function () {
    var map = this.map;
    ["free", "busy", "away"].forEach(function (state) {
      map.addImage("unit-" + state, unitSign(state, false), { pixelRatio: 2 });
      map.addImage("unit-" + state + "-stale", unitSign(state, true), { pixelRatio: 2 });
    });
    addOutlines(map, null);
    map.addSource("route", { type: "geojson", data: NOTHING });
    map.addSource("incidents", { type: "geojson", data: NOTHING, promoteId: "id" });
    map.addSource("units", { type: "geojson", data: NOTHING, promoteId: "id" });
    map.addLayer({ id: "route-edge", type: "line", source: "route", layout: { "line-cap": "round", "line-join": "round" }, paint: { "line-color": "#ffffff", "line-width": 8 } });
    map.addLayer({ id: "route", type: "line", source: "route", layout: { "line-cap": "round", "line-join": "round" }, paint: { "line-color": COLOURS.calm, "line-width": 4.5 } });
    var chosen = ["boolean", ["feature-state", "selected"], false];
    map.addLayer({ id: "incident-ring", type: "circle", source: "incidents", paint: { "circle-radius": 20, "circle-color": "#ffd34d", "circle-stroke-color": "#10171b", "circle-stroke-width": 2, "circle-opacity": ["case", chosen, 0.9, 0], "circle-stroke-opacity": ["case", chosen, 1, 0] } });
    map.addLayer({ id: "unit-ring", type: "circle", source: "units", paint: { "circle-radius": 17, "circle-color": "#ffd34d", "circle-stroke-color": "#10171b", "circle-stroke-width": 2, "circle-opacity": ["case", chosen, 0.9, 0], "circle-stroke-opacity": ["case", chosen, 1, 0] } });
    map.addLayer({
      id: "incidents", type: "circle", source: "incidents",
      paint: {
        "circle-radius": ["match", ["get", "priority"], 1, 14, 2, 12.5, 11],
        "circle-color": ["match", ["get", "priority"], 1, COLOURS.urgent, 2, COLOURS.warn, 3, COLOURS.calm, COLOURS.quiet],
        "circle-stroke-color": "#ffffff", "circle-stroke-width": 2.5
      }
    });
    map.addLayer({
      id: "incident-priority", type: "symbol", source: "incidents",
      layout: { "text-field": ["to-string", ["get", "priority"]], "text-font": ["Bold", "system-ui", "sans-serif"], "text-size": 14, "text-allow-overlap": true, "text-ignore-placement": true },
      paint: { "text-color": "#ffffff" }
    });
    map.addLayer({
      id: "incident-label", type: "symbol", source: "incidents", minzoom: 13,
      layout: { "text-field": ["get", "label"], "text-font": ["Semibold", "system-ui", "sans-serif"], "text-size": 12, "text-anchor": "top", "text-offset": [0, 1.3], "text-optional": true },
      paint: { "text-color": "#17262e", "text-halo-color": "#ffffff", "text-halo-width": 1.8 }
    });
    map.addLayer({
      id: "units", type: "symbol", source: "units",
      layout: {
        "icon-image": ["get", "sign"], "icon-allow-overlap": true, "icon-ignore-placement": true,
        "text-field": ["get", "label"], "text-font": ["Bold", "system-ui", "sans-serif"], "text-size": 12, "text-anchor": "left", "text-offset": [1.2, 0], "text-optional": true, "text-allow-overlap": false
      },
      paint: { "text-color": "#17262e", "text-halo-color": "#ffffff", "text-halo-width": 1.8 }
    });
    this.listen();
  };

  Board.prototype.listen = function () {
    var map = this.map;
    var options = this.options;
    map.on("click", function (event) {
      var hit = map.queryRenderedFeatures(
        [[event.point.x - 8, event.point.y - 8], [event.point.x + 8, event.point.y + 8]], { layers: ["units", "incidents"] })[0];
      if (hit && hit.source === "units" && options.onUnit) {
        options.onUnit(hit.properties.id);
      } else if (hit && hit.source === "incidents" && options.onIncident) {
        options.onIncident(hit.properties.id);
      } else if (!hit && options.onPlace) {
        options.onPlace(event.lngLat.lat, event.lngLat.lng);
      }
    });
    ["units", "incidents"].forEach(function (layer) {
      map.on("mouseenter", layer, function () { map.getCanvas().style.cursor = "pointer"; });
      map.on("mouseleave", layer, function () { map.getCanvas().style.cursor = ""; });
    });
  };

  // Adds or moves one thing; the others are not touched.
  Board.prototype.put = function (kind, feature) {
    var board = this;
    this.things[kind].set(feature.id, feature);
    this.when(function () {
      board.map.getSource(kind + "s").updateData({ remove: [feature.id], add: [feature] });
    });
  };

  Board.prototype.drop = function (kind, id) {
    var board = this;
    this.things[kind].delete(id);
    this.when(function () { board.map.getSource(kind + "s").updateData({ remove: [id] }); });
  };

  Board.prototype.incident = function (incident) {
    this.put("incident", point(incident, { priority: incident.priority || 5, label: incident.label || "" }));
  };

  Board.prototype.unit = function (unit) {
    var state = unit.state === "free" || unit.state === "busy" ? unit.state : "away";
    this.put("unit", point(unit, { label: unit.label || "", sign: "unit-" + state + (unit.stale ? "-stale" : "") }));
  };

  Board.prototype.removeIncident = function (id) { this.drop("incident", id); };
  Board.prototype.removeUnit = function (id) { this.drop("unit", id); };

  Board.prototype.select = function (kind, id) {
    var board = this;
    this.when(function () {
      if (board.selected) {
        board.map.setFeatureState(board.selected, { selected: false });
      }
      board.selected = kind ? { source: kind + "s", id: id } : null;
      if (board.selected) {
        board.map.setFeatureState(board.selected, { selected: true });
      }
    });
  };

  Board.prototype.route = function (line) {
    var board = this;
    this.when(function () {
      board.map.getSource("route").setData(line.length < 2 ? NOTHING : {
        type: "Feature", properties: {},
        geometry: { type: "LineString", coordinates: line.map(function (at) { return [at[1], at[0]]; }) }
      });
    });
  };

  // Dark where a call would hardly be reached in time. The page of coverage says the same in figures.
  Board.prototype.coverage = function (areas) {
    var board = this;
    this.when(function () {
      var map = board.map;
      if (!map.getLayer("coverage")) {
        map.addLayer({
          id: "coverage", type: "fill", source: "beats", filter: ["==", ["get", "kind"], "beat"],
          paint: { "fill-color": COLOURS.warn, "fill-opacity": 0 }
        }, "beats");
      }
      var opacity = areas.reduce(function (all, area) {
        return all.concat([area.beat, Math.round((1 - area.covered) * 70) / 100]);
      }, ["match", ["get", "code"]]);
      map.setPaintProperty("coverage", "fill-opacity", areas.length ? opacity.concat([0]) : 0);
    });
  };

  Board.prototype.show = function (latitude, longitude, zoom) {
    var board = this;
    this.when(function () {
      board.map.easeTo({ center: [longitude, latitude], zoom: zoom || Math.max(15, board.map.getZoom()), animate: !calm() });
    });
  };

  Board.prototype.fit = function () {
    var board = this;
    this.when(function () {
      var bounds = new window.maplibregl.LngLatBounds();
      [board.things.incident, board.things.unit].forEach(function (kind) {
        kind.forEach(function (feature) { bounds.extend(feature.geometry.coordinates); });
      });
      if (!bounds.isEmpty()) {
        board.map.fitBounds(bounds, { padding: 60, maxZoom: 16, animate: !calm() });
      }
    });
  };

  Board.prototype.close = function () {
    this.waiting = null;
    if (this.map) {
      this.map.remove();
      this.map = null;
    }
  };

  function start(root) {
    root.querySelectorAll("[data-map-pick]").forEach(function (element) {
      if (!element.openbeatMap) {
        element.openbeatMap = new Pick(element);
      }
    });
    root.querySelectorAll("[data-map-show]").forEach(function (element) {
      if (!element.openbeatMap) {
        element.openbeatMap = true;
        show(element);
      }
    });
  }

  window.OpenbeatMap = {
    board: function (element, options) { return new Board(element, options); },
    start: start
  };

  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", function () { start(document); });
  } else {
    start(document);
  }
})();
