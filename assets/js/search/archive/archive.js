const { CLOSE, Corpus, KINDS, OPEN, facetsOf, gramsOf, groupOf, hitsAmong, passes, sectionDocument, sentenceDocument, shownHit, targetDocument } = kit;

// An archive: only the postings and texts that a query needs are loaded.
// tracker/render/search/archive.py tells how they are written.

const FIRST_SHOWN = 10; // of each kind; each hit may be in a file of its own
const NEXT_SHOWN = 20;
const MOST_LOOKED_AT = 120; // documents, before a group is given up
const MOST_GRAMS = 4; // asked for one word: more would tell little more
const MOST_LISTS = 12; // ways to write a query that are looked for at once
const MOST_WORDS = 200; // kept while a word grows character by character
const COMMON = 16; // what more than one document of so many holds has no postings

const FIGURES = Array.from({ length: 0x7f - 0x20 }, (_, i) => String.fromCharCode(0x20 + i)).filter((char) => !'"\\<:|'.includes(char)).join('');
const [MORE, LAST] = [FIGURES.slice(1, 45), FIGURES.slice(45)];

/** The numbers of documents, rising; or, of what is common, just how many there are. */
function decoded(written) {
  if (written[0] === FIGURES[0]) return { numbers: null, count: +written.slice(1) };
  const numbers = [];
  let [before, head] = [0, 0];
  for (const figure of written) {
    const at = LAST.indexOf(figure);
    if (at < 0) head = head * MORE.length + MORE.indexOf(figure);
    else {
      before += head * LAST.length + at;
      numbers.push(before);
      head = 0;
    }
  }
  return { numbers, count: numbers.length };
}

const NONE = { numbers: [], count: 0 };

function both(one, other) {
  if (!one.numbers || !other.numbers) return { numbers: one.numbers || other.numbers, count: Math.min(one.count, other.count) };
  const held = new Set(other.numbers);
  const numbers = one.numbers.filter((number) => held.has(number));
  return { numbers, count: numbers.length };
}

function any(lists) {
  if (lists.some(({ numbers }) => !numbers)) return { numbers: null, count: Math.max(...lists.map(({ count }) => count)) };
  const numbers = Array.from(new Set([].concat(...lists.map((list) => list.numbers)))).sort((a, b) => a - b);
  return { numbers, count: numbers.length };
}

/** The most telling of many: numbers, then pairs spread over the word. */
function chosenGrams(grams) {
  const numbers = grams.filter((gram) => gram[0] === '#');
  const pairs = Array.from(new Set(grams.filter((gram) => gram[0] !== '#')));
  const room = MOST_GRAMS - Math.min(MOST_GRAMS - 1, numbers.length);
  return numbers.concat(pairs.filter((_, at) => pairs.length <= room || Math.floor((at * room) / pairs.length) !== Math.floor(((at - 1) * room) / pairs.length)));
}

class Archive extends Corpus {
  constructor(index, parts, normaliser) {
    super(index, parts, normaliser);
    this.shards = index.shards.split('|');
    this.entries = {};
    this.measure();
  }

  /** Where the documents of each kind and report begin. */
  measure() {
    let start = 0;
    this.runs = [];
    for (const [kind, column] of [['target', 3], ['section', 2], ['sentence', 4]]) {
      for (const row of this.index.reports) {
        this.runs.push({ kind, id: row[0], year: String(row[1]), start, end: start + row[column] });
        start += row[column];
      }
    }
    this.size = start;
  }

