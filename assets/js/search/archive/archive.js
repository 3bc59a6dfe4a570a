const { CLOSE, Corpus, FACETS, KINDS, OPEN, facetsOf, gramsOf, groupOf, hitsAmong, passes, sectionDocument, sentenceDocument, shownHit, targetDocument } = kit;

// An archive: only the postings and texts that a query needs are loaded.
// tracker/render/search/archive.py tells how they are written.

const FIRST_SHOWN = { target: 10, sentence: 10, section: 2 }; // each may be in a file of its own
const NEXT_SHOWN = 20;
const MOST_BLOCKS = { target: 40, sentence: 40, section: 2 }; // loaded before a group is given up
const BLOCKS_AT_ONCE = 4; // where a hit may be anywhere
const MOST_LIKELY = 20; // blocks looked at for parts of a query
const IN_TABLE = ['status', 'place', 'topic']; // facets of targets
const MOST_GRAMS = 4; // asked for one word: more would tell little more
const MOST_WEIGHED = 30; // parts of a long query
const MOST_LISTS = 12; // ways to write a query that are looked for at once
const MOST_WORDS = 200; // kept while a word grows character by character
const COMMON = 32; // what more than one document of so many holds has no postings

const FIGURES = Array.from({ length: 0x7f - 0x20 }, (_, i) => String.fromCharCode(0x20 + i)).filter((char) => !'"\\<:|'.includes(char)).join('');
const DENSE = { last: FIGURES.slice(20), more: FIGURES.slice(5, 20) };
const SPARSE = { last: FIGURES.slice(48), more: FIGURES.slice(5, 48) };

/** Where a gram stands: documents or blocks of them, rising; of what is common just how many there are. */
function decoded(written) {
  const sign = FIGURES.indexOf(written[0]);
  if (!sign) return { count: +written.slice(1) };
  const numbers = numbersIn(written.slice(1), sign % 2 ? DENSE : SPARSE);
  return { [sign < 3 ? 'numbers' : 'blocks']: numbers, count: numbers.length };
}

function numbersIn(figures, { last, more }) {
  const numbers = [];
  let [number, head] = [0, 0];
  for (const figure of figures) {
    const at = last.indexOf(figure);
    if (at < 0) head = head * more.length + more.indexOf(figure);
    else {
      number += head * last.length + at;
      numbers.push(number);
      head = 0;
    }
  }
  return numbers;
}

const NONE = { numbers: [], count: 0 };

/** What holds the one and the other. */
function both(one, other, blockOf) {
  if (!one.numbers && other.numbers) return both(other, one, blockOf);
  if (!one.numbers && !one.blocks) return other;
  if (!other.numbers && !other.blocks) return one;
  const held = new Set(other.numbers && one.numbers ? other.numbers : other.blocks);
  if (!one.numbers) return counted('blocks', one.blocks.filter((block) => held.has(block)));
  return counted('numbers', one.numbers.filter((number) => held.has(other.numbers ? number : blockOf(number))));
}

function counted(kind, numbers) {
  return { [kind]: numbers, count: numbers.length };
}

function isOne(gram) {
  return Array.from(gram).length === 1;
}

/** The most telling of many: numbers, then pairs spread over the word. */
function chosenGrams(grams) {
  const numbers = grams.filter((gram) => gram[0] === '#');
  const others = Array.from(new Set(grams.filter((gram) => gram[0] !== '#')));
  const long = others.filter((gram) => !isOne(gram)); // a character that ends many runs is not listed in all texts
  const pairs = long.length || numbers.length ? long : others;
  const room = MOST_GRAMS - Math.min(MOST_GRAMS - 1, numbers.length);
  return numbers.concat(pairs.filter((_, at) => pairs.length <= room || Math.floor((at * room) / pairs.length) !== Math.floor(((at - 1) * room) / pairs.length)));
}

