// Fills in a form with every kind of field as people do, with scripts and without, light and dark, on a desktop and on a phone: rules
// that act, entries that come and go, files. Then its task gives the files out. Another form is answered with a file. Lets axe-core look
// at every state of the page. Makes its own workflows, the first of every-kind.form.json.
// Usage: node kinds.mjs ADDRESS TOKEN [PICTURES]   exit 1 when something is not as it should be
import { chromium } from "playwright-core";
import { checks, node } from "./checks.mjs";
import { readFileSync } from "node:fs";
import { deepStrictEqual } from "node:assert";

const [address, token, pictures] = process.argv.slice(2);
const { check, api, look, accessible, end } = checks(address, token, pictures);
const form = JSON.parse(readFileSync(new URL("every-kind.form.json", import.meta.url), "utf8"));

async function workflow() {
  const content = {
    format: 1, id: "every-kind", name: "Every kind of field",
    nodes: {
      form: node("trigger.form", "Form", { form: "every-kind.form.json", path: "every-kind" }),
      task: node("flow.task", "Look", { title: "={{ 'Look at ' + $json.name }}" }),
      end: node("flow.noOp", "End", {})
    },
    connections: ["form -> task", "task:approved -> end"]
  };
  const answering = {
    format: 1, id: "answers-with-a-file", name: "Answers with a file",
    nodes: {
      form: node("trigger.form", "Form", { path: "with-a-file", fields: [{ label: "name" }], respond: "responseNode" }),
      make: node("file.convert", "As a file", { format: "json", fileName: "your offer.json" }),
      answer: node("http.respond", "Answer", { with: "binary" })
    },
    connections: ["form -> make", "make -> answer"]
  };
  await api("POST", "/api/v1/deployments", {
    documents: [
      { kind: "form", path: "every-kind.form.json", content: form },
      { kind: "workflow", path: "every-kind.workflow.json", content },
      { kind: "workflow", path: "answers-with-a-file.workflow.json", content: answering }
    ],
    activate: true
  });
}

const file = (name, text) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });

// Waits until something holds: what the script asks of the server comes a moment later.
async function soon(what, holds) {
  for (let i = 0; i < 100; i++) {
    if (await holds()) {
      return check(what, true);
    }
    await new Promise((done) => setTimeout(done, 50));
  }
  check(what, false);
}

// What form.js does while somebody fills the form in: the page itself stays.
async function live(page, kind) {
  await page.evaluate(() => { window.same = true; });
  const phone = page.getByLabel("Phone number");
  const news = page.getByLabel("Send me news");
  check(`${kind}: a field that a rule shows is hidden at first`, !(await phone.isVisible()) && (await news.isVisible()));
  await page.getByLabel("Phone", { exact: true }).check();
  await soon(`${kind}: it shows at once, and another one goes`, async () => (await phone.isVisible()) && !(await news.isVisible()));
  check(`${kind}: it says that it is required`, (await phone.getAttribute("aria-required")) === "true");
  await page.getByLabel("Mail", { exact: true }).check();
  await soon(`${kind}: and back`, async () => !(await phone.isVisible()) && (await news.isVisible()));
  const note = page.getByLabel("What else");
  check(`${kind}: a field that a rule enables is disabled at first`, await note.isDisabled());
  await page.getByLabel("I have more to say").check();
  await soon(`${kind}: it is enabled at once`, () => note.isEnabled());
  const reason = page.getByLabel("What went wrong?");
  const mark = page.locator("label", { hasText: "What went wrong?" }).locator(".mark");
  check(`${kind}: a field that a rule requires is not marked at first`, (await mark.count()) === 0 && (await reason.getAttribute("aria-required")) === null);
  await page.getByLabel("1 star", { exact: true }).check();
  await soon(`${kind}: it is marked at once`, async () => (await mark.count()) === 1 && (await mark.textContent()) === "required" && (await reason.getAttribute("aria-required")) === "true");
  await page.getByLabel("2 stars", { exact: true }).check();
  await soon(`${kind}: and the mark goes`, async () => (await mark.count()) === 0 && (await reason.getAttribute("aria-required")) === null);
  check(`${kind}: all on the same page`, await page.evaluate(() => window.same === true));
}

// The same without scripts: the page says it when it comes anew.
async function anew(page, kind) {
  await page.getByLabel("Phone", { exact: true }).check();
  await page.getByLabel("I have more to say").check();
  await page.getByLabel("1 star", { exact: true }).check();
  await page.getByRole("button", { name: "Add line" }).click();
  check(`${kind}: what a rule shows is there when the page comes anew`, await page.getByLabel("Phone number").isVisible());
  check(`${kind}: what a rule hides is not`, !(await page.getByLabel("Send me news").isVisible()));
  check(`${kind}: what a rule enables is enabled`, await page.getByLabel("What else").isEnabled());
  check(`${kind}: what a rule requires is marked`, (await page.locator("label", { hasText: "What went wrong?" }).locator(".mark").textContent()) === "required");
  check(`${kind}: and says so`, (await page.getByLabel("What went wrong?").getAttribute("aria-required")) === "true");
  await page.getByRole("button", { name: "Remove line 2" }).click();
}

