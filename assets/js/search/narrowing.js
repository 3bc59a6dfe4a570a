// Narrowing: the facets by which what was found can be divided. (The controls are in facets.js.)

const FACETS = ['kind', 'year', 'status', 'place', 'section', 'topic'];
const KINDS = { target: '目标', sentence: '原文', section: '章节', place: '地区', agency: '单位' };

/** The values of a document under a facet, as strings: as the address has them. */
function valuesOf(document, key) {
  return key === 'kind' ? [document.kind] : document.facets[key] || [];
}

function passes(document, chosen, except) {
  return FACETS.every((key) => key === except || !chosen[key] || valuesOf(document, key).includes(chosen[key]));
}

/** Each facet with what choosing another of its values would leave. */
function facetsOf(documents, chosen, corpus) {
  const found = FACETS.map((key) => {
    const counts = new Map(chosen[key] ? [[chosen[key], 0]] : []);
    for (const document of documents) {
      if (passes(document, chosen, key)) valuesOf(document, key).forEach((value) => counts.set(value, (counts.get(value) || 0) + (document.count || 1)));
    }
    return { key, choices: choicesOf(key, counts, corpus) };
  });
  return found.filter(({ key, choices }) => choices.length > 1 || chosen[key]);
}

/** In the order in which the site lists them; years from the latest. */
function choicesOf(key, counts, { labels, order }) {
  const names = new Map(Object.entries({ kind: KINDS, status: labels }[key] || {}));
  const label = (value) => names.get(value) || (key === 'year' ? `${value}年` : value);
  const at = (value) => (key === 'year' ? -value : order.indexOf(value));
  const choices = Array.from(counts, ([value, count]) => ({ value, label: label(value), count }));
  return choices.sort((a, b) => at(a.value) - at(b.value));
}
