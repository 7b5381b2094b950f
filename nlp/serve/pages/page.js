"use strict";
// The page: sends the post, shows the record, and tells what goes on to eyes and to screen readers.

const EXAMPLES = [
  { drug: "", text: "Started Lexapro 10 mg in March for anxiety 😟 and within a week I couldn't sleep at all, maybe three hours a night. No nausea, which I was worried about. My doctor lowered it to 5 mg and I slept fine again after a few days." },
  { drug: "", text: "My mum (71) was on amoxicillin for a chest infection. On the second day she got hives all over and her lips swelled, we ended up in the ER. They stopped it and gave her Benadryl, gone by the next morning." },
  { drug: "Effexor", text: "Forgot two doses over the weekend and got brain zaps and the worst dizziness, couldn't drive to work. It does help my depression a lot though." },
];
const ATTEMPTS = 20;
const byId = (id) => document.getElementById(id);
let example = 0;
let asked = 0;

function tell(message) {
  byId("status").textContent = message;
}

function setBusy(busy) {
  byId("read").setAttribute("aria-disabled", String(busy));
  byId("results").setAttribute("aria-busy", String(busy));
}

function show(name) {
  for (const id of ["empty", "error", "record"]) byId(id).hidden = id !== name;
}

function showError(message) {
  byId("error").replaceChildren(element("p", {}, message));
  show("error");
}

function pause(seconds) {
  return new Promise((resolve) => setTimeout(resolve, 1000 * seconds));
}

async function send(post) {
  const headers = { "content-type": "application/json" };
  const key = byId("key").value.trim();
  if (key) headers.authorization = `Bearer ${key}`;
  return fetch("/v1/extract", { method: "POST", headers, body: JSON.stringify(post) });
}

// What to tell a person about an answer that is no record.
async function complaint(answer) {
  const problem = await answer.json().catch(() => ({}));
  if (answer.status === 401) {
    byId("key-row").hidden = false;
    byId("key").focus();
    return byId("key").value ? "This API key is not valid." : "This service asks for an API key.";
  }
  if (answer.status === 413) return "This post is too long: at most 1 MiB.";
  return problem.detail ? `The post could not be read: ${problem.detail}.` : `The service answered ${answer.status}.`;
}

async function read(event) {
  event.preventDefault();
  const text = byId("text").value;
  if (!text.trim()) {
    showError("There is no text yet: paste a post, or try an example.");
    byId("text").focus();
    return;
  }
  asked += 1;
  const mine = asked;
  const drug = byId("drug").value.trim();
  const post = { id: "page", text, meta: drug ? { drug } : {} };
  setBusy(true);
  tell("Reading the post.");
  try {
    let answer = await send(post);
    for (let attempt = 0; answer.status === 503 && attempt < ATTEMPTS && mine === asked; attempt += 1) {
      tell("The service is busy or still loading its model; trying again.");
      await pause(Math.min(5, Number(answer.headers.get("retry-after")) || 1));
      answer = await send(post);
    }
    if (mine !== asked) return;
    if (!answer.ok) {
      showError(await complaint(answer));
      tell("");
      return;
    }
    const record = await answer.json();
    if (mine !== asked) return;
    byId("record").replaceChildren(...renderRecord(record));
    show("record");
    const count = record.entities.length;
    tell(`Done: ${count} ${count === 1 ? "finding" : "findings"}.`);
    if (window.matchMedia("(max-width: 60rem)").matches) byId("results").scrollIntoView({ block: "start" });
  } catch {
    if (mine === asked) showError("The service cannot be reached. Is it still running?");
  } finally {
    if (mine === asked) setBusy(false);
  }
}

byId("form").addEventListener("submit", read);
byId("text").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) byId("form").requestSubmit();
});
byId("example").addEventListener("click", () => {
  const chosen = EXAMPLES[example % EXAMPLES.length];
  example += 1;
  byId("text").value = chosen.text;
  byId("drug").value = chosen.drug;
  byId("form").requestSubmit();
});
try {
  byId("key").value = sessionStorage.getItem("key") || "";
  byId("key").addEventListener("change", () => sessionStorage.setItem("key", byId("key").value.trim()));
} catch { /* storage may be forbidden: the key is then asked for again */ }
