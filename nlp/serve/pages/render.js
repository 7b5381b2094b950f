"use strict";
// A record as elements. Offsets are code points: JavaScript's own count UTF-16 units, so the text becomes an array first.

const LABELS = {
  DRUG: "medicine", ADE: "unwanted effect", WITHDRAWAL: "withdrawal effect", CONDITION: "condition", SYMPTOM: "symptom",
  DOSE: "dose", ROUTE: "route", FREQUENCY: "frequency", DURATION: "duration",
};
const DETAILS = new Set(["DOSE", "ROUTE", "FREQUENCY", "DURATION"]); // of a medicine: nothing is asserted of them
const VERBS = { causes: "is said to cause", treats: "is taken for", has: "with", after_stopping: "came after stopping" };

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) made.setAttribute(key, value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

function card(title, ...children) {
  return element("section", { class: "card" }, element("h2", {}, title), ...children);
}

function words(name) {
  return name.replaceAll("_", " ");
}

const isAbsent = (entity) => entity.attributes.presence.value === "absent";

function tag(entity) {
  const absent = isAbsent(entity);
  const note = absent ? element("span", { class: "hidden" }, " (absent)") : null;
  return element("span", { class: `tag ${entity.label}${absent ? " absent" : ""}` }, entity.text, note);
}

function quoted(evidence) {
  return evidence && evidence.text ? element("q", {}, evidence.text) : null;
}

// The post with its entities marked; `choose(entity)` is called for one that is clicked or entered.
function renderPost(record, choose) {
  const characters = Array.from(record.post.text);
  const shown = element("p", { class: "post" });
  const edges = new Set([0, characters.length]);
  for (const entity of record.entities) for (const [start, end] of entity.spans) edges.add(start).add(end);
  const cuts = [...edges].sort((a, b) => a - b);
  const begun = new Set();
  for (let place = 0; place + 1 < cuts.length; place += 1) {
    const [from, to] = [cuts[place], cuts[place + 1]];
    const piece = characters.slice(from, to).join("");
    const entity = record.entities.find((each) => each.spans.some(([start, end]) => start <= from && to <= end));
    if (!entity) {
      shown.append(piece);
      continue;
    }
    const absent = isAbsent(entity);
    const first = !begun.has(entity.id);
    begun.add(entity.id);
    const mark = element("mark", {
      class: entity.label + (absent ? " absent" : ""),
      role: "button",
      tabindex: first ? "0" : "-1",
      "data-entity": entity.id,
      "aria-pressed": "false",
      "aria-label": `${piece}, ${absent ? "no " : ""}${LABELS[entity.label] || entity.label}`,
    }, piece);
    mark.addEventListener("click", () => choose(entity));
    mark.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        choose(entity);
      }
    });
    shown.append(mark);
  }
  return shown;
}

function renderLegend(record) {
  const present = Object.keys(LABELS).filter((label) => record.entities.some((each) => each.label === label));
  return element("ul", { class: "legend", "aria-label": "Colours" },
    ...present.map((label) => element("li", { class: `tag ${label}` }, LABELS[label])));
}

function row(name, ...content) {
  return [element("dt", {}, name), element("dd", {}, ...content)];
}

function renderEntity(entity) {
  const rows = [];
  const isDetail = DETAILS.has(entity.label);
  for (const [name, attribute] of Object.entries(entity.attributes)) {
    if (!attribute || isDetail) continue;
    rows.push(...row(name, attribute.value, attribute.cue ? " " : null, quoted(attribute.cue)));
  }
  for (const link of entity.links) {
    rows.push(...row(link.system, `${link.code} ${link.name}`, element("span", { class: "why" }, link.reason)));
  }
  if (!entity.links.length && !isDetail) rows.push(...row("concept", "none found"));
  rows.push(...row("found by", `${entity.origin}, score ${entity.score.toFixed(2)}`));
  const name = LABELS[entity.label] || entity.label;
  return element("div", {}, element("h3", {}, tag(entity), name), element("dl", {}, ...rows));
}

