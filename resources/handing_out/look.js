const W = JSON.parse(document.getElementById("words").textContent);
const AT_ONCE = 200, MOST_PRINTED = 5000, MOST_SNIPPETS = 2000, MOST_KEPT = 40e6, PAUSE = 250;
const D = [], cards = [], kept = new Map(), shards = new Map();
const ENDS = new RegExp(W.endings), BEGINS = new Set(W.word_files);
const one = name => document.querySelector(name);
const made = (name, text, kind) => {
  const e = document.createElement(name);
  if (text) e.textContent = text;
  if (kind) e.className = kind;
  return e;
};
const [types, years] = document.querySelectorAll("select");
const input = one("input"), body = one("tbody"), status = one("[role=status]"), button = one("button");
let found = [], shown = 0, inText = -1, turn = 0, later = 0, keptSize = 0, arrived = null, lost = 0;

function rows(first, some) { some.forEach((row, at) => { D[first + at] = row; }); }
function texts(some) { arrived = some; }
function stems(begin, some, lists) { shards.set(begin, { stems: some, lists }); }
function load(kind, number) {
  return new Promise(done => {
    const script = document.createElement("script");
    script.src = "index/" + kind + "-" + String(number).padStart(typeof number === "number" ? 5 : 0, "0") + ".js";
    script.onload = () => { script.remove(); done(true); };
    script.onerror = () => { script.remove(); lost += 1; done(false); };
    document.head.append(script);
  });
}
function card(at) { return cards[at] ??= fold(D[at].slice(0, 9).join(" ")); }
function fits(at) {
  return D[at] && (!types.value || D[at][1] === types.value) && (!years.value || D[at][3].slice(0, 4) === years.value);
}
function link(text, path) {
  const a = made("a", text);
  a.href = path; a.target = "_blank"; a.rel = "noopener noreferrer";
  return a;
}
function line([at, near]) {
  const row = D[at], tr = document.createElement("tr"), title = made("td", "", "t"), paths = row[9];
  title.append(paths.length ? link(row[0], paths[0]) : row[0]);
  if (paths.length > 1) {
    const older = made("small");
    paths.slice(1).forEach((path, no) => older.append(link(W.older.replace("{n}", paths.length - 1 - no), path), " "));
    title.append(older);
  }
  if (row[8]) title.append(made("small", row[8]));
  if (near) {
    const said = made("small");
    said.append(near[0], made("mark", near[1]), near[2]);
    title.append(said);
  }
  tr.append(made("td", row[4], "d"), title, made("td", row[2]), made("td", row[1]), made("td", row[5]),
    made("td", row[6], "n"), made("td", row[7], "n"));
  return tr;
}
function more(most) {
  const lines = document.createDocumentFragment(), end = Math.min(found.length, shown + most);
  for (; shown < end; shown++) {
    if (shown === inText) {
      const tr = document.createElement("tr"), th = made("th", W.in_text, "part");
      th.colSpan = W.columns.length; th.scope = "rowgroup"; tr.append(th); lines.append(tr);
    }
    lines.append(line(found[shown]));
  }
  body.append(lines);
  button.hidden = shown >= found.length;
}
function tell(done, of) {
  const part = done < of ? " · " + W.searching.replace("{percent}", Math.floor(100 * done / of)) : "";
  status.textContent = W.count.replace("{n}", found.length.toLocaleString(W.language)) + part + (lost ? " · " + W.lost : "");
}
function wanting(words) {
  return [...new Set(words.map(word => word.slice(0, 2)))].filter(begin => BEGINS.has(begin) && !shards.has(begin));
}
function answers(text, asked) { return asked.every(([word, others]) => answer(text, word, others) !== undefined); }
function look() {
  const mine = ++turn, words = parts(input.value), missing = wanting(words);
  clearTimeout(later);
  if (missing.length) {
    for (const begin of missing) BEGINS.delete(begin);
    Promise.all(missing.map(begin => load("words", begin))).then(() => { if (mine === turn) look(); });
    return;
  }
  const asked = words.map(word => [word, forms(word, ENDS, shards)]);
  found = []; shown = 0; inText = -1; body.replaceChildren();
  for (let at = 0; at < D.length; at++)
    if (fits(at) && answers(card(at), asked)) found.push([at, null]);
  more(AT_ONCE);
  const wanted = words.some(word => word.length > 1) && W.text_files > 0;
  tell(wanted ? 0 : 1, 1);
  if (wanted) later = setTimeout(() => read(mine, asked, 1, new Set(found.map(hit => hit[0]))), PAUSE);
}
function read(mine, asked, number, known) {
  if (mine !== turn || number > W.text_files) return;
  pages(number).then(some => {
    if (mine !== turn) return;
    for (const [at, text, folded] of some) {
      if (known.has(at) || !fits(at)) continue;
      const hits = asked.map(([word, others]) => answer(folded, word, others));
      if (!hits.every((hit, no) => hit !== undefined || answers(card(at), [asked[no]]))) continue;
      if (inText < 0) inText = found.length;
      const marked = hits.filter(hit => hit !== undefined);
      found.push([at, found.length - inText < MOST_SNIPPETS ? snippet(text, folded, marked) : null]);
    }
    if (shown < AT_ONCE) more(AT_ONCE - shown);
    button.hidden = shown >= found.length;
    tell(number, W.text_files);
    read(mine, asked, number + 1, known);
  });
}
function pages(number) {
  if (kept.has(number)) return Promise.resolve(kept.get(number));
  return load("texts", number).then(ok => {
    const some = ok && arrived ? arrived.map(([at, text]) => [at, text, fold(text)]) : [];
    arrived = null;
    const size = some.reduce((sum, each) => sum + each[1].length + each[2].length, 0);
    if (keptSize + size <= MOST_KEPT) { kept.set(number, some); keptSize += size; }
    return some;
  });
}
function options(select, all, values) {
  const was = select.value;
  select.replaceChildren();
  select.setAttribute("aria-label", all);
  for (const value of ["", ...values]) {
    const o = made("option", value || all); o.value = value; select.append(o);
  }
  select.value = values.includes(was) ? was : "";
}
function sorts() {
  const unique = at => [...new Set(D.filter(Boolean).map(row => at === 3 ? row[3].slice(0, 4) : row[at]))].filter(Boolean);
  options(types, W.everything, unique(1).sort((a, b) => a.localeCompare(b, W.language)));
  options(years, W.every_year, unique(3).sort().reverse());
}
function begin(number) {
  if (number > W.row_files) { sorts(); if (number > 2 || !D.length) look(); return; }
  load("rows", number).then(() => {
    if (number === 1) { sorts(); look(); } else tell(number, W.row_files);
    begin(number + 1);
  });
}
function move(step) {
  const links = [...body.querySelectorAll("td.t > a")], at = links.indexOf(document.activeElement) + step;
  if (at < 0) input.focus(); else if (at < links.length) links[at].focus(); else if (!button.hidden) button.focus();
}
document.title = W.title;
one("h1").textContent = W.title;
input.placeholder = W.search;
input.setAttribute("aria-label", W.search);
one("table").setAttribute("aria-label", W.title);
button.textContent = W.more;
button.onclick = () => { const at = shown; more(AT_ONCE); const a = body.querySelectorAll("td.t > a")[at]; if (a) a.focus(); };
W.columns.forEach((name, at) => { const th = made("th", name, at > 4 ? "n" : ""); th.scope = "col"; one("thead tr").append(th); });
one("form").onsubmit = event => { event.preventDefault(); look(); };
input.oninput = () => { clearTimeout(later); later = setTimeout(look, 80); };
types.onchange = years.onchange = look;
onkeydown = event => {
  const typing = event.target === input, chosen = event.target.matches("select");
  if (event.key === "/" && !typing && !chosen) { event.preventDefault(); input.select(); }
  else if (event.key === "Escape") { input.value = ""; input.focus(); look(); }
  else if (!chosen && (event.key === "ArrowDown" || event.key === "ArrowUp")) { event.preventDefault(); move(event.key === "ArrowDown" ? 1 : -1); }
};
onbeforeprint = () => { if (shown < found.length) more(MOST_PRINTED - shown); };
options(types, W.everything, []);
options(years, W.every_year, []);
begin(1);
