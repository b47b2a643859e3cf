// Makes a hosted form better where scripts run; without this file it works too.
"use strict";
(() => {
  const summary = document.getElementById("summary");
  if (summary) {
    summary.focus();
  }
  const form = document.querySelector("form.form");
  if (!form || !form.querySelector("[data-at]")) {
    return;
  }
  let asked = 0;
  let timer = 0;
  let sent = false;

  // Says at a field whether it must be filled in.
  function require(name, must) {
    const mark = name.querySelector(".mark");
    if (must && !mark) {
      const made = document.createElement("span");
      made.className = "mark";
      made.textContent = form.dataset.required;
      name.append(" ", made);
    } else if (!must && mark) {
      mark.remove();
    }
    const control = name.htmlFor && document.getElementById(name.htmlFor);
    if (control && control.type !== "checkbox") {
      if (must) {
        control.setAttribute("aria-required", "true");
      } else {
        control.removeAttribute("aria-required");
      }
    }
  }

  // The server decides what is seen: the rules are the same with and without this script.
  async function ask() {
    if (sent) {
      return; // the whole page is on its way
    }
    const mine = ++asked;
    const fields = new FormData();
    for (const [name, value] of new FormData(form)) {
      if (typeof value === "string" && name !== "do") {
        fields.append(name, value);
      }
    }
    fields.append("do", "seen");
    try {
      const answer = await fetch(form.action, {
        method: "POST", body: fields, headers: { Accept: "application/json" }, credentials: "same-origin"
      });
      if (!answer.ok || mine !== asked) {
        return;
      }
      const seen = await answer.json();
      const hidden = new Set(seen.hidden);
      for (const each of form.querySelectorAll("[data-at]")) {
        each.hidden = hidden.has(each.dataset.at);
      }
      const disabled = new Set(seen.disabled);
      for (const each of form.elements) {
        const around = each.closest("[data-at]");
        if (around && each.localName !== "fieldset" && each.type !== "hidden") {
          each.disabled = disabled.has(around.dataset.at);
        }
      }
      const required = new Set(seen.required);
      for (const name of form.querySelectorAll(".name")) {
        require(name, required.has(name.closest("[data-at]").dataset.at));
      }
      // What was offered here is not asked for again.
      form.querySelector("input[name=closed]").value = seen.closed;
    } catch {
      // Offline for a moment: the page shows what it showed, and sending it tells the rest.
    }
  }

  form.addEventListener("change", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 120);
  });
  // A second press of a button would send the same again.
  form.addEventListener("submit", (event) => {
    if (sent) {
      event.preventDefault();
    }
    sent = true;
    setTimeout(() => { sent = false; }, 3000);
  });
  window.addEventListener("pageshow", () => { sent = false; });
})();
