// Wants: what is looked for in a document, and how well it answers. Lower ranks are better, NaN is no match.

/** How far from a place of the first word the others stand, at best. */
function distance([first, ...others]) {
  const nearest = (at, { spans }) => Math.min(...spans.map((span) => Math.abs(span[0] - at)));
  return Math.min(...first.spans.map(([at]) => Math.max(...others.map((other) => nearest(at, other)))));
}

function merged(spans) {
  const marks = [];
  for (const [start, end] of spans.sort((a, b) => a[0] - b[0])) {
    const last = marks[marks.length - 1];
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else marks.push([start, end]);
  }
  return marks;
}

/** A word or words: as a whole, or else all of them, the nearer the better. */
class Want {
  constructor(whole, words = []) {
    this.whole = whole;
    this.words = words.length > 1 ? words : [];
    this.matchers = [whole, ...this.words].filter(Boolean);
  }

  /** What a text has to hold: one list or another. */
  get grams() {
    const cross = (lists, matcher) => [].concat(...lists.map((list) => matcher.grams.map((grams) => list.concat(grams))));
    return (this.whole ? this.whole.grams : []).concat(this.words.length ? this.words.reduce(cross, [[]]).slice(0, 8) : []);
  }

  answer(form) {
    const found = this.whole && this.whole.locate(form);
    if (found) return found;
    const all = this.words.map((word) => word.locate(form));
    if (!all.length || !all.every(Boolean)) return null;
    return { rank: 2 + distance(all) / 1e6, why: all.map(({ why }) => why).find(Boolean) || '' };
  }

  /** The forms of a target are its title and quote, in this order; of a sentence its text. */
  rank({ forms }) {
    const answers = forms.map((form, field) => {
      const found = this.answer(form);
      return found && { rank: 4 * field + found.rank, why: found.why };
    });
    const isSpread = this.words.length && this.words.every((word) => forms.some((form) => word.locate(form)));
    return answers.find(Boolean) || (isSpread ? { rank: 9, why: '' } : null);
  }

  marks(form) {
    return merged([].concat(...this.matchers.map((matcher) => (matcher.locate(form) || { spans: [] }).spans)));
  }
}

/** One want or, less well, another. */
class AnyWant {
  constructor(wants) {
    this.wants = wants;
  }

  get grams() {
    return [].concat(...this.wants.map(({ grams }) => grams));
  }

  rank(document) {
    const answers = this.wants.map((want, at) => {
      const found = want.rank(document);
      return found && { rank: found.rank + 20 * at, why: found.why };
    });
    return answers.find(Boolean) || null;
  }

  marks(form) {
    return merged([].concat(...this.wants.map((want) => want.marks(form))));
  }
}

/** The documents that answer, best first and else in their order. */
function hitsAmong(documents, want) {
  const hits = documents.map((document) => ({ document, answer: want.rank(document) })).filter(({ answer }) => answer);
  hits.sort((a, b) => a.answer.rank - b.answer.rank);
  return want.isWorth ? hits.filter(({ answer }) => want.isWorth(answer, hits[0].answer)) : hits;
}

function shownHit({ document, answer }, want) {
  const { kind, href, note, status, forms } = document;
  const texts = (kind === 'place' || kind === 'agency' ? forms.slice(0, 1) : forms);
  return {
    kind, href, note,
    texts: texts.map((form) => ({ text: form.printed, marks: want.marks(form) })),
    status: status && status[0],
    label: status && status[1],
    why: answer.why,
  };
}
