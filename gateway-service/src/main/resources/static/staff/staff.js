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

  // A second press of the same button sends nothing.
  for (const form of document.querySelectorAll("form[method=post]:not([data-upload])")) {
    form.addEventListener("submit", (event) => {
      if (form.dataset.sent) {
        event.preventDefault();
      }
      form.dataset.sent = "yes";
    });
  }
  addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sent]")) {
      delete form.dataset.sent;
    }
  });

  for (const form of document.querySelectorAll("form[data-upload]")) {
    enhanceUpload(form);
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
