// Matching: where a word stands in a form. Spans are offsets in the printed text.

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
