/* Leercirkel: what a script adds to pages that also work without it. No dependencies; nothing here writes HTML. */
(() => {
  "use strict";

  // <button data-confirm="Weet u het zeker?">: ask before the form goes.
  document.addEventListener("submit", (event) => {
    const question = event.submitter?.dataset.confirm ?? event.target.dataset.confirm;
    if (question && !window.confirm(question)) {
      event.preventDefault();
    }
  });

  // <form data-guard>: warn when somebody leaves with changes that were not saved.
  const guarded = [...document.querySelectorAll("form[data-guard]")];
  if (guarded.length > 0) {
    const state = (form) => new URLSearchParams(
      [...new FormData(form)].map(([name, value]) => [name, value instanceof File ? value.name : value])).toString();
    const before = new Map(guarded.map((form) => [form, state(form)]));
    // A form that came back with errors holds input that is nowhere stored.
    const unsaved = (form) => form.querySelector("[aria-invalid=true]") !== null || state(form) !== before.get(form);
    let leaving = false;
    document.addEventListener("submit", (event) => {
      leaving = before.has(event.target) && !event.defaultPrevented;
    });
    window.addEventListener("beforeunload", (event) => {
      if (!leaving && guarded.some(unsaved)) {
        event.preventDefault();
      }
    });
    window.addEventListener("pageshow", () => { leaving = false; });
  }

  // <form data-keep="key">: what was typed but not saved outlives an ended session or a closed page in this tab, and is put
  // back when the form is opened again. It never leaves the browser. <div data-keep-done="key"> and signing out forget it.
  const kept = (key) => `leercirkel.keep.${key}`;
  for (const form of document.querySelectorAll("form[data-keep]")) {
    const key = kept(form.dataset.keep);
    const typed = () => [...form.elements].filter((field) => field.name && field.name !== "_csrf" && field.type !== "submit");
    const value = (field) => field.type === "radio" || field.type === "checkbox" ? field.checked : field.value;
    const name = (field) => field.type === "radio" ? `${field.name}=${field.value}` : field.name;
    const read = () => Object.fromEntries(typed().map((field) => [name(field), value(field)]));
    const same = (one, other) => typed().filter((field) => field.type !== "hidden").every((field) => {
      const [a, b] = [one[name(field)], other[name(field)]];
      return typeof a === "string" && typeof b === "string" ? a.trim() === b.trim() : a === b;
    });
    const before = read();
    const stored = JSON.parse(window.sessionStorage.getItem(key) ?? "null");
    if (stored && !same(stored, before)) {
      // The version that was in view comes back too, so that what somebody else saved since is not overwritten unseen.
      for (const field of typed()) {
        const found = stored[name(field)];
        if (typeof found === "boolean") {
          field.checked = found;
        } else if (typeof found === "string") {
          field.value = found;
        }
      }
      form.querySelector("[data-kept]")?.removeAttribute("hidden");
    } else {
      window.sessionStorage.removeItem(key);
    }
    form.addEventListener("input", () => {
      const now = read();
      if (same(now, before)) {
        window.sessionStorage.removeItem(key);
      } else {
        window.sessionStorage.setItem(key, JSON.stringify(now));
      }
    });
  }
  for (const done of document.querySelectorAll("[data-keep-done]")) {
    window.sessionStorage.removeItem(kept(done.dataset.keepDone));
  }
  document.querySelector("form[action='/uitloggen']")?.addEventListener("submit", () => {
    Object.keys(window.sessionStorage).filter((key) => key.startsWith(kept("")))
      .forEach((key) => window.sessionStorage.removeItem(key));
  });

  // <form data-autosubmit>: a filter applies as soon as a list, box or day is chosen. Text waits for Enter or the button.
  for (const form of document.querySelectorAll("form[data-autosubmit]")) {
    form.addEventListener("change", (event) => {
      if (event.target.matches("select, input[type=checkbox], input[type=radio]")) {
        form.requestSubmit();
      }
    });
  }

  // <div data-progress-url="...">: follow work by server-sent events. Each event's data is JSON:
  // {"percent": 0..100 or null, "text": "...", "finished": true|false, "location": "/next page" or null}.
  for (const box of document.querySelectorAll("[data-progress-url]")) {
    const bar = box.querySelector("progress");
    const text = box.querySelector("[data-progress-text]");
    const stream = new EventSource(box.dataset.progressUrl);
    const show = (event) => {
      const { percent, text: words, finished, location: next } = JSON.parse(event.data);
      if (bar) {
        if (typeof percent === "number") {
          bar.value = percent;
        } else {
          bar.removeAttribute("value");
        }
      }
      // The same words again would be read aloud again.
      if (text && words && text.textContent !== words) {
        text.textContent = words;
      }
      if (finished) {
        stream.close();
        const target = new URL(next ?? window.location.href, window.location.href);
        if (target.origin === window.location.origin) {
          window.location.assign(target);
        }
      }
    };
    stream.addEventListener("message", show);
    stream.addEventListener("progress", show);
  }

  // The summary of errors takes the focus, so that it is read first; its links go to the field itself.
  document.querySelector("[data-focus]")?.focus();

  // Escape, or a click elsewhere, closes the account menu; Escape also closes the navigation of narrow screens.
  const account = document.querySelector("details.account");
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") {
      return;
    }
    if (account?.open) {
      const inside = account.contains(document.activeElement);
      account.open = false;
      if (inside) {
        account.querySelector("summary").focus();
      }
    } else if (window.location.hash === "#hoofdmenu") {
      window.location.hash = "#inhoud";
      document.querySelector(".menu-link")?.focus();
    }
  });
  document.addEventListener("click", (event) => {
    if (account?.open && !account.contains(event.target)) {
      account.open = false;
    }
  });
})();
