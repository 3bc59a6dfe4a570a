// The corpus: what the two ways of keeping the texts have in common.

const SHOWN = 50;

class Corpus {
  constructor(index, parts, normaliser) {
    Object.assign(this, { index, parts, normaliser, named: namedDocuments(index, normaliser) });
    this.labels = Object.fromEntries(index.statuses);
  }

  /** Longest first, so that 厕所革命 is not taken for 厕所. */
  async synonyms() {
    const rows = await this.parts.load('synonyms');
    return rows.map(([word, meant]) => ({ word: this.normaliser.form(word).text, meant })).sort((a, b) => b.word.length - a.word.length);
  }

  /** Learns to read pinyin, and traditional characters with it. */
  async spelling() {
    if (!this.spelled) {
      const [fold, said, initials] = await this.parts.load('signs');
      this.normaliser.learn(fold);
      this.spelled = new Spelling(said);
      this.initials = initials;
    }
    return this.spelled;
  }

  /** The chapters of the site's own report, for who found nothing. */
  chapters() {
    const [id, year] = this.index.reports[0];
    return this.index.chapters.map((row) => shownHit({ document: sectionDocument(row, { id, year }, this.normaliser), answer: {} }, EVERYTHING));
  }
}