async function visit(browser, scripts, colorScheme, viewport) {
  const kind = `${scripts ? "with" : "without"} scripts, ${colorScheme}, ${viewport.width} px`;
  const tag = `${scripts ? "js" : "nojs"}-${colorScheme}-${viewport.width}`;
  const options = { colorScheme, viewport, locale: "en-GB" };
  const context = await browser.newContext({ ...options, javaScriptEnabled: scripts });
  const page = await context.newPage();
  const errors = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(String(error)));

  await page.goto(`${address}/forms/every-kind`);
  await accessible(browser, page, `${kind}: empty`, options);
  await look(page, `kinds-empty-${tag}`);
  await page.getByRole("button", { name: "Submit" }).click();
  check(`${kind}: what is missing is said`, (await page.title()).startsWith("There are 8 problems"));
  await accessible(browser, page, `${kind}: with problems`, options);
  await look(page, `kinds-problems-${tag}`);
  await (scripts ? live : anew)(page, kind);

  const line = (number) => page.getByRole("group", { name: `Line ${number}` });
  await page.getByLabel("Your name").fill(`Ria ${tag}`);
  check(`${kind}: a code word cannot be read`, (await page.getByLabel("Code word").getAttribute("type")) === "password");
  await page.getByLabel("Code word").fill("xyzzy");
  await page.getByLabel("E-mail").fill("ria@example.com");
  await page.getByLabel("Website").fill("https://example.com/a?b=c");
  await page.getByLabel("Amount").fill("12.50");
  await page.getByLabel("People").fill("3");
  await page.getByLabel("4 stars").check();
  await page.getByLabel("Music").check();
  await page.getByLabel("Stage").check();
  await page.getByLabel("Phone", { exact: true }).check();
  await page.getByLabel("Country").selectOption({ label: "Germany" });
  await page.getByLabel("Day").fill("2026-03-31");
  await page.getByLabel("Hour").fill("14:30");
  await page.getByLabel("Exact moment").fill("2026-03-31T14:30");
  await page.getByLabel("Paper").setInputFiles(file("paper.txt", "the first paper"));
  await line(1).getByLabel("Article").fill("A");
  await line(1).getByLabel("Quantity").fill("1");
  await page.getByRole("button", { name: "Add line" }).click();
  check(`${kind}: another entry is there`, (await line(2).count()) === 1);
  check(`${kind}: what was filled in stays`, (await page.getByLabel("Day").inputValue()) === "2026-03-31" && (await page.getByLabel("4 stars").isChecked()) && (await page.getByLabel("Stage").isChecked()));
  check(`${kind}: the file was kept`, (await page.locator(".given").first().textContent()).startsWith("paper.txt"));
  await page.getByRole("button", { name: "Remove paper.txt" }).click();
  check(`${kind}: it can be taken out`, (await page.locator(".given").count()) === 0);
  await page.getByLabel("Paper").setInputFiles(file("better.txt", "the better paper"));
  await page.getByRole("button", { name: "Add line" }).click();
  await line(2).getByLabel("Article").fill("B");
  await line(2).getByLabel("Quantity").fill("2");
  await line(3).getByLabel("Article").fill("C");
  await line(3).getByLabel("Quantity").fill("3");
  await line(3).getByLabel("Photo").setInputFiles(file("photo.txt", "a photo of C"));
  await page.getByRole("button", { name: "Move line 3 up" }).click();
  check(`${kind}: an entry moves up`, (await line(2).getByLabel("Article").inputValue()) === "C");
  check(`${kind}: and its file with it`, (await line(2).locator(".given").textContent()).startsWith("photo.txt"));
  await page.getByRole("button", { name: "Move line 2 down" }).click();
  check(`${kind}: and down`, (await line(3).getByLabel("Article").inputValue()) === "C");
  await page.getByRole("button", { name: "Remove line 1" }).click();
  check(`${kind}: an entry is gone, and the others move up`, (await line(3).count()) === 0 && (await line(1).getByLabel("Article").inputValue()) === "B");
  check(`${kind}: an entry's file goes with it`, (await line(2).locator(".given").textContent()).startsWith("photo.txt"));
  await page.getByLabel("Phone number").fill("+31 20 1234567");
  await page.getByLabel("What else").fill("Nothing\nat all");
  await accessible(browser, page, `${kind}: filled in`, options);
  await look(page, `kinds-filled-${tag}`);
  await page.getByRole("button", { name: "Submit" }).click();
  check(`${kind}: it is sent`, (await page.getByRole("heading", { level: 1 }).textContent()) === "Thank you");
  await accessible(browser, page, `${kind}: thanks`, options);

  const run = await waiting(`Ria ${tag}`);
  const { items } = await api("GET", `/api/v1/runs/${run.run}/nodes/form/items`);
  const { submittedAt, formMode, ...answer } = items[0].json;
  check(`${kind}: with when it was sent`, Boolean(submittedAt) && formMode === "production");
  try {
    deepStrictEqual(answer, {
      name: `Ria ${tag}`, secret: "xyzzy", email: "ria@example.com", site: "https://example.com/a?b=c", amount: 12.5, people: 3,
      rating: 4, topics: ["music", "stage"], reply: "phone", phone: "+31 20 1234567", country: "DE", day: "2026-03-31",
      hour: "14:30", moment: "2026-03-31T14:30", more: true, note: "Nothing\nat all",
      paper: { name: "better.txt", type: "text/plain", size: 16 },
      rows: [{ article: "B", quantity: 2 }, { article: "C", quantity: 3, photo: { name: "photo.txt", type: "text/plain", size: 12 } }]
    });
    check(`${kind}: the run has what was filled in`, true);
  } catch (error) {
    check(`${kind}: the run has what was filled in: ${error.message}`, false);
  }

  await page.goto(`${address}/ask/${run.run}.${run.answerToken}`);
  await accessible(browser, page, `${kind}: the task`, options);
  await look(page, `kinds-task-${tag}`);
  const files = await page.locator(".files li").allTextContents();
  check(`${kind}: the task shows the files: ${files.join(", ")}`, files.join() === "better.txt 16 bytes,photo.txt 12 bytes");
  for (const [name, text] of [["better.txt", "the better paper"], ["photo.txt", "a photo of C"]]) {
    const coming = page.waitForEvent("download", { timeout: 5000 });
    await page.getByRole("link", { name }).click();
    const download = await coming.catch(() => undefined);
    const got = download && readFileSync(await download.path(), "utf8");
    check(`${kind}: ${name} is kept under its name`, download?.suggestedFilename() === name && got === text);
  }
  check(`${kind}: the task is still there`, await page.getByLabel("Approve").isVisible());
  await page.getByLabel("Approve").check();
  await page.getByRole("button", { name: "Submit" }).click();
  check(`${kind}: and is answered`, (await page.getByRole("heading", { level: 1 }).textContent()) === "Thank you");
  const unexpected = errors.filter((each) => !each.includes("422"));
  check(`${kind}: no errors on the console: ${unexpected.join("; ") || "none"}`, unexpected.length === 0);
  await context.close();
}

