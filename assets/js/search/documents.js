// Documents: what can be found, each with the forms of its words and the address it leads to.

function reportLink(report, anchor) {
  return `report/${encodeURIComponent(report.id)}.html#${encodeURIComponent(anchor)}`;
}

function targetDocument(row, report, chapters, { statuses, places, topics }, normaliser) {
  const [id, title, quote, status, note, chapter, ownPlaces, ownTopics] = row;
  return {
    kind: 'target',
    href: `targets/${encodeURIComponent(id)}.html`,
    note,
    status: statuses[status],
    facets: {
      year: [report.year],
      status: [statuses[status][0]],
      section: chapters[chapter] ? [chapters[chapter]] : [],
      place: ownPlaces.map((at) => places[at][1]),
      topic: ownTopics.map((at) => topics[at]),
    },
    forms: [title, quote].map((words) => normaliser.form(words)),
  };
}

function sentenceDocument([anchor, text, section], report, chapter, normaliser) {
  return { kind: 'sentence', href: reportLink(report, anchor), note: section, facets: { year: [report.year], section: chapter ? [chapter] : [] }, forms: [normaliser.form(text)] };
}

function sectionDocument([anchor, title], report, normaliser) {
  return { kind: 'section', href: reportLink(report, anchor), note: '', facets: { year: [report.year] }, forms: [normaliser.form(title)] };
}

function namedDocuments({ places, agencies }, normaliser) {
  const documents = (kind, rows) => rows.map(([href, name, short, count]) => (
    { kind, href, note: `${count}项目标`, facets: {}, forms: [name, short].filter(Boolean).map((words) => normaliser.form(words)) }));
  return documents('place', places).concat(documents('agency', agencies));
}
