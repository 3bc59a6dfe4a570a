// Attempts: the ways to answer a query, one after the other until one finds something.
// Those that most queries do not need are in near/.

const MOST_WAYS_TRIED = 20;

/** What is typed, and what is left of it without what makes it a question, or is said of everything. */
function asTyped(query) {
  const rest = query.without(QUESTION);
  const core = rest.without(FILLERS);
  const queries = [query, rest, core, core.regional, core.regional.local];
  return queries.filter((one, at) => !at || (one.plain && one.plain !== queries[at - 1].plain && !one.isRemnant(query)));
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
}

function synonymIn(text, synonyms) {
  return synonyms.find(({ word }) => text.includes(word));
}

/** Yields { how, query, near, want }, each made only when it is its turn: it may need loading. */
async function* attempts(text, corpus) {
  const typed = new Query(text, corpus);
  const { plain } = typed;
  if (!plain) return;
  yield* directly(typed, corpus);
  const near = await corpus.near(); // and with it the traditional characters
  const folded = new Query(text, corpus);
  if (folded.plain !== plain) yield* directly(folded, corpus);
  yield* near.indirectly(folded, corpus);
}
