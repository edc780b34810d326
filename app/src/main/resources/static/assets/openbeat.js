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
})();
