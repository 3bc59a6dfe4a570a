/* The site's own search: targets, then sentences, in the order in which they are shown. */
({ index, version }) => {
  const kinds = ['target', 'sentence'];
  window.bench = {
    async open() {
      this.corpus = await window.Duixian.open(index, version);
    },
    search(query) {
      return this.corpus.search(query, {});
    },
    addresses({ groups }) {
      const shown = (kind) => groups.filter((group) => group.kind === kind).flatMap(({ hits }) => hits);
      return kinds.flatMap(shown).map(({ href }) => href);
    },
  };
};
