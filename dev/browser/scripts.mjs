// Puts every text of xss.txt into every place of hosted forms, tasks, pages and endings, and looks on in a browser: nothing runs,
// nothing is fetched from elsewhere, no link leads into a script. First without the pages' policy, so that it cannot hide what is
// not escaped, then with it. Before that it shows that the texts do run where nobody takes care.
// Usage: node scripts.mjs ADDRESS TOKEN TEXTS   exit 1 when something is not as it should be
import { chromium } from "playwright-core";
import { checks, node } from "./checks.mjs";
import { readFileSync } from "node:fs";

const [address, token, file] = process.argv.slice(2);
const { check, api, end } = checks(address, token);
const texts = readFileSync(file, "utf8").split("\n").filter((line) => line && !line.startsWith("#")).map((line) => JSON.parse(line));
const AT_ONCE = 10;

function form(batch) {
  const properties = {};
  const said = { "form.title": batch[0], "form.description": batch.join(" "), "form.submit": batch.at(-1) };
  const elements = [];
  batch.forEach((text, i) => {
    properties[`p${i}`] = { type: "string" };
    properties[`c${i}`] = { oneOf: [{ const: text, title: text }, { const: "b" }] };
    properties[`f${i}`] = { type: "object", format: "file" };
    for (const each of ["p", "c", "f"]) {
      said[`${each}${i}.label`] = text;
      said[`${each}${i}.description`] = text;
      const control = { type: "Control", scope: `#/properties/${each}${i}` };
      elements.push(each === "c" && i % 2 === 0 ? { ...control, options: { format: "radio" } } : control);
    }
    said[`p${i}.placeholder`] = text;
    elements.push({ type: "Label", text, options: { format: "markdown" } }, { type: "Label", text });
    elements.push({ type: "Group", label: text, elements: [] });
  });
  properties.must = { type: "integer" };
  said["must.label"] = batch.at(-1);
  elements.push({ type: "Control", scope: "#/properties/must" });
  return {
    format: 1, id: "x", name: "X", schema: { type: "object", properties, required: ["must"] },
    ui: { type: "VerticalLayout", elements }, texts: { en: said }
  };
}

// A text as a setting; one that begins as an expression does is none here.
const plain = (text) => (text.startsWith("=") ? " " + text : text);

function questions(batch) {
  return batch.map(plain).flatMap((text) => [
    { label: text, placeholder: text },
    { label: "c " + text, type: "dropdown", options: [text, "b"] },
    { label: "r " + text, type: "checkbox", options: [text, "b"] },
    { label: "t", type: "html", text }
  ]);
}

function workflow(batch) {
  const all = plain(batch.join(" "));
  const [first, last] = [plain(batch[0]), plain(batch.at(-1))];
  return {
    format: 1, id: "x", name: "X",
    nodes: {
      form: node("trigger.form", "Form", { form: "x.form.json", path: "x" }),
      task: node("flow.task", "Task", { title: first, description: all, kind: "form", fields: questions(batch) }),
      page: node("flow.form", "Page", { title: last, text: all, button: first, fields: questions(batch) }),
      end: node("flow.form", "End", { kind: "end", title: last, text: "={{ JSON.stringify($json) }}" })
    },
    connections: ["form -> task", "task:answered -> page", "page -> end"]
  };
}

// What runs in a page, or wants to.
function trap(page) {
  const caught = [];
  page.on("dialog", async (dialog) => {
    caught.push(`a dialog: ${dialog.message()}`);
    await dialog.dismiss().catch(() => {});
  });
  page.on("pageerror", (error) => caught.push(`an error of a script: ${error.message}`));
  page.on("console", (message) => {
    if (/Refused|Content Security Policy|violates/i.test(message.text())) {
      caught.push(`something that the policy stopped: ${message.text().slice(0, 200)}`);
    }
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(address + "/") && request.url() !== "data:,") {
      caught.push(`a request: ${request.url().slice(0, 200)}`);
    }
  });
  page.on("popup", () => caught.push("a window"));
  return caught;
}

// Does to every element what wakes handlers up, and asks where links lead.
async function stir(page) {
  return page.evaluate(() => {
    for (const each of document.querySelectorAll("*")) {
      for (const kind of ["mouseover", "mouseenter", "pointerover", "focus", "focusin", "blur", "toggle", "animationstart"]) {
        each.dispatchEvent(new Event(kind, { bubbles: true }));
      }
    }
    return [...document.querySelectorAll("[href], [src], [action], [formaction]")]
      .map((each) => new URL(each.getAttribute("href") ?? each.getAttribute("src") ?? each.getAttribute("action") ?? each.getAttribute("formaction"), location.href))
      .filter((url) => !["http:", "https:", "mailto:"].includes(url.protocol) && url.href !== "data:,")
      .map((url) => url.href);
  });
}

