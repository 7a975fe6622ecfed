// Makes the pages more comfortable; each works without.
"use strict";

(() => {
  // Read first what is wrong.
  document.querySelector(".error-summary")?.focus();

  // Without a script one prints by the browser's own menu.
  const print = document.querySelector(".print");
  if (print) {
    print.hidden = false;
    print.addEventListener("click", () => window.print());
  }

  // Only the fields that belong to the chosen kind of period.
  const period = document.querySelector("[data-period]");
  if (period) {
    const unit = period.querySelector("select[name=unit]");
    const show = () => {
      for (const part of period.querySelectorAll("[data-for]")) {
        part.hidden = !part.dataset.for.split(" ").includes(unit.value);
        for (const field of part.querySelectorAll("input, select")) {
          field.disabled = part.hidden;
        }
      }
    };
    unit.addEventListener("change", show);
    show();
  }

  // A second press of the same button sends nothing, and what takes a while says that it is under way.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!event.defaultPrevented && form.matches("form[method=post]:not([data-upload])")) {
      if (form.dataset.sent) {
        event.preventDefault();
      } else {
        wait(event.submitter);
      }
      form.dataset.sent = "yes";
    }
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-takes-long]");
    if (link) {
      wait(link);
    }
  });
  addEventListener("pageshow", () => {
    document.querySelector(".waiting")?.classList.remove("waiting");
    for (const form of document.querySelectorAll("form[data-sent]")) {
      delete form.dataset.sent;
    }
  });

  function wait(pressed) {
    pressed?.classList.add("waiting");
    setTimeout(() => say(document.body.dataset.waiting), 1000);
  }

  // What stands there already is not read out again.
  function say(text) {
    const place = document.getElementById("live-says");
    place.textContent = "";
    setTimeout(() => (place.textContent = text), 100);
  }

  for (const form of document.querySelectorAll("form[data-autosave]")) {
    keepDraft(form);
  }

  if (document.body.dataset.live) {
    followChanges(document.body.dataset);
  }

  for (const form of document.querySelectorAll("form[data-upload]")) {
    enhanceUpload(form);
  }

  // Keeps what is typed every few seconds. The server checks the version as ever; where somebody else was faster, nothing more is kept.
  function keepDraft(form) {
    const place = form.querySelector("[data-autosaved]");
    const pause = 5000;
    let timer = null;
    let keeping = null;
    let over = false;

    form.addEventListener("input", later);
    form.addEventListener("submit", (event) => {
      clearTimeout(timer);
      timer = null;
      if (keeping) {
        // It would be sent with a version that is about to be an old one.
        event.preventDefault();
        keeping.then(() => form.requestSubmit(event.submitter));
      }
      over = true;
    });

    function later() {
      if (!timer && !over) {
        timer = setTimeout(() => {
          timer = null;
          keeping = keep().finally(() => (keeping = null));
        }, pause);
      }
    }

    async function keep() {
      try {
        const body = new URLSearchParams(new FormData(form));
        const answer = await fetch(form.action + "/autosave", { method: "POST", body, redirect: "manual" });
        if (answer.type === "opaqueredirect" || answer.status === 403) {
          over = true;
          place.textContent = form.dataset.autosave;
          return;
        }
        const kept = await answer.json();
        place.textContent = kept.says;
        over = over || answer.status === 412;
        if (answer.ok) {
          goOnFrom(kept);
        }
      } catch {
        place.textContent = form.dataset.failed;
        later();
      }
    }

    // What was new has an address from now on.
    function goOnFrom(kept) {
      form.action = kept.address;
      history.replaceState(null, "", kept.address);
      const version = form.elements.namedItem("version") || form.appendChild(document.createElement("input"));
      version.type = "hidden";
      version.name = "version";
      version.value = kept.version;
    }
  }

  // The server says that something changed, and not what: the page asks for its own parts anew. Parts never hold what is being typed.
  function followChanges(words) {
    const shown = new Map();
    for (const part of document.querySelectorAll("[data-live-part]")) {
      shown.set(part.id, part.innerHTML);
    }
    let stream = null;
    let opened = false;
    let asking = false;
    let askAgain = false;

    // A hidden page needs nothing, and a browser opens few connections at a time.
    const follow = () => {
      if (document.hidden) {
        stream?.close();
        stream = null;
      } else if (!stream) {
        stream = new EventSource(words.live);
        stream.addEventListener("open", () => {
          // What happened while nobody listened.
          if (opened) {
            soon();
          }
          opened = true;
        });
        stream.addEventListener("changed", soon);
      }
    };
    document.addEventListener("visibilitychange", follow);
    follow();

    // Not everybody at the same instant.
    function soon() {
      setTimeout(renew, Math.random() * 500);
    }

    async function renew() {
      if (asking) {
        askAgain = true;
        return;
      }
      asking = true;
      askAgain = false;
      try {
        await countNotices();
        await renewParts();
      } catch {
        // The next change, or the next page, shows it.
      }
      asking = false;
      if (askAgain) {
        soon();
      }
    }

    // That nobody sits here may end the session, so these calls do not count as use. A redirection leads to the sign-in page.
    function ask(address) {
      return fetch(address, { headers: { "X-Prakat-Unattended": "yes" }, redirect: "manual" });
    }

    async function countNotices() {
      const answer = await ask("/api/notices?limit=1");
      const place = document.querySelector(".unread-count");
      if (answer.ok && place) {
        const unread = (await answer.json()).unread;
        place.hidden = unread === 0;
        place.querySelector("[data-count]").textContent = unread;
      }
    }

    async function renewParts() {
      if (shown.size === 0) {
        return;
      }
      const answer = await ask(location.pathname + location.search);
      if (!answer.ok) {
        return;
      }
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      for (const part of document.querySelectorAll("[data-live-part]")) {
        const next = fresh.getElementById(part.id);
        if (!next || next.innerHTML === shown.get(part.id)) {
          continue;
        }
        if (part.contains(document.activeElement)) {
          // Whoever is at a link or a button there is not to lose it.
          part.addEventListener("focusout", soon, { once: true });
          continue;
        }
        shown.set(part.id, next.innerHTML);
        part.replaceWith(next);
        say(words.says);
      }
    }
  }

  function enhanceUpload(form) {
    const words = form.dataset;
    const picker = form.querySelector("input[type=file]");
    const list = form.querySelector(".uploads");
    const queue = [];
    let sending = false;
    form.querySelector("button[type=submit]").hidden = true;

    picker.addEventListener("change", () => {
      take(picker.files);
      picker.value = "";
    });
    for (const name of ["dragenter", "dragover"]) {
      form.addEventListener(name, (event) => {
        event.preventDefault();
        form.classList.add("over");
      });
    }
    for (const name of ["dragleave", "drop"]) {
      form.addEventListener(name, () => form.classList.remove("over"));
    }
    form.addEventListener("drop", (event) => {
      event.preventDefault();
      take(event.dataTransfer.files);
    });
    addEventListener("beforeunload", (event) => {
      if (sending) {
        event.preventDefault();
      }
    });

    function take(files) {
      for (const file of files) {
        const row = rowOf(file);
        const wrong = faultOf(file);
        if (wrong) {
          fail(row, wrong, false);
        } else {
          queue.push(row);
        }
      }
      next();
    }

    function faultOf(file) {
      const extension = file.name.split(".").pop().toLowerCase();
      const types = words.types.split(" ");
      if (!types.includes(extension)) {
        return words.wrongType;
      }
      return file.size > Number(words.most) ? words.tooLarge : "";
    }

    function rowOf(file) {
      const item = list.appendChild(document.createElement("li"));
      const row = { file, item };
      const name = item.appendChild(document.createElement("span"));
      name.textContent = file.name + " ";
      row.bar = item.appendChild(document.createElement("progress"));
      row.bar.max = 1;
      row.bar.value = 0;
      row.bar.setAttribute("aria-label", words.progress + " " + file.name);
      row.says = item.appendChild(document.createElement("span"));
      row.says.setAttribute("role", "status");
      row.stop = button(row, words.cancel, () => cancel(row));
      row.again = button(row, words.retry, () => retry(row));
      row.away = button(row, words.dismiss, () => {
        row.item.remove();
        next();
      });
      row.again.hidden = true;
      row.away.hidden = true;
      return row;
    }

    function button(row, text, act) {
      const made = row.item.appendChild(document.createElement("button"));
      made.type = "button";
      made.className = "link";
      made.textContent = text;
      made.setAttribute("aria-label", text + " " + row.file.name);
      made.addEventListener("click", act);
      return made;
    }

    // One after the other: they keep their order.
    function next() {
      if (sending) {
        return;
      }
      const row = queue.shift();
      if (row) {
        send(row);
      } else if (list.querySelector("[data-attached]") && !list.querySelector("[data-failed]")) {
        location.reload();
      }
    }

    function send(row) {
      sending = true;
      const call = new XMLHttpRequest();
      row.call = call;
      call.open("POST", words.upload + "?fileName=" + encodeURIComponent(row.file.name));
      call.setRequestHeader("X-CSRF-TOKEN", words.csrf);
      call.setRequestHeader("Accept-Language", document.documentElement.lang);
      call.setRequestHeader("Content-Type", row.file.type || "application/octet-stream");
      call.upload.addEventListener("progress", (event) => {
        row.bar.value = event.lengthComputable ? event.loaded / event.total : 0;
      });
      call.addEventListener("load", () => (call.status < 300 ? succeed(row) : fail(row, titleOf(call), true)));
      call.addEventListener("error", () => fail(row, words.failed, true));
      call.addEventListener("abort", () => fail(row, words.cancelled, true));
      call.addEventListener("loadend", () => {
        sending = false;
        next();
      });
      call.send(row.file);
    }

    function titleOf(call) {
      try {
        return JSON.parse(call.responseText).title || words.failed;
      } catch {
        return words.failed;
      }
    }

    function succeed(row) {
      row.item.dataset.attached = "yes";
      row.bar.value = 1;
      row.says.textContent = words.done;
      row.stop.hidden = true;
    }

    function fail(row, why, mayRetry) {
      row.item.dataset.failed = "yes";
      row.bar.hidden = true;
      row.says.textContent = why + " ";
      row.says.className = "field-error";
      row.stop.hidden = true;
      row.again.hidden = !mayRetry;
      row.away.hidden = false;
    }

    function cancel(row) {
      const waiting = queue.indexOf(row);
      if (waiting >= 0) {
        queue.splice(waiting, 1);
        fail(row, words.cancelled, true);
      } else {
        row.call?.abort();
      }
    }

    function retry(row) {
      delete row.item.dataset.failed;
      row.bar.hidden = false;
      row.bar.value = 0;
      row.says.textContent = "";
      row.says.className = "";
      row.stop.hidden = false;
      row.again.hidden = true;
      row.away.hidden = true;
      queue.push(row);
      next();
    }
  }
})();
