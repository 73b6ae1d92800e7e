// How long an author waits: from saving a file until the open page has the new text. See bench/README.md.
import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { chromium } from "playwright-core";

const rounds = Number(process.argv[2] || 7);
const root = path.resolve(import.meta.dirname, "../..");
const edits = {
  "content/softmax.md": (text, n) => text.replace("no digit at all", `no digit at all (${n})`),
  "templates/article.ftl": (text, n) => text.replace("On this page</p>", `On this page, ${n}</p>`),
  "templates/assets/style.css": (text, n) => text + `\n.meta { outline-offset: ${n}px; }\n`,
};
const seen = {
  "content/softmax.md": n => document.body.textContent.includes(`no digit at all (${n})`),
  "templates/article.ftl": n => document.body.textContent.includes(`On this page, ${n}`),
  "templates/assets/style.css": n => getComputedStyle(document.querySelector(".meta")).outlineOffset === n + "px",
};

function median(list) {
  return [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
}

(async () => {
  const copy = fs.mkdtempSync(path.join(os.tmpdir(), "reload-"));
  for (const folder of ["content", "templates", "models", "demos"]) {
    fs.cpSync(path.join(root, folder), path.join(copy, folder), { recursive: true });
  }
  fs.mkdirSync(path.join(copy, "target"));
  const classes = path.join(root, "target/classes");
  const started = Date.now();
  const preview = spawn(
    "java",
    ["@" + path.join(root, "bake.options"), "-Xmx1g", "-cp", classes + ":" + fs.readFileSync(path.join(root, "target/classpath.txt"), "utf8").trim(),
      "io.github.seeingdigits.publishing.Preview", "--port", "18231", "--scripts", path.join(root, "target/scripts"), "--root", copy],
    { stdio: ["ignore", "pipe", "inherit"] });
  const address = await new Promise((resolve, reject) => {
    let out = "";
    preview.stdout.on("data", data => {
      out += data; if (process.env.SHOW) process.stdout.write(data);
      const found = /The site is at (\S+)/.exec(out);
      if (found) resolve(found[1]);
    });
    preview.on("exit", code => reject(new Error("the preview ended with " + code + ":\n" + out)));
  });
  console.log(`first page: ${Date.now() - started} ms after the start, from nothing but compiled classes`);
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage();
    await page.goto(address + "softmax.html");
    console.log("\n| saved | median, ms | slowest, ms |\n|---|---:|---:|");
    for (const file of Object.keys(edits)) {
      const target = path.join(copy, file);
      const original = fs.readFileSync(target, "utf8");
      const times = [];
      for (let n = 1; n <= rounds; n++) {
        await page.waitForLoadState("load");
        const begin = Date.now();
        fs.writeFileSync(target, edits[file](original, n));
        await page.waitForFunction(seen[file], n, { polling: 20, timeout: 60000 }).catch(error => {
          // The page went away under the question: ask the next one.
          if (!/context|navigat/i.test(error.message)) throw error;
          return page.waitForFunction(seen[file], n, { polling: 20, timeout: 60000 });
        });
        times.push(Date.now() - begin);
      }
      console.log(`| ${file} | ${median(times.slice(1))} | ${Math.max(...times.slice(1))} |`);
    }
  } finally {
    await browser.close();
    preview.removeAllListeners("exit");
    preview.kill();
    fs.rmSync(copy, { recursive: true, force: true });
  }
})().catch(error => {
  console.error(error);
  process.exit(1);
});
