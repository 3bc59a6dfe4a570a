// Attempts: the ways to answer a query, one after the other until one finds something.

const HAN_WORD = /^[\u3400-\u9fff]+$/;
const MOST_WAYS_TRIED = 20;

/** What is typed, and what is left of a question. */
function asTyped(query) {
  const rest = query.without(QUESTION);
  const core = rest.without(FILLERS);
  return [query, rest, core].filter((one, at, all) => one.plain && (!at || one.plain !== all[at - 1].plain));
}

function literals(words, { normaliser }, why) {
  return words.slice(0, MOST_WAYS_TRIED).map((word) => literal(normaliser.form(word), why));
}

function wantOf(matchers) {
  return matchers.length > 1 ? new Want(null, matchers) : new Want(matchers[0]);
}

/** The report's words for the citizen's: beside the other words of the query, and by themselves. */
function* inOtherWords(query, synonym, corpus) {
  if (!synonym) return;
  const meant = either(synonym.meant.map((word) => literal(corpus.normaliser.form(word), `近义词“${word}”`)));
  const others = query.plain.split(synonym.word).join(' ').split(' ').filter(Boolean);
  yield wantOf([...literals(others, corpus, ''), meant]);
  if (others.length && 2 * synonym.word.length >= query.plain.replace(/ /g, '').length) yield wantOf([meant]);
}

/** `more` finds what to look for as well where little is found. */
async function* directly(query, corpus) {
  const queries = asTyped(query);
  const core = queries[queries.length - 1];
  const more = async () => Array.from(inOtherWords(core, synonymIn(core.plain, await corpus.synonyms()), corpus));
  for (const one of queries) yield { how: one === query ? 'found' : 'question', query: one, want: one.want(), more };
  for (const want of await more()) yield { how: 'synonym', query: core, want };
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
  return /[a-z]/.test(text) ? literals(await wordsInPinyin(text, spelling, corpus), corpus, '拼音') : [];
}

function synonymInPinyin(text, synonyms, spelling) {
  return synonyms.find(({ word }) => /^[a-z]+$/.test(text) && Array.from(word, (char) => spelling.of(char)[0]).join('') === text);
}

const WAYS = [
  ['short', (text) => (HAN_WORD.test(text) && text.length > 2 && text.length < 7 ? [shortened(text)] : [])],
  ['sound', async (text, spelling, corpus) => literals(await wordsThatSound(text, spelling, corpus), corpus, '同音字')],
  ['wrong', (text) => (HAN_WORD.test(text) && text.length > 3 && text.length < 9 ? [oneWrong(text)] : [])],
];

async function* indirectly(query, corpus) {
  const [spelling, synonyms] = [await corpus.spelling(), await corpus.synonyms()];
  const joined = query.plain.replace(/ /g, '');
  const whole = await inPinyin(joined, spelling, corpus);
  if (whole.length) yield { how: 'pinyin', want: wantOf([either(whole)]) };
  const said = await withWays(query, corpus, (text) => inPinyin(text, spelling, corpus));
  if (said) yield { how: 'pinyin', want: said };
  for (const want of inOtherWords(query, synonymInPinyin(joined, synonyms, spelling), corpus)) yield { how: 'synonym', want };
  for (const [how, waysOf] of WAYS) {
    const want = await withWays(query, corpus, (text) => waysOf(text, spelling, corpus));
    if (want) yield { how, near: true, want };
  }
}

/** Parts of it, but never parts of a number. */
async function loosely(query, corpus) {
  const pieces = query.plain.split(/[\s\d.%零〇一二两三四五六七八九十百千万亿]+/).filter(Boolean);
  const pairs = Array.from(new Set([].concat(...pieces.map(gramsOf)))).filter((gram) => gram.length > 1);
  return pairs.length ? new LooseWant(pieces, query.plain.replace(/ /g, '').length, await corpus.weights(pairs)) : null;
}

/** Yields { how, query, near, want }, each made only when it is its turn: it may need loading. */
async function* attempts(text, corpus) {
  const typed = new Query(text, corpus.normaliser);
  const { plain } = typed;
  if (!plain) return;
  yield* directly(typed, corpus);
  await corpus.spelling(); // and with it the traditional characters
  if (typed.plain !== plain) yield* directly(typed, corpus);
  const core = asTyped(typed).pop();
  for await (const attempt of indirectly(core, corpus)) yield { query: core, ...attempt };
  const want = await loosely(core, corpus);
  if (want) yield { how: 'loose', query: core, near: true, want };
}