async function waiting(after) {
  for (let i = 0; i < 500; i++) {
    const newest = (await api("GET", "/api/v1/runs?limit=1")).runs[0];
    const run = await api("GET", `/api/v1/runs/${newest.run}`);
    const link = `/ask/${newest.run}.${run.answerToken}`;
    if (run.status === "waiting" && run.answerToken && link !== after) {
      return link;
    }
    await new Promise((done) => setTimeout(done, 20));
  }
  throw new Error("no run waits");
}

async function visit(context, batch) {
  await api("POST", "/api/v1/deployments", {
    documents: [
      { kind: "form", path: "x.form.json", content: form(batch) },
      { kind: "workflow", path: "x.workflow.json", content: workflow(batch) }
    ],
    activate: true
  });
  const page = await context.newPage();
  const caught = trap(page);
  let pages = 0;
  const look = async (where) => {
    await page.waitForLoadState();
    for (const each of await stir(page)) {
      caught.push(`${where}: an address ${each}`);
    }
    pages++;
  };
  // All at once: what a person types is set where it would come to stand.
  const fill = () =>
    page.evaluate((given) => {
      const fields = [...document.querySelectorAll("form input[type=text], form textarea")];
      fields.forEach((each, i) => { each.value = given[i % given.length]; });
      document.querySelectorAll("form input[type=file]").forEach((each, i) => {
        const files = new DataTransfer();
        files.items.add(new File(["a,b"], given[i].replaceAll(/[\0-\x1f\x7f/]/g, "_"), { type: "text/csv" }));
        each.files = files.files;
      });
    }, batch);
  const submit = () => page.locator("form button.main").click();
  const query = batch.map((text, i) => `p${i}=${encodeURIComponent(text.toWellFormed())}`).join("&");
  await page.goto(`${address}/forms/x?${query}`);
  await look("the form");
  await fill();
  await page.locator('[name="/must"]').fill("");
  await submit();
  await page.locator("#summary").waitFor();
  await look("the form with what is wrong");
  await page.locator('[name="/must"]').fill("1");
  await submit();
  await page.locator("form").waitFor({ state: "detached" });
  await look("the thanks");
  const task = await waiting("");
  await page.goto(address + task);
  await look("the task");
  await fill();
  await submit();
  await page.locator("form").waitFor({ state: "detached" });
  await page.goto(address + (await waiting(task)));
  await look("the page");
  await fill();
  await submit();
  await page.locator("form").waitFor({ state: "detached" });
  await look("the ending");
  await page.close();
  return { caught, pages };
}

async function all(browser, bypassCSP) {
  const context = await browser.newContext({ bypassCSP, locale: "en-GB" });
  let pages = 0;
  const caught = [];
  for (let from = 0; from < texts.length; from += AT_ONCE) {
    const batch = texts.slice(from, from + AT_ONCE);
    const seen = await visit(context, batch).catch((e) => {
      throw new Error(`texts from ${from} on: ${e.message}`);
    });
    pages += seen.pages;
    seen.caught.forEach((each) => caught.push(`texts ${from} to ${from + batch.length - 1}: ${each}`));
  }
  await context.close();
  caught.slice(0, 20).forEach((each) => console.log("     " + each));
  check(`${texts.length} texts on ${pages} pages, ${bypassCSP ? "without" : "with"} the pages' policy: ${caught.length} ran or wanted to`, caught.length === 0);
}

// The same texts where nobody takes care.
async function careless(browser) {
  const context = await browser.newContext({ bypassCSP: true });
  let ran = 0;
  for (const text of texts) {
    const page = await context.newPage();
    const caught = trap(page);
    await page.goto(address + "/assets/form.css");
    for (const html of [`<p>${text}</p>`, `<input value="${text}">`, `<input value='${text}'>`, `<textarea>${text}</textarea>`]) {
      await page.setContent(html, { waitUntil: "commit" }).catch(() => {});
      await page.waitForTimeout(15);
      if (caught.some((each) => each.startsWith("a dialog"))) {
        break;
      }
    }
    ran += caught.some((each) => each.startsWith("a dialog")) ? 1 : 0;
    await page.close({ runBeforeUnload: false });
  }
  await context.close();
  check(`where nobody takes care ${ran} of them run`, ran > 100);
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
check(`${texts.length} texts`, texts.length >= 300);
await careless(browser);
await all(browser, true);
await all(browser, false);
await browser.close();
end();
