/* Pagefind, asked as its own page asks it: the first ten results with their texts. */
({ index }) => {
  window.bench = {
    async open() {
      this.pagefind = await import(new URL(index, document.baseURI));
      await this.pagefind.init();
    },
    async search(query) {
      const { results } = await this.pagefind.search(query);
      return Promise.all(results.slice(0, 10).map((result) => result.data()));
    },
    addresses(found) {
      return found.map((one) => one.raw_url);
    },
  };
};
