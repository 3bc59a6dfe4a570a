// The corpus: what the two ways of keeping the texts have in common.

const SHOWN = 10;
const SHOWN_NEXT = 40;

class Corpus {
  constructor(index, parts, normaliser) {
    Object.assign(this, { index, parts, normaliser, named: namedDocuments(index, normaliser), topics: topicDocuments(index, normaliser) });
    this.names = index.places.map(([, name, short]) => [name, short]).flat().map((name) => normaliser.form(name).text);
    this.shortNames = index.places.filter(([, name, short]) => name !== short).map(([, name, short]) => [name, short].map((name) => normaliser.form(name).text));
    const region = normaliser.form(index.region).text.replace(/[^\p{L}\p{N}]/gu, '\\$&');
    this.region = new RegExp(`${region}|${region.replace(/[市县区省]$/, '')}(?![县区])`, 'g');
    this.labels = Object.fromEntries(index.statuses);
    this.order = Object.keys(KINDS).concat(Object.keys(this.labels), index.places.map(([, name]) => name), chapterTitles(index), index.topics);
  }

  /** Longest first, so that 厕所革命 is not taken for 厕所. */
  async synonyms() {
    this.known = this.known || (await this.parts.load('synonyms'))
      .map(([word, meant]) => ({ word: this.normaliser.form(word).text, meant })).sort((a, b) => b.word.length - a.word.length);
    return this.known;
  }

  isName(word) {
    return this.names.some((name) => name.startsWith(word));
  }

  literal(form, why = '') {
    return literal(form, why, this.longerNames(form.text));
  }

  longerNames(text) {
    return this.names.includes(text) ? this.names.filter((name) => name !== text && name.includes(text) && !name.startsWith(text)) : [];
  }

  /** The code for what is not found as typed; learns to read pinyin, and traditional characters with it. */
  async near() {
    const [code, [fold, said, initials]] = await Promise.all([this.parts.code('near'), this.parts.load('signs')]);
    if (!this.spelled) {
      this.normaliser.learn(fold);
      Object.assign(this, { spelled: new code.Spelling(said), initials });
    }
    return { ...code, spelling: this.spelled };
  }

  /** The chapters of the site's own report, for who found nothing. */
  chapters() {
    const [id, year] = this.index.reports[0];
    return this.index.chapters.map((row) => shownHit({ document: sectionDocument(row, { id, year }, this.normaliser), answer: {} }, EVERYTHING));
  }
}

function chapterTitles({ chapters, reports }) {
  return chapters.concat(reports.map((report) => (Array.isArray(report[2]) ? report[2] : [])).flat()).map(([, title]) => title);
}

function groupOf(kind, hits, want) {
  const shown = (some) => some.map((hit) => shownHit(hit, want));
  let at = SHOWN;
  return { kind, total: hits.length, certain: true, hits: shown(hits.slice(0, at)), next: async () => shown(hits.slice(at, at += SHOWN_NEXT)) };
}
