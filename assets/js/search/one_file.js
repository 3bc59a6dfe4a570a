// A corpus that is loaded whole: every document is looked at.

class OneFile extends Corpus {
  constructor(index, parts, normaliser) {
    super(index, parts, normaliser);
    this.documents = this.read().concat(this.named);
    this.all = this.documents.map(({ forms }) => forms[0].text).join('\n'); // a quote stands in a sentence
    this.texts = this.documents.map(({ forms }) => forms.map(({ text, counted }) => `${text}\n${counted.text}`).join('\n'));
    this.size = this.documents.length;
    this.characters = Array.from(new Set(this.all));
  }

  /** All targets first, then chapters, then sentences: the order of equally good answers. */
  read() {
    const { index, normaliser } = this;
    const [rows, lines] = [index.targets.slice(), index.lines.slice()];
    const found = [[], [], []];
    for (const [id, year, chapters, targetCount, lineCount] of index.reports) {
      const report = { id, year: String(year) };
      const titles = chapters.map(([, title]) => title);
      const sentences = this.sentences(lines.splice(0, lineCount), report, chapters);
      const targets = rows.splice(0, targetCount).map((row) => targetDocument(row, report, titles, index, normaliser));
      targets.forEach((target) => { target.own = sentences.find(({ forms }) => forms[0].printed.includes(target.forms[1].printed)); });
      found[0].push(...targets);
      found[1].push(...chapters.map((row) => sectionDocument(row, report, normaliser)));
      found[2].push(...sentences);
    }
    return found.flat();
  }

  sentences(rows, report, chapters) {
    let at = -1;
    return rows.map((row) => {
      if (chapters[at + 1] && chapters[at + 1][0] === row[0]) at++;
      return sentenceDocument(row, report, at < 0 ? '' : chapters[at][1], this.normaliser);
    });
  }

  /** What answers, narrowed by the facets chosen; null where nothing does. */
  async find(want, chosen) {
    const hits = withOwnSentences(hitsAmong(this.documents, want));
    if (!hits.length) return null;
    const left = hits.filter(({ document }) => passes(document, chosen));
    const groups = Object.keys(KINDS).map((kind) => groupOf(kind, left.filter(({ document }) => document.kind === kind), want));
    return {
      total: hits.filter(({ document }) => document.facets.year).length,
      groups: groups.filter(({ total }) => total),
      facets: facetsOf(hits.map(({ document }) => document), chosen, this),
    };
  }

  /** Whose title may be meant. */
  async titled() {
    return this.documents.filter(({ kind }) => kind === 'target' || kind === 'section');
  }

  async holds(matcher) {
    return this.documents.some(({ forms }) => forms.some((form) => matcher.locate(form)));
  }

  /** Pair of characters, word or number → how much it tells: the logarithm of how rare it is. */
  async weights(grams) {
    const holding = (gram) => this.texts.filter((text) => text.includes(gram)).length;
    return Object.fromEntries(grams.map((gram) => [gram, holding(gram)]).filter(([, count]) => count)
      .map(([gram, count]) => [gram, Math.log(this.size / count)]));
  }

  /** Words whose characters fit the units one by one, the most frequent first. */
  async wordsFitting(units) {
    const fitting = units.map(({ fits }) => new Set(this.characters.filter(fits)));
    const counts = new Map();
    for (let at = 0; at + units.length <= this.all.length; at++) {
      if (!fitting[0].has(this.all[at]) || !fitting.every((chars, i) => chars.has(this.all[at + i]))) continue;
      const word = this.all.slice(at, at + units.length);
      counts.set(word, (counts.get(word) || 0) + 1);
    }
    const found = Array.from(counts, ([word, count]) => ({ word, count, isWord: count > 1 }));
    return found.sort((a, b) => b.count - a.count);
  }
}

/** A target that answers brings the sentence it was taken from. */
function withOwnSentences(hits) {
  const sentences = new Set(hits.slice(0, SHOWN).map(({ document }) => document.own).filter(Boolean));
  hits.forEach(({ document }) => sentences.delete(document));
  return hits.concat(Array.from(sentences, (document) => ({ document, answer: { rank: Infinity, why: '目标的原句' } })));
}
