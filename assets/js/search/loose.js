// Loose: what to do when nothing else helped.

const TELLING = 3; // what stands in one document of twenty: e³ ≈ 20
const WORST_SHOWN = 0.6; // of what the best tells
const NUMBER = /\ue000[^\ue001]+\ue001%?/g;
const LIGHTS = new RegExp(`[${LIGHT}]`, 'g');

/** 28 and 十二, but not 两 in 两化. */
function isFigure(numeral) {
  return numeral.length > 1 || /\d/.test(numeral);
}

function withoutNumbers({ text, numerals }) {
  const pieces = [];
  let done = 0;
  for (const { start, end } of numerals.filter((one) => isFigure(text.slice(one.start, one.end)))) {
    pieces.push(text.slice(done, start));
    done = end;
  }
  return pieces.concat(text.slice(done)).filter(Boolean);
}

/** Parts of a query: enough of it, and something that tells. */
class LooseWant {
  /** `weights` are those of pairs of characters, of numbers and of the words meant. */
  constructor({ words, isQuestion, numbers, synonym, meant }, weights) {
    this.pieces = [].concat(...words.map(withoutNumbers));
    this.numerals = [].concat(...words.map(({ text, numerals }) => numerals.map(({ start, end }) => text.slice(start, end)))).filter(isFigure);
    Object.assign(this, { isQuestion, numbers, synonym, meant, weights });
  }

  get grams() {
    return Object.keys(this.weights).map((gram) => [gram]);
  }

  /** The longest stretches of the query that stand in a text, and what is left of it. */
  parts(text) {
    const [held, left] = [[], []];
    for (const piece of this.pieces) {
      for (let start = 0, end; start < piece.length; start = Math.max(end, start + 1)) {
        for (end = start; end < piece.length && text.includes(piece.slice(start, end + 1));) end++;
        const isPart = end - start > (/\w/.test(piece[start]) ? 2 : 1);
        if (isPart) held.push(piece.slice(start, end));
        else left.push(piece.slice(start, Math.max(end, start + 1)));
      }
    }
    return { held, left: left.join('') };
  }

  weight(part) {
    return pairsOf(part).reduce((sum, pair) => sum + (this.weights[pair] || 0), 0);
  }

  rank({ forms }) {
    const text = forms.map((form) => form.text).join('\n');
    const { held, left } = this.parts(text);
    const numbers = this.numbers.filter((token) => forms.some(({ counted }) => counted.text.includes(token)));
    const words = this.meant.filter((word) => text.includes(word));
    const tells = held.map((part) => this.weight(part)).concat(numbers.map((token) => this.weights[token] || 0), words.map((word) => this.weights[word] || 0));
    const length = held.join('').length + (numbers.length ? this.numerals.join('').length : 0) + (words.length ? this.synonym.length : 0);
    const missed = left.replace(LIGHTS, '').length - (words.length ? this.synonym.length : 0) + (numbers.length ? 0 : this.numerals.join('').length);
    if (length < missed || (length === missed && !this.isQuestion) || Math.max(0, ...tells) < TELLING) return null;
    const inTitle = held.every((part) => forms[0].text.includes(part)) ? 0.5 : 0;
    return { rank: 100 - inTitle - tells.reduce((sum, one) => sum + one, 0), why: '部分相符' };
  }

  marks(form) {
    const spans = this.parts(form.text).held.concat(this.meant).map((part) => printedSpans(form, occurrences(form, part)));
    const numbers = this.numbers.map((token) => printedSpans(form.counted, occurrences(form.counted, token)));
    return merged([].concat(...spans, ...numbers));
  }

  /** Much less than the best is not worth showing. */
  isWorth({ rank }, best) {
    return 100 - rank >= WORST_SHOWN * (100 - best.rank);
  }
}
