// Keeps what is typed on this device until it is sent, so that a lost connection loses nothing. The server keeps a
// draft of its own; this holds only what came after. In confidential categories nothing is kept on the device.
(function () {
  "use strict";
  var TEXT = "openbeat-draft";
  var form = document.querySelector("form[data-draft]");
  var status = document.getElementById("draft-status");

  function say(name) {
    if (status) {
      status.textContent = status.dataset[name];
      status.className = "ob-notice";
      status.hidden = false;
    }
  }

  function read() {
    try {
      return JSON.parse(localStorage.getItem(TEXT)) || {};
    } catch (unreadable) {
      return {};
    }
  }

  function forget() {
    try {
      localStorage.removeItem(TEXT);
      indexedDB.deleteDatabase(TEXT);
    } catch (refused) { /* a browser that keeps nothing has nothing to forget */ }
  }

  // The report was sent: what is on the device has done its work.
  if (document.querySelector("[data-draft-done]")) {
    forget();
    return;
  }
  if (!form) {
    return;
  }

  window.addEventListener("offline", function () { say("offline"); });
  window.addEventListener("online", function () { say("online"); upload(); });
  form.addEventListener("submit", function (event) {
    if (navigator.onLine === false) {
      event.preventDefault();
      event.stopPropagation();
      say("offline");
    }
  }, true);
  if (form.dataset.keep !== "yes") {
    forget();
    return;
  }

  var id = form.dataset.draftId;
  function fields() {
    return Array.prototype.filter.call(form.elements, function (field) {
      return field.name && field.type !== "hidden" && field.type !== "file" && field.type !== "submit";
    });
  }
  function isTick(field) {
    return field.type === "checkbox" || field.type === "radio";
  }
  function key(field) {
    return isTick(field) ? field.name + "=" + field.value : field.name;
  }
  function keep() {
    var values = {};
    fields().forEach(function (field) {
      values[key(field)] = isTick(field) ? field.checked : field.value;
    });
    try {
      localStorage.setItem(TEXT, JSON.stringify({ id: id, values: values }));
    } catch (full) { /* the server's draft remains */ }
  }
  function restore() {
    var kept = read();
    if (kept.id !== id) {
      forget();
      return;
    }
    var changed = false;
    fields().forEach(function (field) {
      var value = kept.values[key(field)];
      if (value === undefined) {
        return;
      }
      if (isTick(field)) {
        changed = changed || field.checked !== value;
        field.checked = value;
      } else if (value !== field.value) {
        changed = true;
        field.value = value;
      }
    });
    if (changed) {
      say("restored");
    }
  }
  restore();
  form.addEventListener("input", keep);

  // Photos: a copy waits here until the server has it; the server knows a picture that it has already.
  function store(mode, work) {
    var open;
    try {
      open = indexedDB.open(TEXT, 1);
    } catch (refused) {
      return;
    }
    open.onupgradeneeded = function () { open.result.createObjectStore("photos", { autoIncrement: true }); };
    open.onsuccess = function () {
      var database = open.result;
      var transaction = database.transaction("photos", mode);
      transaction.oncomplete = function () { database.close(); };
      work(transaction.objectStore("photos"));
    };
  }
  function upload() {
    store("readonly", function (photos) {
      var all = photos.getAll();
      all.onsuccess = function () {
        var mine = all.result.filter(function (photo) { return photo.id === id; });
        if (mine.length) {
          send(mine);
        }
      };
    });
  }
  function send(photos) {
    var token = form.querySelector("input[name=_csrf]");
    var sends = photos.map(function (photo) {
      var body = new FormData();
      body.append("_csrf", token ? token.value : "");
      body.append("photo", photo.file, photo.file.name || "photo");
      return fetch("/report/photos", { method: "POST", body: body });
    });
    Promise.all(sends).then(function (answers) {
      var isNew = answers.some(function (answer) { return answer.status === 201; });
      store("readwrite", function (kept) {
        kept.clear();
        kept.transaction.addEventListener("complete", function () {
          if (isNew) {
            keep();
            window.location.reload(); // Shows the picture; what was typed meanwhile is put back.
          }
        });
      });
    }, function () { say("photo"); });
  }
  var chooser = document.getElementById("photos");
  if (chooser) {
    chooser.addEventListener("change", function () {
      var files = Array.prototype.slice.call(chooser.files);
      store("readwrite", function (photos) {
        photos.clear();
        files.forEach(function (file) { photos.add({ id: id, file: file }); });
      });
    });
  }
  // What was sent with the form has arrived once a page comes back that no longer has it in its field.
  if (navigator.onLine !== false) {
    upload();
  }
})();
