// The place of a report with scripts: the device's position, and the map. Without them the page asks for words.
(function () {
  "use strict";
  var form = document.getElementById("where");
  var button = document.getElementById("locate");
  var status = document.getElementById("where-status");
  if (!form || !button) {
    return;
  }
  var latitude = form.elements.latitude;
  var longitude = form.elements.longitude;
  var fromDevice = false;
  document.getElementById("map").hidden = false; // Before the map's own script looks at how large it is.

  // A new point, from the map or the device, takes the place of whatever was chosen before.
  longitude.addEventListener("change", function () {
    form.elements.source.value = fromDevice ? "DEVICE" : "MAP";
    form.querySelectorAll("input[name=choice], input[name=side]").forEach(function (choice) {
      choice.checked = false;
    });
  });

  function take(position) {
    fromDevice = true;
    latitude.value = position.latitude.toFixed(6);
    longitude.value = position.longitude.toFixed(6);
    latitude.dispatchEvent(new Event("change", { bubbles: true }));
    longitude.dispatchEvent(new Event("change", { bubbles: true }));
    fromDevice = false;
    status.textContent = status.dataset.found;
  }

  if ("geolocation" in navigator) {
    button.hidden = false;
    button.addEventListener("click", function () {
      status.textContent = status.dataset.asking;
      navigator.geolocation.getCurrentPosition(function (found) {
        take(found.coords);
      }, function () {
        status.textContent = status.dataset.failed;
      }, { enableHighAccuracy: true, timeout: 10000, maximumAge: 30000 });
    });
  }
})();
