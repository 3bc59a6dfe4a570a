// Matching: where a word stands in a form. Spans are offsets in the printed text.

const FARTHEST = 6; // characters from one of an abbreviation to the next
const BROKEN = /[^\p{L}\p{N}]/u;

function occurrences({ text }, needle) {
  const found = [];
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) found.push([at, at + needle.length]);
  return found;
}

function printedSpans({ from, to }, spans) {
  return spans.map(([start, end]) => [from[start], to[end - 1]]);
}

/** 28 stands neither in 280 nor in 2.8; but 28 finds 28万亩. */
function keepsNumbersWhole(form, word, [start, end]) {
  const splits = (at) => form.numerals.some((numeral) => numeral.start < at && at < numeral.end);
  if (splits(start) && word.numerals.some((numeral) => !numeral.start)) return false;
  return !splits(end) || /[万亿]/.test(form.text[end]) || !word.numerals.some((numeral) => numeral.end === word.text.length);
}

/** A number alone does not meet a single Chinese one: 10 is not 十分, 2 is not 两会; 10大 and 2家 are. */
function isHasty({ printed, counted }, word, [at]) {
  const number = word.numerals[0];
  return number.end - number.start === word.text.length
    && [word.text, printed.slice(counted.from[at], counted.to[at])].some((words) => /^\D$/.test(words));
}

/** 绛县 is not the one in 新绛县. */
function standsAlone(form, names, [start, end]) {
  return !names.some((name) => occurrences(form, name).some(([from, to]) => from <= start && end <= to));
}

/** A way to look for a word. `locate` answers with its best rank (0 as typed), the spans and a word on why;
    `grams` lists what a text must hold, one list for each way it may be written. */
function literal(word, why = '', longerNames = []) {
  const counted = word.numerals.length > 0;
  return {
    locate(form) {
      const exact = word.text ? occurrences(form, word.text).filter((span) => keepsNumbersWhole(form, word, span) && standsAlone(form, longerNames, span)) : [];
      const other = counted ? occurrences(form.counted, word.counted.text).filter((span) => !isHasty(form, word, span)) : [];
      if (!exact.length && !other.length) return null;
      return {
        rank: exact.length ? 0 : 1,
        spans: printedSpans(form, exact).concat(printedSpans(form.counted, other)),
        why: why || (exact.length ? '' : '数字写法不同'),
      };
    },
    grams: counted ? [gramsOf(word.text), countedGrams(word.counted.text)] : [gramsOf(word.text)],
  };
}

/** One of several ways, the first that is there. */
function either(matchers) {
  return {
    locate: (form) => matchers.reduce((found, matcher) => found || matcher.locate(form), null),
    grams: [].concat(...matchers.map(({ grams }) => grams)),
  };
}

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

/** Pairs of characters, or a lone one: what any text with these words holds. */
function gramsOf(text) {
  const runs = text.match(WORD_RUN) || [];
  const pairs = [].concat(...runs.map(pairsOf));
  return pairs.length ? pairs : runs;
}

function countedGrams(text) {
  const numbers = (text.match(/\ue000[^\ue001]+/g) || []).map((token) => `#${token.slice(1)}`);
  return numbers.concat(gramsOf(text.replace(/\ue000[^\ue001]+\ue001/g, ' ')).filter((gram) => gram.length > 1));
}
