// Slips: words with a character wrong, or with characters left out.

const FARTHEST = 6; // characters from one of an abbreviation to the next
const BROKEN = /[^\p{L}\p{N}]/u;

/** Found by `spansIn`, the shorter the better. */
function nearly(spansIn, why, grams) {
  return {
    locate(form) {
      const spans = spansIn(form);
      return spans.length ? { rank: Math.min(...spans.map(([start, end]) => end - start)) / 100, spans: printedSpans(form, spans), why } : null;
    },
    grams,
  };
}

/** Any one character may be another; so one half of the word is right. */
function oneWrong(word) {
  const half = word.length >> 1;
  const wrong = (text, at) => word.split('').filter((char, i) => char !== text[at + i]).length;
  const startsOf = (form) => occurrences(form, word.slice(0, half)).map(([at]) => at)
    .concat(occurrences(form, word.slice(half)).map(([at]) => at - half));
  const spansIn = (form) => startsOf(form)
    .filter((at) => at >= 0 && at + word.length <= form.text.length && wrong(form.text, at) === 1 && !BROKEN.test(form.text.slice(at, at + word.length)))
    .map((at) => [at, at + word.length]);
  return nearly(spansIn, '一字不同', [pairsOf(word.slice(0, half)), pairsOf(word.slice(half))]);
}

/** 高标田 for 高标准农田: its characters in order, in one clause, not far apart; 轨交 for 轨道交通. */
function shortened(word) {
  return nearly((form) => occurrences(form, word[0]).map(([at]) => spread(form.text, word, at)).filter(Boolean), '简称', word.length === 2 ? [word.split('')] : pairsOf(word).map((pair) => [pair]));
}

function spread(text, word, start) {
  let at = start;
  for (const char of word.slice(1)) {
    const next = text.indexOf(char, at + 1);
    if (next < 0 || next - at > FARTHEST || (word.length === 2 && next - at !== 2)) return null;
    at = next;
  }
  const end = word.length === 2 ? at + 2 : at + 1;
  return BROKEN.test(text.slice(start, end)) || end > text.length ? null : [start, end];
}
