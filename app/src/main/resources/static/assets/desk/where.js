// The place of a report with scripts: the device's position, and the map where there is one.
(function () {
  "use strict";
  var form = document.getElementById("where");
  var button = document.getElementById("locate");
  var status = document.getElementById("where-status");
  if (!form || !button) {
    return;
  }

  function take(latitude, longitude, source) {
    form.elements.latitude.value = latitude.toFixed(6);
    form.elements.longitude.value = longitude.toFixed(6);
    form.elements.source.value = source;
    form.querySelectorAll("input[name=choice]").forEach(function (choice) { choice.checked = false; });
    status.textContent = status.dataset.found + " (" + latitude.toFixed(5) + ", " + longitude.toFixed(5) + ")";
  }

  if ("geolocation" in navigator) {
    button.hidden = false;
    button.addEventListener("click", function () {
      status.textContent = status.dataset.asking;
      navigator.geolocation.getCurrentPosition(function (found) {
        take(found.coords.latitude, found.coords.longitude, "DEVICE");
      }, function () {
        status.textContent = status.dataset.failed;
      }, { enableHighAccuracy: true, timeout: 10000, maximumAge: 30000 });
    });
  }

  // A map that this page shows tells of a chosen point with this event.
  document.addEventListener("openbeat:point", function (event) {
    take(event.detail.latitude, event.detail.longitude, "MAP");
  });
})();
