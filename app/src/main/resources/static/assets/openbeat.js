// What every page does with scripts; all of it is an extra, and each page works without.
(function () {
  "use strict";

  // Leave at once: the page is emptied first, and no step back leads to it.
  function leave(link) {
    document.documentElement.hidden = true;
    document.title = "";
    window.location.replace(link.href);
  }
  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("[data-quick-exit]");
    if (link) {
      event.preventDefault();
      leave(link);
    }
  });
  // Shift three times within two seconds leaves too, where the page offers to.
  var presses = [];
  document.addEventListener("keyup", function (event) {
    var link = document.querySelector("[data-quick-exit]");
    if (!link || event.key !== "Shift") {
      presses = [];
      return;
    }
    presses = presses.concat(event.timeStamp).slice(-3);
    if (presses.length === 3 && presses[2] - presses[0] < 2000) {
      leave(link);
    }
  });

  // The summary of errors is read first.
  var summary = document.querySelector("[data-focus]");
  if (summary) {
    summary.focus();
  }

  // A form is sent once, however often the button is pressed.
  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (form.method !== "post" || form.hasAttribute("data-many")) {
      return;
    }
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "yes";
    window.setTimeout(function () { delete form.dataset.sent; }, 4000);
  });

  // htmx: the token against forged requests, and refusals said aloud.
  var token = document.querySelector("meta[name=csrf-token]");
  document.addEventListener("htmx:configRequest", function (event) {
    if (token && event.detail.verb !== "get") {
      event.detail.headers[token.dataset.header] = token.content;
    }
    event.detail.headers.Accept = "text/html;fragment=1, application/problem+json";
  });
  document.addEventListener("htmx:responseError", function (event) {
    var text = "HTTP " + event.detail.xhr.status;
    try {
      var problem = JSON.parse(event.detail.xhr.responseText);
      text = problem.title + " " + (problem.detail || "");
    } catch (notJson) { /* the status is all there is to say */ }
    say(text);
  });
  function say(text) {
    var place = document.getElementById("said");
    if (place) {
      place.textContent = text;
      place.hidden = false;
    }
  }
  document.addEventListener("htmx:beforeRequest", function () {
    var place = document.getElementById("said");
    if (place) {
      place.hidden = true;
    }
  });
})();
