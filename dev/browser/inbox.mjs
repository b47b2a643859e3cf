// Signs in to the inbox as people do, with scripts and without, finds tasks, opens and answers them, and lets axe-core look at every
// page. Makes its own account, workflow and runs.
// Usage: node inbox.mjs ADDRESS TOKEN [PICTURES]   exit 1 when something is not as it should be
import { chromium } from "playwright-core";
import { checks, node } from "./checks.mjs";

const [address, token, pictures] = process.argv.slice(2);
const { check, api, look, accessible, end } = checks(address, token, pictures);
const STYLES = ["form.css", "inbox.css"];
const password = "a long sentence of mine";

async function workflow() {
  await api("PUT", "/api/v1/workflows/inbox-check", {
    format: 1, id: "inbox-check", name: "Orders that somebody must look at",
    nodes: {
      start: node("trigger.manual", "Start", {}),
      task: node("flow.task", "Approve", {
        title: "={{ $json.title }}",
        description: "={{ 'An order over **' + $json.total + ' €**.' }}",
        assignee: "={{ $json.who ?? '' }}",
        due: "hours",
        hours: "={{ $json.hours }}",
        reminder: 4
      }),
      after: node("data.editFields", "After", { keep: "all" })
    },
    connections: ["start -> task", "task:approved -> after"]
  });
  await api("POST", "/api/v1/workflows/inbox-check/live", {});
}

async function task(title, who, hours) {
  const { run } = await api("POST", "/api/v1/runs", { workflow: "inbox-check", input: [{ title, who, hours, total: 4711 }] });
  for (let i = 0; i < 200 && (await api("GET", `/api/v1/runs/${run}`)).status !== "waiting"; i++) {
    await new Promise((done) => setTimeout(done, 25));
  }
  return run;
}

async function signIn(page, name, secret) {
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Password").fill(secret);
  await page.getByRole("button", { name: "Sign in" }).click();
}

async function visit(browser, scripts, colorScheme, viewport) {
  const kind = `${scripts ? "with" : "without"} scripts, ${colorScheme}, ${viewport.width} px`;
  const tag = `${scripts ? "js" : "nojs"}-${colorScheme}-${viewport.width}`;
  const person = `anna-${tag}`;
  await api("POST", "/api/v1/users", { name: person, password, roles: { default: "runner" } });
  const options = { colorScheme, viewport, locale: "en-GB" };
  const context = await browser.newContext({ ...options, javaScriptEnabled: scripts });
  const page = await context.newPage();
  const errors = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(String(error)));

  const title = `Order of Van Dam BV for ${tag}`;
  const run = await task(title, person, 24);
  await page.goto(`${address}/inbox/tasks/default/${run}`);
  check(`${kind}: who is not signed in is asked to`, page.url().startsWith(`${address}/inbox/signin?to=`));
  await accessible(browser, page, `${kind}: signing in`, options, STYLES);
  await look(page, `inbox-signin-${tag}`);
  await signIn(page, person, "something else");
  check(`${kind}: a wrong password is said`, (await page.title()).startsWith("There is a problem"));
  await accessible(browser, page, `${kind}: signing in, wrongly`, options, STYLES);
  await look(page, `inbox-signin-wrong-${tag}`);
  await signIn(page, person, password);
  check(`${kind}: and then leads to the page that was asked for`, page.url() === `${address}/inbox/tasks/default/${run}`);
  await page.getByRole("link", { name: "Back to the inbox" }).click();
  const first = page.locator(".task").first();
  check(`${kind}: one's own task is the first`, (await first.getByRole("link").textContent()) === title);
  check(`${kind}: it says when it is due`, (await first.textContent()).includes("Due in 24 hours"));
  await accessible(browser, page, `${kind}: the list`, options, STYLES);
  await look(page, `inbox-list-${tag}`);
  await page.getByRole("navigation", { name: "Which tasks" }).getByRole("link", { name: "For me" }).click();
  check(`${kind}: it is for me alone`, (await page.locator(".task").count()) === 1);
  await page.getByLabel("Search by title").fill("no such order");
  await page.getByRole("button", { name: "Search" }).click();
  check(`${kind}: what is not found is said`, (await page.textContent("main")).includes("No task has that in its title"));
  await accessible(browser, page, `${kind}: nothing found`, options, STYLES);
  await look(page, `inbox-nothing-${tag}`);
  await page.getByRole("link", { name: "Show all" }).click();
  await page.getByRole("link", { name: title }).click();
  await accessible(browser, page, `${kind}: a task`, options, STYLES);
  await look(page, `inbox-task-${tag}`);
  await page.getByLabel("Approve").check();
  await page.getByLabel("Comment").fill("Fine");
  await page.getByRole("button", { name: "Submit" }).click();
  check(`${kind}: what was done is confirmed`, (await page.getByRole("status").first().textContent()) === `Approved: ${title}`);
  await accessible(browser, page, `${kind}: the confirmation`, options, STYLES);
  await look(page, `inbox-confirmed-${tag}`);
  let view = await api("GET", `/api/v1/runs/${run}`);
  for (let i = 0; i < 200 && view.status !== "succeeded"; i++) {
    await new Promise((done) => setTimeout(done, 25));
    view = await api("GET", `/api/v1/runs/${run}`);
  }
  check(`${kind}: the run has finished: ${view.status}`, view.status === "succeeded");
  const items = await api("GET", `/api/v1/runs/${run}/nodes/after/items`);
  check(`${kind}: and knows who it was`, items.items[0].json.task.by === person);
  await page.getByRole("link", { name: "Done lately" }).click();
  check(`${kind}: it was done lately`, (await page.locator(".task").first().textContent()).includes(`By ${person}`));
  await accessible(browser, page, `${kind}: done lately`, options, STYLES);
  await look(page, `inbox-done-${tag}`);
  await page.getByRole("button", { name: "Sign out" }).click();
  check(`${kind}: signed out`, (await page.textContent("main")).includes("You are signed out."));
  await page.goto(`${address}/inbox`);
  check(`${kind}: and out for good`, page.url().startsWith(`${address}/inbox/signin`));
  const unexpected = errors.filter((each) => !each.includes("401"));
  check(`${kind}: no errors on the console: ${unexpected.join("; ") || "none"}`, unexpected.length === 0);
  await context.close();
}

