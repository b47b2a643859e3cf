// Makes the inbox better where scripts run; without this file it works too.
"use strict";
(() => {
  // Times by the reader's own clock; the server knows UTC only.
  const spoken = document.documentElement.lang;
  const language = navigator.languages.find((each) => each.split("-")[0] === spoken) ?? spoken;
  for (const each of document.querySelectorAll("time.moment")) {
    const at = new Date(each.dateTime);
    if (!Number.isNaN(at.getTime())) {
      each.textContent = `(${at.toLocaleString(language, { dateStyle: "medium", timeStyle: "short" })})`;
    }
  }
  // Who comes back after a while sees what has come meanwhile; what is being typed is left alone.
  const search = document.getElementById("q");
  let left = 0;
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) {
      left = Date.now();
    } else if (left && Date.now() - left > 60000 && (!search || search.value === search.defaultValue)) {
      location.reload();
    }
  });
})();