  runOf(number) {
    let [low, high] = [0, this.runs.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.runs[middle].end > number) high = middle;
      else low = middle + 1;
    }
    return this.runs[low];
  }

  // --- postings ---

  /** The last shard that begins at or before a gram. */
  shardOf(gram) {
    let [low, high] = [0, this.shards.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.shards[middle] <= gram) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }

  async entriesOf(shard) {
    if (!this.entries[shard]) {
      const rows = (await this.parts.load(`p${shard}`)).split('|').map((row) => [row.slice(0, row.indexOf(':')), row.slice(row.indexOf(':') + 1)]);
      this.entries[shard] = new Map(rows);
    }
    return this.entries[shard];
  }

  async postings(gram) {
    if (gram.length === 1) return this.postingsFrom(gram);
    const written = (await this.entriesOf(this.shardOf(gram))).get(gram);
    return written === undefined ? NONE : decoded(written);
  }

  /** Of one character: of all the pairs that begin with it. */
  async postingsFrom(char) {
    const [first, last] = [this.shardOf(char), this.shardOf(`${char}\uffff`)];
    if (last - first >= MOST_LISTS) return { numbers: null, count: this.size / COMMON };
    const shards = await Promise.all(Array.from({ length: last - first + 1 }, (_, i) => this.entriesOf(first + i)));
    const written = [].concat(...shards.map((entries) => Array.from(entries).filter(([gram]) => gram[0] === char)));
    return any(written.map(([, numbers]) => decoded(numbers)).concat(NONE));
  }

  async holding(lists) {
    const all = lists.slice(0, MOST_LISTS).map(async (grams) => {
      if (!grams.length) return { numbers: null, count: this.size };
      return (await Promise.all(chosenGrams(grams).map((gram) => this.postings(gram)))).reduce(both);
    });
    return any(await Promise.all(all));
  }

  /** Those that hold most of what tells, best first. */
  async likeliest(weights) {
    const scores = new Map();
    for (const gram of Object.keys(weights)) {
      const { numbers } = await this.postings(gramsAsked(gram)[0]);
      (numbers || []).forEach((number) => scores.set(number, (scores.get(number) || 0) + weights[gram]));
    }
    const numbers = Array.from(scores).sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST_LOOKED_AT).map(([number]) => number);
    return { numbers, count: numbers.length };
  }

  // --- documents ---

  async document(number) {
    const block = Math.floor(number / this.index.block);
    const rows = await this.parts.load(`t${block}`);
    const { kind, ...report } = this.runOf(number);
    const row = rows[number % this.index.block];
    if (kind === 'target') return targetDocument(row, report, [], this.index, this.normaliser);
    return kind === 'section' ? sectionDocument(row, report, this.normaliser) : sentenceDocument(row, report, '', this.normaliser);
  }

  /** What is known of the documents of a run without loading them; of targets one by one. */
  async outlines(run, found) {
    const numbers = within(run, found);
    if (run.kind !== 'target') return [{ kind: run.kind, facets: { year: [run.year] }, numbers, count: numbers.length }];
    const facets = await this.parts.load('facets');
    return numbers.map((number) => ({ kind: run.kind, facets: { year: [run.year], ...this.facetsOf(number, facets) }, numbers: [number], count: 1 }));
  }

  facetsOf(number, { statuses, places, topics }) {
    return {
      status: [this.index.statuses[FIGURES.indexOf(statuses[number])][0]],
      place: (places[number] || []).map((at) => this.index.places[at][1]),
      topic: (topics[number] || []).map((at) => this.index.topics[at]),
    };
  }

  async find(want, chosen) {
    const named = hitsAmong(this.named, want).filter(({ document }) => passes(document, chosen));
    const found = want.weights ? await this.likeliest(want.weights) : await this.holding(want.grams);
    const outlines = [].concat(...await Promise.all(this.runs.map((run) => this.outlines(run, found))));
    const left = outlines.filter((outline) => passes(outline, chosen));
    const groups = await Promise.all(['target', 'sentence', 'section'].map(async (kind) => {
      const numbers = [].concat(...left.filter((outline) => outline.kind === kind).map((outline) => outline.numbers));
      const group = new Group(this, kind, want.weights ? found.numbers.filter((number) => numbers.includes(number)) : numbers, want);
      await group.load(FIRST_SHOWN);
      return group;
    }));
    const shown = groups.filter(({ total }) => total);
    if (!shown.length && !named.length) return null;
    return {
      total: shown.length && Math.max(...shown.map(({ total }) => total)),
      groups: shown.concat(['place', 'agency'].map((kind) => groupOf(kind, named.filter(({ document }) => document.kind === kind), want)).filter(({ total }) => total)),
      facets: facetsOf(outlines, chosen, this.labels),
    };
  }

  /** Targets whose title may be meant. */
  async titled(matcher) {
    const { numbers } = await this.holding(matcher.grams);
    const first = (numbers || []).slice(0, FIRST_SHOWN).filter((number) => this.runOf(number).kind === 'target');
    return Promise.all(first.map((number) => this.document(number)));
  }

  async holds(matcher) {
    return (await this.holding(matcher.grams)).count > 0;
  }

  async weights(grams) {
    const counts = await Promise.all(grams.map(async (gram) => [gram, (await this.holding([gramsAsked(gram)])).count]));
    return Object.fromEntries(counts.filter(([, count]) => count).map(([gram, count]) => [gram, Math.log(this.size / count)]));
  }

  /** Words whose characters fit the units one by one: of pairs that occur, the most frequent first. */
  async wordsFitting(units) {
    const { spelling } = await this.near();
    if (units.length === 1) return Object.keys(spelling.readings).filter(units[0].fits).map((word) => ({ word, isWord: true }));
    let words = null;
    for (let at = 0; at + 1 < units.length; at++) {
      const pairs = (await this.pairs(units[at], units[at + 1])).filter(([first, second]) => units[at].fits(first) && units[at + 1].fits(second));
      words = words ? joined(words, pairs).slice(0, MOST_WORDS) : pairs;
    }
    return words.map((word) => ({ word, isWord: true }));
  }

  async pairs(first, second) {
    const names = [].concat(...first.initials.map((one) => second.initials.map((other) => one + other)));
    const lists = await Promise.all(names.filter((name) => this.initials.includes(name)).map((name) => this.parts.load(`y${name}`)));
    return lists.join('').match(/../gs) || [];
  }
}

