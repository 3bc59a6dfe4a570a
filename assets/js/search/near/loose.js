// Loose: what to do when nothing else helped.

const RARE = 20; // what stands in one document of so many tells something
const LARGE = 10000; // among so many texts something holds almost any half of a query
const FEW = 3; // and so does what stands in so few
const WORST_SHOWN = 0.6; // of what the best tells
const LIGHT = '的地得了着过吗呢吧啊呀么我你他她它们俺咱谁哪什怎几多少个些这那有没在是就也又再去来到给把被让跟和与或但能会要想可以应该还都很太最不办做弄搞修建管收交开设家人事天年月日时候上下里中外前后座处条项亩户所名件种次位只台辆块元';
const LIGHTS = new RegExp(`[${LIGHT}]`, 'g');
const LIGHT_EDGES = new RegExp(`^[${LIGHT}]+|[${LIGHT}]+$`, 'g');

function trimmed(word) {
  const rest = word.replace(LIGHT_EDGES, '');
  return rest.length > 1 ? rest : word;
}

/** 28 and 十二, but not 两 in 两化. */
function figuresOf({ text, numerals }) {
  return numerals.filter(({ start, end }) => end - start > 1 || /\d/.test(text[start]));
}

/** As they stand in counted texts, with the sign that makes them a share. */
function tokensOf(word) {
  const isShare = ({ start, end }) => word.text[end] === '%' || word.text.slice(0, start).endsWith('百分之');
  return figuresOf(word).map((figure) => OPEN + figure.value + CLOSE + (isShare(figure) ? '%' : ''));
}

function withoutFigures(word) {
  const pieces = [];
  let done = 0;
  for (const { start, end } of figuresOf(word)) {
    pieces.push(word.text.slice(done, start));
    done = end;
  }
  return pieces.concat(word.text.slice(done)).filter(Boolean);
}

/** Parts of a query: enough of it, and something that tells. */
class LooseWant {
  /** `weights` are those of pairs of characters, of numbers and of the words meant. */
  constructor({ words, isQuestion, numbers, synonym, meant }, weights, size) {
    this.pieces = words.map(withoutFigures).flat();
    this.figures = words.map(figuresOf).flat().reduce((sum, { start, end }) => sum + end - start, 0);
    this.least = size < LARGE ? 1 : 2;
    this.telling = Math.log(Math.min(RARE, size / FEW));
    Object.assign(this, { isQuestion, numbers, synonym, meant, weights });
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
    const tells = held.map((part) => this.weight(part)).concat(numbers.concat(words).map((one) => this.weights[one] || 0));
    const other = (numbers.length ? this.figures : 0) + (words.length ? this.synonym.length : 0);
    const missed = left.replace(LIGHTS, '').length + this.figures - other;
    if (!this.isEnough(held.join('').length + other, missed) || Math.max(0, ...tells) < this.telling) return null;
    const inTitle = held.every((part) => forms[0].text.includes(part)) ? 0.5 : 0;
    return { rank: 100 - inTitle - tells.reduce((sum, one) => sum + one, 0), why: '部分相符' };
  }

  /** More than half; of a question half, as it is longer than what it asks for. */
  isEnough(held, missed) {
    return this.pieces.length > 0 && (this.isQuestion && this.least === 1 ? held >= missed : held > this.least * missed);
  }

  marks(form) {
    const spans = this.parts(form.text).held.concat(this.meant).map((part) => printedSpans(form, occurrences(form, part)));
    const numbers = this.numbers.map((token) => printedSpans(form.counted, occurrences(form.counted, token)));
    return merged(spans.concat(numbers).flat());
  }

  /** Much less than the best is not worth showing. */
  isWorth({ rank }, best) {
    return 100 - rank >= WORST_SHOWN * (100 - best.rank);
  }
}