class Archive extends Corpus {
  constructor(index, parts, normaliser) {
    super(index, parts, normaliser);
    this.shards = index.shards.split('|');
    this.entries = {};
    this.lists = new Map();
    this.documents = new Map();
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
    if (isOne(gram)) return this.postingsFrom(gram);
    const written = (await this.entriesOf(this.shardOf(gram))).get(gram);
    if (!this.lists.has(gram)) this.lists.set(gram, written === undefined ? NONE : decoded(written));
    return this.lists.get(gram);
  }

  /** Of one character: of all the pairs that begin with it. */
  async postingsFrom(char) {
    const [first, last] = [this.shardOf(char), this.shardOf(`${char}\uffff`)];
    if (last - first >= MOST_LISTS) return { count: this.size / COMMON };
    const shards = await Promise.all(Array.from({ length: last - first + 1 }, (_, i) => this.entriesOf(first + i)));
    const written = shards.map((entries) => Array.from(entries).filter(([gram]) => gram.startsWith(char))).flat();
    return this.any(written.map(([, numbers]) => decoded(numbers)));
  }

  /** What holds all of one list of grams or of another. */
  async holding(lists) {
    const all = lists.slice(0, MOST_LISTS).map(async (grams) => {
      const found = await Promise.all(chosenGrams(grams).map((gram) => this.postings(gram)));
      return found.reduce((one, other) => both(one, other, (number) => this.blockOf(number)), { count: this.size });
    });
    return this.any(await Promise.all(all));
  }

  /** In documents; where one list may be anywhere, what the others tell comes first. */
  any(lists) {
    const known = lists.map(({ numbers, first, blocks = [] }) => numbers || first || this.inBlocks(blocks));
    const rising = known.length === 1 ? known[0] : Array.from(new Set(known.flat())).sort((a, b) => a - b);
    const isCoarse = lists.some((list) => list.blocks || list.isCoarse);
    if (lists.some(({ numbers, blocks }) => !numbers && !blocks)) return { first: rising, isCoarse, count: Math.max(...lists.map(({ count }) => count)) };
    return { numbers: rising, isCoarse, count: Math.min(rising.length, lists.reduce((sum, { count }) => sum + count, 0)) };
  }

  inBlocks(blocks) {
    const { block } = this.index;
    return blocks.map((first) => Array.from({ length: block }, (_, i) => first * block + i)).flat();
  }