/** Grows words whose last character is the first of a pair. */
function joined(words, pairs) {
  const after = {};
  for (const [first, second] of pairs) (after[first] = after[first] || []).push(second);
  return [].concat(...words.map((word) => (after[word.slice(-1)] || []).map((char) => word + char)));
}

/** What the postings are asked for a pair, a word or the token of a number. */
function gramsAsked(words) {
  return words[0] === OPEN ? [`#${words.slice(1).split(CLOSE)[0]}`] : gramsOf(words);
}

function within({ start, end }, { numbers }) {
  if (numbers) return numbers.filter((number) => start <= number && number < end);
  return Array.from({ length: end - start }, (_, i) => start + i);
}

/** The hits of one kind, looked for further only when more are to be shown. */
class Group {
  constructor(archive, kind, numbers, want) {
    Object.assign(this, { archive, kind, numbers, want, at: 0, hits: [] });
  }

  get certain() {
    return this.at >= this.numbers.length;
  }

  get total() {
    return this.certain || !this.hits.length ? this.hits.length : this.hits.length + this.numbers.length - this.at;
  }

  /** Loads until there are so many new hits, or too much was looked at in vain. */
  async load(wanted) {
    const [found, start] = [[], this.at];
    while (found.length < wanted && this.at < this.numbers.length && this.at - start < MOST_LOOKED_AT) {
      const next = this.numbers.slice(this.at, this.at += wanted - found.length);
      found.push(...hitsAmong(await Promise.all(next.map((number) => this.archive.document(number))), this.want));
    }
    found.sort((a, b) => a.answer.rank - b.answer.rank);
    const shown = found.map((hit) => shownHit(hit, this.want));
    this.hits.push(...shown);
    return shown;
  }

  next() {
    return this.load(NEXT_SHOWN);
  }
}

return { Archive };
