// A corpus that is loaded whole: every document is looked at.

class OneFile extends Corpus {
  constructor(index, parts, normaliser) {
    super(index, parts, normaliser);
    this.documents = this.read().concat(this.named);
    this.texts = this.documents.map(({ forms }) => forms.map(({ text }) => text).join('\n'));
    this.all = this.texts.join('\n');
  }

  /** All targets first, then chapters, then sentences: the order of equally good answers. */
  read() {
    const { index, normaliser } = this;
    const [targets, lines] = [index.targets.slice(), index.lines.slice()];
    const found = [[], [], []];
    for (const [id, year, chapters, targetCount, lineCount] of index.reports) {
      const report = { id, year: String(year) };
      const titles = chapters.map(([, title]) => title);
      found[0].push(...targets.splice(0, targetCount).map((row) => targetDocument(row, report, titles, index, normaliser)));
      found[1].push(...chapters.map((row) => sectionDocument(row, report, normaliser)));
      let chapter = -1;
      for (const row of lines.splice(0, lineCount)) {
        if (chapters[chapter + 1] && chapters[chapter + 1][0] === row[0]) chapter++;
        found[2].push(sentenceDocument(row, report, titles[chapter], normaliser));
      }
    }
    return [].concat(...found);
  }

  /** What answers, narrowed by the facets chosen; null where nothing does. */
  async find(want, chosen) {
    const hits = hitsAmong(this.documents, want);
    if (!hits.length) return null;
    const left = hits.filter(({ document }) => passes(document, chosen));
    const groups = Object.keys(KINDS).map((kind) => groupOf(kind, left.filter(({ document }) => document.kind === kind), want));
    return {
      total: hits.length,
      groups: groups.filter(({ total }) => total),
      facets: facetsOf(hits.map(({ document }) => document), chosen, this.labels),
    };
  }

  async holds(matcher) {
    return this.documents.some(({ forms }) => forms.some((form) => matcher.locate(form)));
  }

  /** Pair of characters → how much it tells: the logarithm of how rare it is. */
  async weights(pairs) {
    const holding = (pair) => this.texts.filter((text) => text.includes(pair)).length;
    return Object.fromEntries(pairs.map((pair) => [pair, holding(pair)]).filter(([, count]) => count)
      .map(([pair, count]) => [pair, Math.log(this.texts.length / count)]));
  }

  // What spelling asks: which characters and pairs of them occur.

  mayHold(word) {
    return this.all.includes(word);
  }

  /** It stands more than once, or begins a title. */
  isWord(word) {
    const first = this.all.indexOf(word);
    return word.length > 2 ? this.all.indexOf(word, first + 1) > 0 : this.named.some(({ forms }) => forms.some(({ text }) => text.startsWith(word)));
  }

  characters({ fits }) {
    return Array.from(new Set(this.all)).filter(fits);
  }

  async pairs(firsts, seconds) {
    if (!this.byInitials) this.byInitials = this.readPairs(await this.spelling());
    return [].concat(...firsts.map((first) => [].concat(...seconds.map((second) => Array.from(this.byInitials[first + second] || [])))));
  }

  readPairs(spelling) {
    const found = {};
    for (const pair of new Set([].concat(...(this.all.match(WORD_RUN) || []).map(pairsOf)))) {
      for (const first of spelling.initials(pair[0])) {
        for (const second of spelling.initials(pair[1])) (found[first + second] = found[first + second] || []).push(pair);
      }
    }
    return found;
  }
}

function groupOf(kind, hits, want) {
  const shown = (some) => some.map((hit) => shownHit(hit, want));
  return { kind, total: hits.length, certain: true, hits: shown(hits.slice(0, SHOWN)), next: async () => shown(hits.slice(SHOWN)) };
}