  /** Those that hold most of what tells, best first. */
  async likeliest(weights) {
    const scores = new Map();
    for (const gram of Object.keys(weights)) {
      const { numbers, blocks, first } = await this.postings(gramsAsked(gram)[0]);
      (numbers || first || this.inBlocks(blocks || [])).forEach((number) => scores.set(number, (scores.get(number) || 0) + weights[gram]));
    }
    const best = Array.from(scores).sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([number]) => number);
    const ordered = this.ofBlocks(best, 0, MOST_LIKELY);
    return { ordered, isCoarse: true, numbers: ordered.slice().sort((a, b) => a - b), count: ordered.length };
  }

  // --- documents ---

  blockOf(number) {
    return Math.floor(number / this.index.block);
  }

  /** The numbers from a place on, as far as they are of so many blocks. */
  ofBlocks(numbers, start, most) {
    const blocks = new Set();
    const end = numbers.findIndex((number, at) => at >= start && blocks.add(this.blockOf(number)).size > most);
    return numbers.slice(start, end < 0 ? numbers.length : end);
  }

  /** A sentence that follows another of the same section is its mere text. */
  async rowsOf(block) {
    let [anchor, section] = [];
    return (await this.parts.load(`t${block}`)).map((row) => {
      const full = typeof row === 'string' ? [`s${+anchor.slice(1) + 1}`, row, section] : row;
      [anchor, , section] = full;
      return full;
    });
  }

  async document(number) {
    if (!this.documents.has(number)) this.documents.set(number, this.made(number, (await this.rowsOf(this.blockOf(number)))[number % this.index.block]));
    return this.documents.get(number);
  }

  made(number, row) {
    const { kind, ...report } = this.runOf(number);
    if (kind === 'target') return targetDocument(row, report, [], this.index, this.normaliser);
    return kind === 'section' ? sectionDocument(row, report, this.normaliser) : sentenceDocument(row, report, '', this.normaliser);
  }

  /** What is known of the documents found without loading them; of targets one by one, once their table is there. */
  outlines(found) {
    return this.runs.map((run) => {
      const [numbers, year] = [within(run, found), [run.year]];
      if (run.kind !== 'target' || !this.table) return { kind: run.kind, facets: { year }, numbers, count: numbers.length };
      return numbers.map((number) => ({ kind: run.kind, facets: { year, ...this.facetsOf(number) }, numbers: [number], count: 1 }));
    }).flat();
  }

  facetsOf(number) {
    const { statuses, places, topics } = this.table;
    return {
      status: [this.index.statuses[FIGURES.indexOf(statuses[number])][0]],
      place: (places[number] || []).map((at) => this.index.places[at][1]),
      topic: (topics[number] || []).map((at) => this.index.topics[at]),
    };
  }

  async readTable() {
    this.table = await this.parts.load('facets');
  }

  /** `moreFacets` loads what only narrowing needs: it is no reason to wait for the hits. */
  async find(want, all) {
    const { section, ...chosen } = all; // there is no table of sections
    const found = want.weights ? await this.likeliest(want.weights) : await this.holding(want.grams);
    if (IN_TABLE.some((key) => chosen[key])) await this.readTable();
    const outlines = this.outlines(found);
    const groups = await this.groups(outlines.filter((outline) => passes(outline, chosen)), found, want);
    const named = hitsAmong(this.named, want);
    const left = named.filter(({ document }) => passes(document, chosen));
    const shown = groups.concat(['place', 'agency'].map((kind) => groupOf(kind, left.filter(({ document }) => document.kind === kind), want)))
      .filter(({ total }) => total);
    const total = await this.totalWithout(chosen, groups, outlines, found, want);
    if (!total && !named.length) return null;
    return {
      total,
      groups: shown,
      facets: facetsOf(outlines, chosen, this),
      moreFacets: this.table ? null : () => this.readTable().then(() => facetsOf(this.outlines(found), chosen, this)),
    };
  }

  groups(outlines, found, want) {
    return Promise.all(Object.keys(FIRST_SHOWN).map(async (kind) => {
      const numbers = outlines.filter((outline) => outline.kind === kind).map((outline) => outline.numbers).flat();
      const group = new Group(this, kind, found.numbers ? inOrderOf(found.ordered, numbers) : firstOf(found.first, numbers), found, want);
      await group.load(FIRST_SHOWN[kind]);
      return group;
    }));
  }

  /** What a query means does not hang on what is chosen. */
  async totalWithout(chosen, groups, outlines, found, want) {
    const all = FACETS.some((key) => chosen[key]) ? await this.groups(outlines, found, want) : groups;
    return Math.max(...all.map(({ total }) => total));
  }

  /** Targets whose title may be meant. */
  async titled(matcher) {
    const { numbers, first } = await this.holding(matcher.grams);
    const targets = (numbers || first).filter((number) => this.runOf(number).kind === 'target');
    return Promise.all(this.ofBlocks(targets, 0, FIRST_SHOWN.target).map((number) => this.document(number)));
  }

  async holds(matcher) {
    return (await this.holding(matcher.grams)).count > 0;
  }

  async weights(all) {
    const grams = all.length > MOST_WEIGHED ? all.filter((_, at) => at % Math.ceil(all.length / MOST_WEIGHED) === 0) : all;
    const counts = await Promise.all(grams.map(async (gram) => [gram, (await this.holding([gramsAsked(gram)])).count]));
    return Object.fromEntries(counts.filter(([, count]) => count).map(([gram, count]) => [gram, Math.log(this.size / count)]));
  }

  /** Words whose characters fit the units one by one: of pairs that occur, those of the most frequent first. */
  async wordsFitting(units) {
    const { spelling } = await this.near();
    if (units.length === 1) return Object.keys(spelling.readings).filter(units[0].fits).map((word) => ({ word, isWord: true }));
    let words = null;
    for (let at = 0; at + 1 < units.length; at++) {
      const pairs = (await this.pairs(units[at], units[at + 1])).map((pair, rank) => ({ word: pair, cost: Math.log(rank + 2) }))
        .filter(({ word: [first, second] }) => units[at].fits(first) && units[at + 1].fits(second));
      words = words ? joined(words, pairs).sort((a, b) => a.cost - b.cost).slice(0, MOST_WORDS) : pairs;
    }
    return words.map(({ word }) => ({ word, isWord: true }));
  }

  async pairs(first, second) {
    const names = first.initials.map((one) => second.initials.map((other) => one + other)).flat();
    const lists = await Promise.all(names.filter((name) => this.initials.includes(name)).map((name) => this.parts.load(`y${name}`)));
    return lists.join('').match(/../gsu) || [];
  }
}

