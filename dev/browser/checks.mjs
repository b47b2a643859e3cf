// What the checks of pages in a browser share: what they say, the server's API, pictures, and axe-core.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

// A check of the server at an address; without a folder for pictures none are taken.
export function checks(address, token, pictures) {
  let failures = 0;
  let axe;

  function check(what, holds) {
    console.log(`${holds ? "ok  " : "FAIL"} ${what}`);
    failures += holds ? 0 : 1;
  }

  async function api(method, path, body) {
    const response = await fetch(address + path, {
      method,
      headers: { Authorization: `Bearer ${token}`, ...(body && { "Content-Type": "application/json" }) },
      body: body && JSON.stringify(body)
    });
    const text = await response.text();
    if (response.status >= 300) {
      throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 500)}`);
    }
    return text ? JSON.parse(text) : {};
  }

  async function look(page, name) {
    if (pictures) {
      await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
    }
  }

  // axe in a page of its own that may run it: the pages' own policy lets in no script but theirs.
  async function accessible(browser, page, name, options, styles = ["form.css"]) {
    axe ??= readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
    const context = await browser.newContext({ bypassCSP: true, ...options, javaScriptEnabled: true });
    const copy = await context.newPage();
    await copy.goto(address + "/assets/form.css");
    await copy.setContent((await page.content()).replaceAll(/src="\/assets\/[a-z]+\.js"/g, ""));
    for (const style of styles) {
      await copy.addStyleTag({ url: `${address}/assets/${style}` });
    }
    await copy.evaluate(axe);
    const found = await copy.evaluate(async () => (await window.axe.run()).violations);
    check(`axe: ${name}: ${found.map((each) => each.id + " " + each.nodes.map((n) => n.target)).join("; ") || "nothing"}`, !found.length);
    await context.close();
  }

  // Says how it went, and ends with 1 where something is not as it should be.
  function end() {
    console.log(failures === 0 ? "all as it should be" : `${failures} not as they should be`);
    process.exit(failures === 0 ? 0 : 1);
  }

  return { check, api, look, accessible, end };
}

// A node of a workflow.
export const node = (type, name, parameters) => ({ type, version: 1, name, parameters });
