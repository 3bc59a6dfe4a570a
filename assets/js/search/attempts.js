// Attempts: the ways to answer a query, one after the other until one finds something.

const HAN_WORD = /^[\u3400-\u9fff]+$/;
const MOST_WAYS_TRIED = 20;

/** What is typed, and what is left of it without what makes it a question, or is said of everything. */
function asTyped(query) {
  const rest = query.without(QUESTION);
  const core = rest.without(FILLERS);
  const queries = [query, rest, core, core.regional, core.regional.local];
  return queries.filter((one, at) => one.plain && (!at || one.plain !== queries[at - 1].plain));
}

function coreOf(query) {
  return asTyped(query).pop();
}

function literals(words, corpus, why) {
  return words.slice(0, MOST_WAYS_TRIED).map((word) => corpus.literal(corpus.normaliser.form(word), why));
}

function wantOf(matchers) {
  return matchers.length > 1 ? new Want(null, matchers) : new Want(matchers[0]);
}

/** The report's words for the citizen's: beside the other words of the query, and by themselves. */
function inOtherWords(query, synonym, corpus) {
  if (!synonym) return [];
  const meant = either(synonym.meant.map((word) => literal(corpus.normaliser.form(word), `近义词“${word}”`)));
  const others = query.plain.split(synonym.word).join(' ').split(' ').filter(Boolean);
  const isMost = others.length && 2 * synonym.word.length >= query.joined.length;
  return [wantOf([...literals(others, corpus, ''), meant])].concat(isMost ? wantOf([meant]) : []);
}

/** `more` finds what to look for as well where little is found. */
async function* directly(query, corpus) {
  const queries = asTyped(query);
  const core = queries[queries.length - 1];
  const other = async () => inOtherWords(core, synonymIn(core.plain, await corpus.synonyms()), corpus);
  const more = (at) => async () => queries.slice(at + 1).map((one) => one.want()).concat(await other());
  for (const [at, one] of queries.entries()) yield { how: one === query ? 'found' : 'question', query: one, want: one.want(), more: more(at) };
  for (const want of await other()) yield { how: 'synonym', query: core, want };
  const trimmedCore = core.without(/\S+/g, trimmed);
  if (trimmedCore.plain !== core.plain) yield { how: 'question', query: trimmedCore, want: trimmedCore.want() };
}

function synonymIn(text, synonyms) {
  return synonyms.find(({ word }) => text.includes(word));
}

/** Each word that occurs nowhere, in the ways found for it. */
async function withWays(query, corpus, waysOf) {
  const matchers = [];
  let changed = false;
  for (const word of query.words) {
    const ways = (await corpus.holds(literal(word))) ? [] : await waysOf(word.text);
    matchers.push(ways.length ? either(ways) : literal(word));
    changed = changed || ways.length > 0;
  }
  return changed ? wantOf(matchers) : null;
}

async function inPinyin(text, spelling, corpus) {
  const typed = text.replace(/ü/g, 'v');
  return /[a-z]/.test(typed) ? literals(await wordsInPinyin(typed, spelling, corpus), corpus, '拼音') : [];
}

function synonymInPinyin(text, synonyms, spelling) {
  return synonyms.find(({ word }) => /^[a-z]+$/.test(text) && Array.from(word, (char) => spelling.of(char)[0]).join('') === text);
}

const WAYS = [
  ['short', (text) => (HAN_WORD.test(text) && text.length > 1 && text.length < 7 ? [shortened(text)] : [])],
  ['sound', async (text, spelling, corpus) => literals(await wordsThatSound(text, spelling, corpus), corpus, '同音字')],
  ['wrong', (text) => (HAN_WORD.test(text) && text.length > 3 && text.length < 9 ? [oneWrong(text)] : [])],
];

async function* indirectly(query, corpus) {
  const [spelling, synonyms] = [await corpus.spelling(), await corpus.synonyms()];
  const whole = await inPinyin(query.joined, spelling, corpus);
  if (whole.length) yield { how: 'pinyin', want: wantOf([either(whole)]) };
  const said = await withWays(query, corpus, (text) => inPinyin(text, spelling, corpus));
  if (said) yield { how: 'pinyin', want: said };
  const synonym = synonymInPinyin(query.joined, synonyms, spelling);
  if (synonym) yield { how: 'synonym', want: inOtherWords(new Query(synonym.word, corpus), synonym, corpus)[0] };
  for (const [how, waysOf] of WAYS) {
    const want = await withWays(query, corpus, (text) => waysOf(text, spelling, corpus));
    if (want) yield { how, near: true, want };
  }
}

/** Parts of it; its numbers whole or not at all, and a citizen's word as one of the report's. */
async function loosely(query, isQuestion, corpus) {
  const words = query.words;
  const numbers = [].concat(...words.map(({ counted }) => counted.text.match(NUMBER) || []));
  const synonym = synonymIn(query.plain, await corpus.synonyms());
  const meant = synonym ? synonym.meant.map((word) => corpus.normaliser.form(word).text) : [];
  const grams = new Set([].concat(numbers, meant, ...words.map(({ text }) => gramsOf(text).filter((gram) => gram.length > 1))));
  return new LooseWant({ words, isQuestion, numbers, synonym: synonym && synonym.word, meant }, await corpus.weights(Array.from(grams)));
}

/** Yields { how, query, near, want }, each made only when it is its turn: it may need loading. */
async function* attempts(text, corpus) {
  const typed = new Query(text, corpus);
  const { plain } = typed;
  if (!plain) return;
  yield* directly(typed, corpus);
  await corpus.spelling(); // and with it the traditional characters
  if (typed.plain !== plain) yield* directly(typed, corpus);
  const core = coreOf(typed);
  for await (const attempt of indirectly(core, corpus)) yield { query: core, ...attempt };
  yield { how: 'loose', query: core, near: true, want: await loosely(core, typed.isQuestion, corpus) };
}
