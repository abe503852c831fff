"use strict";
const MARKS = /[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u1ab0-\u1abd\u1dc0-\u1dff\u20d0-\u20dc\u20e1\u20e5-\u20f0\ufe20-\ufe2f]/g;
const CIRCLE = /\u0e4d([\u0e48-\u0e4b])/g;
const AROUND = 70;
function fold(text) {
  const plain = text.normalize("NFKD").toLowerCase();
  if (!/[^\x00-\x7f]/.test(plain)) return plain;
  return plain.replace(MARKS, "").replace(/ß/g, "ss").replace(/ς/g, "σ").replace(CIRCLE, "$1\u0e4d");
}
function parts(asked) {
  const found = [];
  for (const one of asked.match(/"[^"]*"?|[^\s"]+/g) || []) {
    const word = fold(one.replace(/"/g, " ")).trim().split(/\s+/).join(" ");
    if (word) found.push(word);
  }
  return found;
}
const LETTER = /[a-z0-9\u00df-\u024f\u0370-\u052f]/;
function forms(word, ends, shards) {
  const found = new Set();
  for (let size = 3; size <= word.length; size++) {
    const shard = shards.get(word.slice(0, 2)), list = shard && shard.stems[word.slice(0, size)];
    if (list !== undefined && ends.test(word.slice(size))) shard.lists[list].forEach(one => found.add(one));
  }
  return [...found];
}
function stands(folded, form) {
  for (let at = folded.indexOf(form); at >= 0; at = folded.indexOf(form, at + 1)) {
    const before = folded[at - 1], after = folded[at + form.length];
    if (!(before && LETTER.test(before)) && !(after && LETTER.test(after))) return true;
  }
  return false;
}
function answer(folded, word, others) {
  return folded.includes(word) ? word : others.find(one => stands(folded, one));
}
function places(text, asked) {
  const found = [];
  let at = 0;
  for (const piece of text.match(/\s+|\S+/g) || []) {
    found.push([at, piece]);
    at += fold(piece).length;
    if (at > asked) break;
  }
  return found;
}
function begins(text, asked) {
  let start = 0, at = 0;
  for (const sign of text) {
    const size = fold(sign).length;
    if (at + size > asked && size) return start;
    at += size;
    start += sign.length;
  }
  return text.length;
}
function snippet(text, folded, words) {
  const word = words.find(one => folded.includes(one));
  if (!word) return null;
  const begin = folded.indexOf(word), pieces = places(text, begin), last = pieces[pieces.length - 1];
  let start = 0;
  for (const [, piece] of pieces.slice(0, -1)) start += piece.length;
  const from = start + begins(last[1], begin - last[0]);
  let to = from;
  while (to < text.length && fold(text.slice(from, to)).length < word.length) to += 1;
  while (to < text.length && fold(text.slice(from, to + 1)).length === word.length) to += 1;
  const before = text.slice(Math.max(0, from - AROUND), from), after = text.slice(to, to + AROUND);
  return [
    from > AROUND ? "…" + before.replace(/^\S{0,15}\s/, "") : before,
    text.slice(from, to),
    to + AROUND < text.length ? after.replace(/\s\S{0,15}$/, "") + "…" : after,
  ];
}
