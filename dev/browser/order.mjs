// Fills in the sample order-approval as people do, with scripts and without, light and dark, on a desktop and on a phone, looks for
// each order in the database, and lets axe-core look at every page. Needs Python 3, which reads the database.
// Usage: node order.mjs ADDRESS TOKEN DATABASE [PICTURES]   exit 1 when something is not as it should be
import { chromium } from "playwright-core";
import { checks } from "./checks.mjs";
import { execFileSync } from "node:child_process";

const [address, token, database, pictures] = process.argv.slice(2);
const { check, api, look, accessible, end } = checks(address, token, pictures);

async function openTask(page) {
  const { runs } = await api("GET", "/api/v1/runs?limit=20");
  const waiting = runs.find((each) => each.status === "waiting");
  const run = await api("GET", `/api/v1/runs/${waiting.run}`);
  await page.goto(`${address}/ask/${waiting.run}.${run.answerToken}`);
}

// What the database has of a company's order, as soon as it is there: one row.
async function row(company) {
  const read = `
import json, sqlite3, sys
with sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True) as database:
    print(json.dumps(database.execute("select email, total, approved from orders where company = ?", [sys.argv[2]]).fetchall()))`;
  let rows = [];
  for (let i = 0; i < 100 && rows.length === 0; i++) {
    await new Promise((done) => setTimeout(done, 100));
    try {
      rows = JSON.parse(execFileSync("python3", ["-c", read, database, company], { encoding: "utf8", stdio: "pipe" }));
    } catch (error) {
      if (!/unable to open|no such table|locked/.test(error.stderr)) {
        throw error;
      }
    }
  }
  check(`one row of ${company}: ${rows.length}`, rows.length === 1);
  return rows[0] ?? [];
}

async function order(browser, scripts, price, colorScheme, viewport) {
  const total = 3 * Number(price);
  const kind = `${scripts ? "with" : "without"} scripts, ${colorScheme}, ${viewport.width} px, ${total} €`;
  const options = { colorScheme, viewport, locale: "en-GB" };
  const context = await browser.newContext({ ...options, javaScriptEnabled: scripts });
  const page = await context.newPage();
  const errors = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(String(error)));
  const tag = `${scripts ? "js" : "nojs"}-${colorScheme}-${viewport.width}-${total}`;
  const company = `Van Dam ${tag}`;
  await page.goto(`${address}/forms/order`);
  await accessible(browser, page, `${kind}: first page`, options);
  await page.getByRole("button", { name: "Next" }).click();
  check(`${kind}: what is missing is said`, (await page.title()).startsWith("There are 6 problems"));
  await accessible(browser, page, `${kind}: first page with problems`, options);
  await look(page, `form-problems-${tag}`);
  await page.getByLabel("Company").fill(company);
  await page.getByLabel("Your name").fill("Ria van Dam");
  await page.getByLabel("E-mail").fill("ria@example.com");
  await page.getByLabel("Article").fill("A-100");
  await page.getByLabel("Quantity").fill("3");
  await page.getByLabel("Price in").fill(price);
  await look(page, `form-first-${tag}`);
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByLabel("Send it to us").check();
  if (scripts) {
    await page.getByLabel("Address").waitFor();
    check(`${kind}: the address shows at once`, await page.getByLabel("Address").isVisible());
    await page.getByLabel("Address").fill("Kade 1\n1011 AB Amsterdam");
  }
  await page.getByLabel("Payment").selectOption({ label: "Card" });
  await page.getByLabel("I accept the terms of delivery").check();
  await accessible(browser, page, `${kind}: second page`, options);
  await look(page, `form-second-${tag}`);
  await page.getByRole("button", { name: "Submit" }).click();
  if (!scripts) {
    check(`${kind}: the address is asked for when the page is sent`, await page.getByLabel("Address").isVisible());
    await page.getByLabel("Address").fill("Kade 1");
    await page.getByRole("button", { name: "Submit" }).click();
  }
  await page.getByRole("heading", { level: 1 }).waitFor();
  const heading = await page.getByRole("heading", { level: 1 }).textContent();
  if (total > 10000) {
    check(`${kind}: a large order waits: “${heading}”`, heading === "Thank you");
    await openTask(page);
    await accessible(browser, page, `${kind}: task`, options);
    await look(page, `task-${tag}`);
    await page.getByLabel("Approve").check();
    await page.getByLabel("Comment").fill("Fine");
    await page.getByRole("button", { name: "Submit" }).click();
    check(`${kind}: the task is answered`, (await page.getByRole("heading", { level: 1 }).textContent()) === "Thank you");
    await page.goBack();
    await page.reload();
    check(`${kind}: its link is over then`, (await page.getByRole("heading", { level: 1 }).textContent()) === "This form cannot be filled in any more");
  } else {
    check(`${kind}: the ending shows: “${heading}”`, heading === "Thank you for your order");
    check(`${kind}: with the total`, (await page.textContent("main")).includes(`${total} €`));
  }
  await accessible(browser, page, `${kind}: ending`, options);
  const [mail, sum, approved] = await row(company);
  check(`${kind}: the order lies in the database: ${mail}, ${sum}, ${approved}`,
    mail === "ria@example.com" && Number(sum) === total && approved === (total > 10000 ? "approved" : "not needed"));
  await look(page, `ending-${tag}`);
  check(`${kind}: no errors on the console: ${errors.join("; ") || "none"}`, errors.filter((each) => !each.includes("422") && !each.includes("410")).length === 0);
  await context.close();
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
const desktop = { width: 1280, height: 900 };
const phone = { width: 390, height: 844 };
let scripts = false;
for (const colorScheme of ["light", "dark"]) {
  for (const viewport of [desktop, phone]) {
    scripts = !scripts; // so that each of the four is seen with and without
    await order(browser, scripts, "12.5", colorScheme, viewport);
    await order(browser, !scripts, "5000", colorScheme, viewport);
  }
}
await browser.close();
end();