function verb(relation, tail) {
  if (relation.label === "causes" && isAbsent(tail)) return "is said not to cause";
  return VERBS[relation.label] || words(relation.label);
}

function renderRelations(record) {
  const byId = new Map(record.entities.map((each) => [each.id, each]));
  const known = record.relations.filter((each) => byId.has(each.head) && byId.has(each.tail));
  if (!known.length) return null;
  const items = known.map((each) => element("li", {},
    tag(byId.get(each.head)),
    element("span", { class: "arrow" }, `${verb(each, byId.get(each.tail))} →`),
    tag(byId.get(each.tail)),
    each.effectiveness ? element("span", { class: "soft" }, `effect: ${each.effectiveness}`) : null));
  return card("How they belong together", element("ul", { class: "relations" }, ...items));
}

// Any value of the case: a claim with its words, ids of entities as their words, lists of either.
function shownValue(value, byId) {
  if (value === null || value === undefined || value === false || value === "") return null;
  if (Array.isArray(value)) {
    const parts = value.map((each) => shownValue(each, byId)).filter((each) => each !== null);
    if (!parts.length) return null;
    return element("span", {}, ...parts.flatMap((each, place) => (place ? [", ", each] : [each])));
  }
  if (typeof value === "object") {
    if (!("value" in value)) return null;
    const evidence = (value.evidence || []).map(quoted).filter((each) => each && each.textContent !== value.value);
    return element("span", {}, words(String(value.value)), ...evidence.flatMap((each) => [" ", each]));
  }
  return document.createTextNode(byId.has(value) ? byId.get(value).text : words(String(value)));
}

function renderItem(item, byId) {
  const rows = [];
  for (const [name, value] of Object.entries(item)) {
    if (name === "name" || name === "entities") continue;
    const shown = shownValue(value, byId);
    if (shown) rows.push(...row(words(name), shown));
  }
  return element("li", {}, element("h3", {}, item.name), rows.length ? element("dl", {}, ...rows) : null);
}

function group(title, content) {
  return content ? [element("h3", { class: "group" }, title), content] : [];
}

function renderCase(record) {
  const byId = new Map(record.entities.map((each) => [each.id, each]));
  const found = record.case;
  const list = (items) => (items.length ? element("ul", { class: "items" }, ...items.map((each) => renderItem(each, byId))) : null);
  const patient = renderItem({ name: "", ...found.patient }, byId).querySelector("dl");
  const situations = shownValue(found.special_situations, byId);
  const criteria = element("ul", { class: "criteria" }, ...Object.entries(found.criteria).map(([name, claim]) =>
    element("li", { class: claim.value, title: claim.value }, words(name), element("span", { class: "hidden" }, `: ${claim.value}`))));
  return card("The case",
    ...(found.urgent ? group("Urgent", element("p", {}, shownValue(found.urgent, byId))) : []),
    ...group("Patient", patient && element("ul", { class: "items" }, element("li", {}, patient))),
    ...group("Treatments", list(found.treatments)),
    ...group("Reactions", list(found.reactions)),
    ...group("Special situations", situations && element("ul", { class: "items" }, element("li", {}, situations))),
    ...group("Minimum criteria of a report", criteria));
}

// All cards of a record.
function renderRecord(record) {
  const detail = element("div", { class: "detail", "aria-live": "polite" });
  const choose = (entity) => {
    detail.replaceChildren(renderEntity(entity));
    for (const mark of post.querySelectorAll("mark")) {
      mark.setAttribute("aria-pressed", String(mark.dataset.entity === entity.id));
    }
  };
  const post = renderPost(record, choose);
  const hint = record.entities.length ? "Choose a marked stretch to see why it was marked." : "Nothing was found in this post.";
  detail.append(element("p", { class: "soft" }, hint));
  const raw = element("details", { class: "card" }, element("summary", {}, "The record as JSON"),
    element("pre", { tabindex: "0" }, JSON.stringify(record, null, 2)));
  return [card("What was found", post, renderLegend(record), detail), renderRelations(record), renderCase(record), raw]
    .filter((each) => each !== null);
}
