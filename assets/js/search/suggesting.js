// Suggesting: names that what is typed may grow into.

const MOST_SUGGESTED = 8;
const MOST_TARGETS_SUGGESTED = 5;

function topicDocuments({ topics }, normaliser) {
  return topics.map((topic) => ({ kind: 'topic', href: `search.html?topic=${encodeURIComponent(topic)}`, forms: [normaliser.form(topic)] }));
}

/** Names that begin with the words before those that hold them further on. */
function suggestionsAmong(documents, matcher) {
  const found = [];
  for (const { kind, href, forms } of documents) {
    const hit = matcher.locate(forms[0]);
    if (hit) found.push({ kind, href, text: forms[0].printed, marks: merged(hit.spans), later: hit.spans[0][0] > 0 });
  }
  return found.sort((a, b) => a.later - b.later);
}

async function suggestions(text, corpus) {
  const query = new Query(text, corpus);
  if (!query.plain) return [];
  const typed = await suggested(corpus.literal(query.form(query.text)), corpus);
  if (typed.length || !/[a-z]{2}/.test(query.joined)) return typed;
  const { inPinyin, spelling } = await corpus.near();
  const said = await inPinyin(query.joined, spelling, corpus);
  return said.length ? suggested(either(said), corpus) : [];
}

async function suggested(matcher, corpus) {
  const named = suggestionsAmong(corpus.named.concat(corpus.topics), matcher);
  const titled = suggestionsAmong(await corpus.titled(matcher), matcher);
  const targets = titled.filter(({ kind }) => kind === 'target').slice(0, MOST_TARGETS_SUGGESTED);
  const others = named.concat(titled.filter(({ kind }) => kind !== 'target'));
  return targets.concat(others).sort((a, b) => a.later - b.later).slice(0, MOST_SUGGESTED).map(({ later, ...shown }) => shown);
}
