// The engine: opens a corpus, answers queries, suggests.

const ENOUGH = 3; // with fewer hits, other words for the same are looked for too

class Engine {
  constructor(corpus) {
    this.corpus = corpus;
  }

  async search(text, chosen = {}) {
    if (!text.trim()) return { query: text, how: 'found', asked: '', near: false, ...await this.everything(chosen) };
    let named = null; // a place or an agency alone: its name may stand in no text
    for await (const attempt of attempts(text, this.corpus)) {
      const found = await this.answered(attempt, chosen);
      if (found && found.total) return { query: text, how: attempt.how, asked: attempt.query.plain, near: Boolean(attempt.near), ...withNamed(found, named) };
      named = named || found;
    }
    if (named) return { query: text, how: 'found', asked: text, near: false, ...named };
    return { query: text, how: 'none', asked: text, near: false, ...NOTHING_FOUND };
  }

  async answered({ want, more }, chosen) {
    const found = await this.corpus.find(want, chosen);
    if (!found || !more || found.total >= ENOUGH) return found;
    const others = await more().catch(() => []); // what was found is worth more than an excuse
    return others.length ? this.corpus.find(new AnyWant([want, ...others]), chosen) : found;
  }

  /** Without a query: all that the facets leave. */
  async everything(chosen) {
    const isNarrowed = FACETS.some((key) => chosen[key]);
    return (isNarrowed && await this.corpus.find(EVERYTHING, chosen)) || NOTHING_FOUND;
  }

  async more(result, kind) {
    return result.groups.find((group) => group.kind === kind).next();
  }

  suggest(text) {
    return suggestions(text, this.corpus);
  }

  chapters() {
    return this.corpus.chapters();
  }
}

function withNamed(found, named) {
  const kinds = found.groups.map(({ kind }) => kind);
  return named ? { ...found, groups: found.groups.concat(named.groups.filter(({ kind }) => !kinds.includes(kind))) } : found;
}

const NOTHING_FOUND = { total: 0, groups: [], facets: [] };
const EVERYTHING = { grams: [[]], rank: () => ({ rank: 0, why: '' }), marks: () => [] };

/** What the scripts that are loaded later may use. */
function kit() {
  return {
    CLOSE, Corpus, FACETS, KINDS, OPEN, Query, coreOf, either, facetsOf, gramsOf, groupOf, hitsAmong, inOtherWords, literal, literals, merged,
    occurrences, pairsOf, passes, printedSpans, sectionDocument, sentenceDocument, shownHit, synonymIn, targetDocument, wantOf,
  };
}

async function open(src, version) {
  const index = await loadIndex(src, version);
  const parts = new Parts(src, version);
  const Kept = index.shards ? (await parts.code('archive')).Archive : OneFile;
  return new Engine(new Kept(index, parts, new Normaliser(index)));
}

window.Duixian = Object.assign(window.Duixian || {}, { open });