// A form that a workflow answers with a file: it comes by itself, and by the link.
async function handed(browser, scripts, colorScheme, viewport) {
  const kind = `${scripts ? "with" : "without"} scripts, ${colorScheme}, ${viewport.width} px`;
  const options = { colorScheme, viewport, locale: "en-GB" };
  const context = await browser.newContext({ ...options, javaScriptEnabled: scripts });
  const page = await context.newPage();
  await page.goto(`${address}/forms/with-a-file`);
  await page.getByLabel("name").fill("Ria");
  const coming = page.waitForEvent("download", { timeout: 15000 });
  await page.getByRole("button", { name: "Submit" }).click();
  const download = await coming.catch(() => undefined);
  check(`${kind}: the answer's file comes by itself`, download?.suggestedFilename() === "your offer.json" && readFileSync(await download.path(), "utf8").includes("Ria"));
  check(`${kind}: and the page says thanks`, (await page.getByRole("heading", { level: 1 }).textContent()) === "Thank you");
  await accessible(browser, page, `${kind}: the file that answers`, options);
  await look(page, `kinds-file-${scripts ? "js" : "nojs"}-${colorScheme}-${viewport.width}`);
  const again = page.waitForEvent("download", { timeout: 15000 });
  await page.getByRole("link", { name: "your offer.json" }).click();
  check(`${kind}: or by its link`, (await again.catch(() => undefined))?.suggestedFilename() === "your offer.json");
  await context.close();
}

async function waiting(name) {
  for (let i = 0; i < 200; i++) {
    const { tasks } = await api("GET", "/api/v1/tasks");
    const task = tasks.find((each) => each.title === `Look at ${name}`);
    if (task) {
      return api("GET", `/api/v1/runs/${task.run}`);
    }
    await new Promise((done) => setTimeout(done, 25));
  }
  throw new Error(`no task of ${name}`);
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
const desktop = { width: 1280, height: 900 };
const phone = { width: 390, height: 844 };
await workflow();
for (const colorScheme of ["light", "dark"]) {
  for (const viewport of [desktop, phone]) {
    await visit(browser, true, colorScheme, viewport);
    await visit(browser, false, colorScheme, viewport);
    await handed(browser, viewport === desktop, colorScheme, viewport);
  }
}
await browser.close();
end();