/** Grows words whose last character is the first of a pair. */
function joined(words, pairs) {
  const after = {};
  for (const { word: [first, second], cost } of pairs) (after[first] = after[first] || []).push([second, cost]);
  return words.map(({ word, cost }) => (after[word.slice(-1)] || []).map(([char, more]) => ({ word: word + char, cost: cost + more }))).flat();
}

/** What the postings are asked for a pair, a word or the token of a number. */
function gramsAsked(words) {
  return words[0] === OPEN ? [`#${words.slice(1).split(CLOSE)[0]}`] : gramsOf(words);
}

function within({ start, end }, { numbers }) {
  if (numbers) return numbers.slice(placeOf(start, numbers), placeOf(end, numbers));
  return Array.from({ length: end - start }, (_, i) => start + i);
}

/** Of the first of rising numbers that is not less. */
function placeOf(number, numbers) {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle] < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

function inOrderOf(ordered, numbers) {
  const kept = new Set(numbers);
  return ordered ? ordered.filter((number) => kept.has(number)) : numbers;
}

function firstOf(first = [], numbers) {
  const known = new Set(first);
  return inOrderOf(first, numbers).concat(numbers.filter((number) => !known.has(number)));
}

/** The hits of one kind, looked for further only when more are to be shown. */
class Group {
  /** `found` tells how likely each of the numbers is a hit. */
  constructor(archive, kind, numbers, found, want) {
    Object.assign(this, { archive, kind, numbers, found, want, at: 0, hits: [], ready: [] });
  }

  get certain() {
    return this.at >= this.numbers.length;
  }

  /** What was not looked at yet is taken to hold as many as what was. */
  get total() {
    const held = this.hits.length + this.ready.length;
    return held && held + Math.round((held * (this.numbers.length - this.at)) / this.at);
  }

  /** Loads until there are so many new hits, or too much was looked at in vain. */
  async load(wanted) {
    let room = MOST_BLOCKS[this.kind];
    while (this.ready.length < wanted && !this.certain && room > 0) {
      const next = this.following(wanted - this.ready.length);
      const documents = await Promise.all(next.map((number) => this.archive.document(number)));
      this.at += next.length; // not before they have arrived
      room -= new Set(next.map((number) => this.archive.blockOf(number))).size;
      this.ready.push(...hitsAmong(documents, this.want));
    }
    const shown = this.ready.splice(0, wanted).sort((a, b) => a.answer.rank - b.answer.rank).map((hit) => shownHit(hit, this.want));
    this.hits.push(...shown);
    return shown;
  }

  /** The documents to look at: one of a block, or of the many anywhere, may be the hit. */
  following(wanted) {
    const { isCoarse, numbers } = this.found;
    if (numbers && !isCoarse) return this.numbers.slice(this.at, this.at + wanted);
    return this.archive.ofBlocks(this.numbers, this.at, numbers ? wanted : BLOCKS_AT_ONCE);
  }

  next() {
    return this.load(NEXT_SHOWN);
  }
}

return { Archive };