// Nothing, three, one overdue with long names, and three hundred.
async function amounts(browser) {
  await api("POST", "/api/v1/users", { name: "looker", password, roles: { default: "viewer" } });
  await api("POST", "/api/v1/users", { name: "nobody-yet", password, roles: {} });
  const long = "A very long title of a task that goes on and on, ".repeat(5) + "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft".repeat(2);
  const open = async (name, colorScheme, viewport) => {
    const context = await browser.newContext({ colorScheme, viewport, locale: "en-GB" });
    const page = await context.newPage();
    await page.goto(`${address}/inbox`);
    await signIn(page, name, password);
    return page;
  };
  for (const [colorScheme, viewport] of [["light", desktop], ["dark", phone]]) {
    const page = await open("nobody-yet", colorScheme, viewport);
    check("who has no project is told", (await page.textContent("main")).includes("You have no role in any project."));
    await accessible(browser, page, "no project", { colorScheme, viewport });
    await look(page, `inbox-no-project-${colorScheme}-${viewport.width}`);
    await page.context().close();
    const empty = await open("looker", colorScheme, viewport);
    check("nothing is open", (await empty.textContent("main")).includes("Nothing is open."));
    await accessible(browser, empty, "nothing open", { colorScheme, viewport });
    await look(empty, `inbox-0-${colorScheme}-${viewport.width}`);
    await empty.context().close();
  }
  await visit(browser, true, "light", desktop);
  await visit(browser, false, "light", phone);
  await visit(browser, true, "dark", phone);
  await visit(browser, false, "dark", desktop);
  await task("Order of the Kade bakery", "looker", 3);
  await task("Order of the harbour office", "ria@example.com", 70);
  const late = await task(long, "somebody-with-a-very-long-name@department-of-very-long-names.example.com", 0.0008);
  const seen = await api("GET", `/api/v1/runs/${late}`);
  check(`a task is due after three seconds: ${seen.status}`, seen.status === "waiting");
  const both = await open("looker", "light", desktop);
  await look(both, "inbox-3-open-light-1280");
  await both.context().close();
  while ((await api("GET", `/api/v1/runs/${late}`)).status === "waiting") {
    await new Promise((done) => setTimeout(done, 100));
  }
  for (const [colorScheme, viewport] of [["light", desktop], ["dark", phone], ["dark", desktop], ["light", phone]]) {
    const page = await open("looker", colorScheme, viewport);
    await look(page, `inbox-3-${colorScheme}-${viewport.width}`);
    await accessible(browser, page, `three tasks, ${colorScheme}, ${viewport.width} px`, { colorScheme, viewport });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    check(`long names fit into ${viewport.width} px`, wide <= 0);
    check("what is due soon is said", (await page.locator(".task").first().textContent()).includes("Due soon"));
    await page.getByRole("link", { name: "Done lately" }).click();
    const lateLine = page.locator(".task").first();
    await lateLine.waitFor();
    check("what nobody answered in time is marked in words", /Overdue Nobody answered in time/.test(await lateLine.textContent()));
    await accessible(browser, page, "an overdue task", { colorScheme, viewport });
    await look(page, `inbox-overdue-${colorScheme}-${viewport.width}`);
    await page.goBack();
    await page.locator(".task a").first().click();
    check("who may only look is told so", (await page.textContent("main")).includes("You may see this task, but not answer it"));
    check("and has nothing to send", (await page.getByRole("button").count()) === 0);
    await accessible(browser, page, "a task to look at", { colorScheme, viewport });
    await look(page, `inbox-look-${colorScheme}-${viewport.width}`);
    await page.context().close();
  }
  for (let i = 0; i < 300; i += 20) {
    await Promise.all(Array.from({ length: 20 }, (each, k) => task(`Invoice ${1000 + i + k}`, k % 3 ? "" : "looker", 5 + i + k)));
  }
  for (const [colorScheme, viewport] of [["light", desktop], ["dark", phone]]) {
    const page = await open("looker", colorScheme, viewport);
    check("a page has fifty", (await page.locator(".task").count()) === 50);
    await look(page, `inbox-300-${colorScheme}-${viewport.width}`);
    await page.getByRole("link", { name: "Next" }).click();
    check("the next fifty", (await page.textContent("nav.pages")).includes("51–100 of 30"));
    await accessible(browser, page, "the second page", { colorScheme, viewport });
    await page.context().close();
  }
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
const desktop = { width: 1280, height: 900 };
const phone = { width: 390, height: 844 };
await workflow();
await amounts(browser);
await browser.close();
end();
