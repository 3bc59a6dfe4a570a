// Near: the ways to answer that few queries need: other spellings, slips, parts of a query.

const HAN_WORD = /^[\u3400-\u9fff]+$/;

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

async function* inOtherSpelling(query, { spelling }, corpus) {
  const whole = await inPinyin(query.joined, spelling, corpus);
  if (whole.length) yield { how: 'pinyin', want: wantOf([either(whole)]) };
  const said = await withWays(query, corpus, (text) => inPinyin(text, spelling, corpus));
  if (said) yield { how: 'pinyin', want: said };
  const synonym = synonymInPinyin(query.joined, await corpus.synonyms(), spelling);
  if (synonym) yield { how: 'synonym', want: inOtherWords(new Query(synonym.word, corpus), synonym, corpus)[0] };
  for (const [how, waysOf] of WAYS) {
    const want = await withWays(query, corpus, (text) => waysOf(text, spelling, corpus));
    if (want) yield { how, near: true, want };
  }
}

/** Parts of it; its numbers whole or not at all, and a citizen's word as one of the report's. */
async function loosely(query, isQuestion, corpus) {
  const words = query.words;
  const numbers = words.map(tokensOf).flat();
  const synonym = synonymIn(query.plain, await corpus.synonyms());
  const meant = synonym ? synonym.meant.map((word) => corpus.normaliser.form(word).text) : [];
  const grams = new Set([numbers, meant, ...words.map(({ text }) => gramsOf(text).filter((gram) => gram.length > 1))].flat());
  return new LooseWant({ words, isQuestion, numbers, synonym: synonym && synonym.word, meant }, await corpus.weights(Array.from(grams)), corpus.size);
}

/** What a query means if nothing in the texts is just as typed. */
async function* indirectly(typed, corpus) {
  const core = coreOf(typed);
  const shorter = core.without(/\S+/g, trimmed);
  if (shorter.plain !== core.plain) yield { how: 'question', query: shorter, want: shorter.want() };
  for await (const attempt of inOtherSpelling(core, await corpus.near(), corpus)) yield { query: core, ...attempt };
  yield { how: 'loose', query: core, near: true, want: await loosely(core, typed.isQuestion, corpus) };
}

return { Spelling, indirectly, inPinyin };
