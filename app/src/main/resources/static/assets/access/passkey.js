// Passkeys: fetches the options, lets the browser ask the authenticator, and sends its answer with the form.
(function () {
  "use strict";

  function bytes(text) {
    var plain = window.atob(text.replace(/-/g, "+").replace(/_/g, "/"));
    return Uint8Array.from(plain, function (letter) { return letter.charCodeAt(0); });
  }

  function text(buffer) {
    var plain = String.fromCharCode.apply(null, new Uint8Array(buffer));
    return window.btoa(plain).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  }

  function described(list) {
    return (list || []).map(function (entry) {
      return Object.assign({}, entry, { id: bytes(entry.id) });
    });
  }

  function ask(kind, options) {
    options.challenge = bytes(options.challenge);
    if (kind === "create") {
      options.user.id = bytes(options.user.id);
      options.excludeCredentials = described(options.excludeCredentials);
      return navigator.credentials.create({ publicKey: options });
    }
    options.allowCredentials = described(options.allowCredentials);
    return navigator.credentials.get({ publicKey: options });
  }

  function answer(credential) {
    var from = credential.response;
    var response = { clientDataJSON: text(from.clientDataJSON) };
    if (from.attestationObject) {
      response.attestationObject = text(from.attestationObject);
      response.transports = from.getTransports ? from.getTransports() : [];
    } else {
      response.authenticatorData = text(from.authenticatorData);
      response.signature = text(from.signature);
      if (from.userHandle) {
        response.userHandle = text(from.userHandle);
      }
    }
    return JSON.stringify({
      id: credential.id,
      rawId: text(credential.rawId),
      type: credential.type,
      response: response,
      clientExtensionResults: credential.getClientExtensionResults(),
      authenticatorAttachment: credential.authenticatorAttachment || undefined
    });
  }

  function options(form) {
    return window.fetch(form.dataset.options, {
      method: "POST",
      headers: { Accept: "application/json" },
      body: new URLSearchParams({ _csrf: form.elements._csrf.value })
    }).then(function (reply) {
      if (reply.status === 403) { // The confirmation of the sign-in is due: let the server ask for it.
        return null;
      }
      if (!reply.ok) {
        throw new Error("options");
      }
      return reply.json();
    });
  }

  function start(form) {
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      var failed = form.querySelector("[data-failed]");
      failed.hidden = true;
      options(form).then(function (given) {
        return given ? ask(form.dataset.passkey, given).then(answer) : "";
      }).then(function (credential) {
        form.elements.credential.value = credential;
        form.submit();
      }).catch(function () {
        failed.hidden = false;
      });
    });
  }

  document.querySelectorAll("form[data-passkey]").forEach(function (form) {
    var domain = form.dataset.domain;
    var here = window.location.hostname;
    var fits = !domain || here === domain || here.endsWith("." + domain);
    if (window.PublicKeyCredential && fits) {
      form.hidden = false;
      start(form);
    } else {
      var why = document.querySelector("[data-passkey-none]");
      if (why) {
        why.hidden = false;
      }
    }
  });
})();
