// --- page: the form, what it shows, and the address ---

const DEBOUNCE = 60;
const ANNOUNCED = 300; // after a keystroke: whoever listens should not hear each count
const QUIET = 300; // a faster load is not worth announcing
const SLOW = 10000;
const SETTLED = 1500; // the address follows a query that rests: browsers limit how often it may change
const EXCUSES = {
  loading: '正在读取搜索数据……也可以看',
  slow: '搜索数据还没有读到，仍在等待；也可以看',
  failed: '搜索数据没有读到，按回车键再试；也可以看',
  mismatch: '搜索数据与本页版本不同，请刷新页面；也可以看',
  ready: '正在查找……也可以看',
};

function pageOf(address) {
  return address.split(/[?#]/)[0].replace(/\.html$/, '');
}

class SearchPanel {
  constructor(place) {
    this.data = place.dataset;
    this.form = place.querySelector('form');
    this.box = place.querySelector('[type="search"]');
    this.status = place.querySelector('[role="status"]');
    this.results = place.querySelector('.search-results');
    this.isOwnPage = pageOf(this.form.action) === pageOf(window.location.href);
    this.facets = new Facets((chosen) => this.narrow(chosen));
    this.combobox = new Combobox(this.box, () => this.suggestions(), (href) => this.leave(href));
    this.state = ''; // of the index: loading, slow, failed, mismatch, ready
    this.answered = null; // the question whose answer is shown or under way
    this.turn = 0;
    this.timers = {};
  }

  start() {
    const on = (type, react) => this.box.addEventListener(type, react);
    on('focus', () => this.load());
    on('compositionstart', () => this.compose());
    on('compositionend', () => this.type(0));
    on('input', () => { if (!this.isComposing) this.type(DEBOUNCE); });
    on('keydown', (event) => this.press(event));
    on('blur', () => this.rest());
    this.form.addEventListener('submit', (event) => this.submit(event));
    this.results.addEventListener('click', () => this.remember());
    this.results.before(this.facets.node);
    window.addEventListener('popstate', () => this.travel());
    this.recall(this.box.value);
    if (document.activeElement === this.box) this.load();
    this.answer();
  }

  // --- typing ---

  get query() {
    return this.box.value.trim();
  }

  /** The search page's address for what is asked, empty for nothing: also what tells one question from another. */
  get address() {
    const asked = new URLSearchParams(Object.assign(this.query ? { q: this.query } : {}, this.facets.chosen)).toString();
    return asked && `?${asked}`;
  }

  compose() {
    this.isComposing = true;
    this.combobox.close();
  }

  type(delay) {
    if (this.corpus && this.state === 'failed') this.state = 'ready'; // another query may need no missing part
    this.isComposing = false;
    this.isTyping = true;
    this.resumeAt = 0;
    this.combobox.activate(-1);
    this.later('meet', delay);
  }

  meet() {
    if (this.isComposing) return;
    if (this.isTyping) this.combobox.offer();
    this.answer();
    this.later('remember', SETTLED);
  }

  async suggestions() {
    return this.state === 'ready' && this.query ? this.corpus.suggest(this.query) : [];
  }

  press(event) {
    if (event.isComposing || event.keyCode === 229 || this.isComposing) return;
    const action = this.combobox.actionOf(event.key) || (event.key === 'Escape' && this.address ? () => this.empty() : null);
    if (!action) return;
    event.preventDefault();
    if (event.key === 'Escape') this.isTyping = false; // what was typed just before offers nothing any more
    action();
  }

  empty() {
    this.box.value = '';
    this.facets.chosen = {};
    this.answer();
    this.remember();
  }

  rest() {
    this.stopTyping();
    this.answer();
    this.remember();
  }

  stopTyping() {
    this.isTyping = false;
    this.isComposing = false; // some phones never say so, and submit in the middle of a word
    this.combobox.close();
  }

  submit(event) {
    this.stopTyping();
    if (!this.isOwnPage) return this.remember();
    event.preventDefault();
    if (/failed|mismatch/.test(this.state)) this.state = this.corpus ? 'ready' : '';
    this.answer();
    this.commit(this.committed);
    if (window.matchMedia('(pointer: coarse)').matches) this.box.blur(); // the keyboard makes room for the results
  }

  later(method, delay) {
    clearTimeout(this.timers[method]);
    this.timers[method] = setTimeout(() => this[method](), delay);
  }

  // --- the index ---

  load() {
    if (this.state) return;
    this.state = 'loading';
    this.later('slow', SLOW);
    window.Duixian.open(this.data.index, this.data.version).then(
      (corpus) => { this.corpus = corpus; this.become('ready'); },
      (error) => this.fail(error),
    );
  }

  slow() {
    if (this.state === 'loading') this.become('slow');
  }

  become(state) {
    this.state = state;
    if (this.isTyping && !this.isComposing) this.combobox.offer();
    this.answer();
  }

  // --- answers ---

  answer() {
    if (this.isComposing || this.address === this.answered) return;
    clearTimeout(this.timers.tell);
    if (!this.address) this.clear();
    else if (this.state === 'ready') this.look();
    else this.wait();
  }

  wait() {
    this.load();
    this.later('excuse', this.state === 'loading' ? QUIET : 0);
  }

  /** Answers may come out of turn: only that to the last question is shown. */
  async look() {
    this.turn += 1;
    const { turn } = this;
    this.answered = this.address;
    this.later('excuse', QUIET);
    try {
      const result = await this.corpus.search(this.query, this.facets.chosen);
      const sections = result.groups.length ? [] : await this.corpus.chapters();
      if (turn === this.turn) this.show(result, sections);
    } catch (error) {
      if (turn === this.turn) this.fail(error);
    }
  }

  fail(error) {
    this.answered = null;
    this.become(error.message === 'mismatch' ? 'mismatch' : 'failed');
    if (!/^(missing|mismatch)$/.test(error.message)) throw error; // a mistake of ours, not of the network
  }

  /** Says why there is no answer yet. */
  excuse() {
    if (!this.address || !EXCUSES[this.state]) return;
    if (this.state !== 'ready') this.fill([], []);
    this.say(EXCUSES[this.state], this.fullList(), '。');
  }

  clear() {
    this.turn += 1;
    this.answered = '';
    clearTimeout(this.timers.excuse);
    this.say();
    this.fill([], []);
  }

  say(...words) {
    refill(this.status, ...words);
  }

  /** Says it when the typing rests. */
  tell(...words) {
    clearTimeout(this.timers.tell);
    if (this.isTyping) this.timers.tell = setTimeout(() => this.say(...words), ANNOUNCED);
    else this.say(...words);
  }

  /** The list that is there without scripts gives way to an answer. */
  fill(sections, facets) {
    refill(this.results, ...sections);
    this.facets.show(this.isOwnPage ? facets : []);
    document.querySelectorAll('[data-search-static]').forEach((node) => { node.hidden = Boolean(this.address) && this.state === 'ready'; });
    this.combobox.stay();
  }

  show(result, sections) {
    clearTimeout(this.timers.excuse);
    const moreOf = (kind) => this.corpus.more(result, kind);
    if (result.groups.length) {
      this.fill(resultSections(result, this.data.root, moreOf), result.facets);
      this.tell(resultWords(result));
      this.results.append(...this.onward(result));
      if (result.moreFacets && this.isOwnPage) this.refine(result, this.turn);
    } else this.showNothing(result, sections);
    if (this.resumeAt) window.scrollTo(0, this.resumeAt);
    this.resumeAt = 0;
  }

  /** Facets that were not worth waiting for. */
  async refine({ moreFacets }, turn) {
    const facets = await moreFacets().catch(() => null);
    if (facets && turn === this.turn) this.facets.show(facets);
  }

  showNothing({ query, how, facets }, sections) {
    const missing = `没有找到${query && quotedQuery(query)}。`;
    const isNarrowed = how !== 'none';
    const heading = element('h2', 'search-heading', '报告的章节');
    const list = { kind: 'section', total: sections.length, certain: true, hits: sections };
    this.fill(isNarrowed || !sections.length ? [] : [groupSection(heading, [list], this.data.root)], facets);
    if (isNarrowed) this.tell(`所选条件下${missing}可以去掉筛选条件再看。`);
    else this.tell(`${missing}试试更短的词，或看`, this.fullList(), '。');
  }

  /** From the home page, where there is no room to narrow, to the search page. */
  onward({ facets }) {
    if (this.isOwnPage || !facets.length) return [];
    return [element('p', 'more', linkTo(this.form.action + this.address, `按${facetWords(facets.map(({ key }) => key))}筛选这些结果`))];
  }

  fullList() {
    return linkTo(`${this.data.root}targets.html`, '全部目标');
  }

  // --- the address and the history: ?q= and facets on the search page, elsewhere only the entry's own state ---

  narrow(chosen) {
    const before = this.address;
    this.facets.chosen = chosen;
    this.answer();
    this.commit(before);
  }

  leave(href) {
    this.remember();
    window.location.href = this.data.root + href;
  }

  remember() {
    if (!this.isComposing) this.write('replaceState', this.address);
  }

  /** A new entry; typing has overwritten the one before it, which gets its own question back. */
  commit(before) {
    clearTimeout(this.timers.remember);
    if (this.address === this.committed) return;
    this.write('replaceState', before);
    this.write('pushState', this.address);
    this.committed = this.address;
  }

  write(method, address) {
    clearTimeout(this.timers.remember);
    const place = this.isOwnPage ? window.location.pathname + address : null;
    try {
      window.history[method]({ query: this.query, scroll: window.scrollY }, '', place);
    } catch (error) {
      // Some browsers forbid this on pages from disk: only the address lags.
    }
    this.seen = window.location.search;
  }

  recall(typed) {
    const state = window.history.state || {};
    const params = new URLSearchParams(window.location.search);
    this.box.value = (this.isOwnPage ? params.get('q') : state.query) || typed;
    this.facets.chosen = this.isOwnPage ? facetsIn(params) : {};
    this.resumeAt = state.scroll || 0;
    this.seen = window.location.search;
    this.committed = this.address;
  }

  travel() {
    if (window.location.search === this.seen) return; // only a place on the page
    this.stopTyping();
    this.recall('');
    this.answer();
  }
}

function enhance() {
  document.querySelectorAll('[data-search]').forEach((place) => new SearchPanel(place).start());
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', enhance);
else enhance();
