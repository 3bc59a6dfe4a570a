// Forms: text as it is compared, each character knowing where it was printed.
// tracker/render/search/forms.py makes the same forms from the same table.

const SPACE = /[\t-\r \u00a0\u00ad\u1680\u2000-\u200d\u2028\u2029\u202f\u205f\u3000\ufeff]/g;
const THOUSANDS = /([\d０-９]),(?=[\d０-９]{3}(?![\d０-９]))|([０-９])，(?=[０-９]{3}(?![０-９]))/g; // not 5，300亿元
const MARK = '\ue002';
const WORD_RUN = /[\p{L}\p{N}]+/gu;

function foldTable(pairs) {
  const table = {};
  Array.from(pairs).forEach((char, i, chars) => { if (i % 2) table[chars[i - 1]] = char; });
  return table;
}

function append(form, words, from, to) {
  for (const unit of words.split('')) {
    form.text += unit;
    form.from.push(from);
    form.to.push(to);
  }
}

/** `edits` are [start, end, words] in order; each new character stands for the whole stretch it replaces. */
function edited(form, edits) {
  if (!edits.length) return form;
  const result = { printed: form.printed, text: '', from: [], to: [] };
  let done = 0;
  for (const [start, end, words] of edits.concat([[form.text.length, form.text.length, '']])) {
    for (; done < start; done++) append(result, form.text[done], form.from[done], form.to[done]);
    append(result, words, form.from[start], form.to[end - 1]);
    done = end;
  }
  return result;
}

function withoutMarks(form) {
  const edits = [];
  for (let at = form.text.indexOf(MARK); at >= 0; at = form.text.indexOf(MARK, at + 1)) edits.push([at, at + 1, '']);
  return edited(form, edits);
}

/** A token between fences matches whole or not at all. */
function fenced(text, { start, end, value }, scales, done) {
  const unit = Object.keys(scales).find((one) => text.startsWith(one, end)) || '';
  const [factor, common] = scales[unit] || [1, ''];
  const token = OPEN + (unit ? plainNumber(value * factor) : value) + CLOSE + common;
  return text.slice(done, start).endsWith('百分之') ? [start - 3, end + unit.length, `${token}%`] : [start, end + unit.length, token];
}

class Normaliser {
  constructor({ marks, units, scales, fold }) {
    this.scales = scales;
    this.marks = new Set(marks);
    this.units = units;
    this.unit = new RegExp(`(^|[^a-z])(${Object.keys(units).join('|')})(?![a-z\\d])`, 'g');
    this.fold = foldTable(fold);
  }

  learn(pairs) {
    Object.assign(this.fold, foldTable(pairs));
  }

  /** Whether it has a character that is written otherwise in the texts. */
  isFolded(text) {
    return Array.from(text).some((char) => this.fold[char.normalize('NFKC')]);
  }

  /** What stands for a character; a mark ends a number and is then left out. */
  plain(char) {
    const plain = char.normalize('NFKC').toLowerCase();
    return Array.from((this.fold[plain] || plain).replace(SPACE, ''), (one) => (this.marks.has(one) ? MARK : one)).join('');
  }

  canonical(printed) {
    const form = { printed, text: '', from: [], to: [] };
    let at = 0;
    for (const char of printed.replace(THOUSANDS, '$1$2 ')) {
      append(form, this.plain(char), at, at + char.length);
      at += char.length;
    }
    const units = [];
    form.text.replace(this.unit, (all, before, unit, start) => units.push([start + before.length, start + all.length, this.units[unit]]));
    return edited(form, units);
  }

  form(printed) {
    const marked = this.canonical(printed);
    const numerals = numeralsOf(marked.text);
    const form = Object.assign({}, withoutMarks(marked));
    const before = (at) => marked.text.slice(0, at).split(MARK).length - 1;
    form.numerals = numerals.map(({ start, end, value }) => ({ start: start - before(start), end: end - before(start), value }));
    form.counted = withoutMarks(edited(marked, numerals.map((numeral, at) => fenced(marked.text, numeral, this.scales, at ? numerals[at - 1].end : 0))));
    return form;
  }
}

function pairsOf(run) {
  const chars = Array.from(run);
  return chars.slice(1).map((char, at) => chars[at] + char);
}
