/* Search over one report: first the pure part (Duixian.search), then the form.
   A classic script, because pages opened from disk know neither modules nor fetch(). */
(function () {
  'use strict';

  // --- forms: text as it is compared, each character knowing where it was printed ---

  const DROPPED = /[\s\u00ad\u200b-\u200d“”‘’"'「」『』《》〈〉()[\]【】]/g;
  const THOUSANDS = /([\d０-９]),(?=[\d０-９]{3}(?![\d０-９]))|([０-９])，(?=[０-９]{3}(?![０-９]))/g; // not 5，300亿元
  const UNITS = { km2: '平方公里', km: '公里', m2: '平方米', m3: '立方米', kw: '千瓦', mw: '兆瓦', kg: '公斤' };
  const UNIT = /(^|[^a-z])(km2?|m[23]|[km]w|kg)(?![a-z\d])/g;

  function foldTable(pairs) {
    const table = {};
    Array.from(pairs).forEach((char, i, chars) => { if (i % 2) table[chars[i - 1]] = char; });
    return table;
  }

  function append(form, words, from, to) {
    for (const unit of words.split('')) {
      form.text += unit;
      form.from.push(from);
      form.to.push(to);
    }
  }

  function canonical(printed, fold) {
    const form = { printed, text: '', from: [], to: [] };
    let at = 0;
    for (const char of printed.replace(THOUSANDS, '$1$2 ')) {
      const plain = char.normalize('NFKC').toLowerCase();
      const end = at + char.length;
      append(form, (fold[plain] || plain).replace(DROPPED, ''), at, end);
      at = end;
    }
    return form;
  }

  /** `edits` are [start, end, words] in order; each new character stands for the whole stretch it replaces. */
  function edited(form, edits) {
    if (!edits.length) return form;
    const result = { printed: form.printed, text: '', from: [], to: [] };
    let done = 0;
    for (const [start, end, words] of edits.concat([[form.text.length, form.text.length, '']])) {
      for (; done < start; done++) append(result, form.text[done], form.from[done], form.to[done]);
      append(result, words, form.from[start], form.to[end - 1]);
      done = end;
    }
    return result;
  }

  function formOf(printed, fold) {
    const plain = canonical(printed, fold);
    const units = [];
    plain.text.replace(UNIT, (all, before, unit, at) => units.push([at + before.length, at + all.length, UNITS[unit]]));
    const form = edited(plain, units);
    form.numerals = numerals(form);
    form.counted = edited(form, form.numerals.map((numeral) => fenced(form, numeral)));
    return form;
  }

  // --- numbers: 28万, 280000 and 二十八万 are one token ---

  const RUN = /[\d零〇一二两三四五六七八九十百千万亿]([\d零〇一二两三四五六七八九十百千万亿]|\.(?=\d))*/g;
  const ARABIC = /^\d+(\.\d+)?[百千]?[万亿]*/;
  const SPOKEN = /[百千万亿][\d一二两三四五六七八九]$/; // 三万五 is 35000, 二百五 an insult
  const YEAR = /^[零〇一二三四五六七八九]{4}$/;
  const HAN = /^([一二两三四五六七八九]千)?零?([一二两三四五六七八九]百)?零?([一二两三四五六七八九]?十)?零?[一二两三四五六七八九]?$/;
  const SIZE = { 十: 10, 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 };

  function digit(char) {
    return '〇一二三四五六七八九'.indexOf({ 两: '二', 零: '〇' }[char] || char);
  }

  function small(words) {
    if (/^\d+(\.\d+)?[百千]?$/.test(words)) return parseFloat(words) * (SIZE[words.slice(-1)] || 1);
    if (YEAR.test(words)) return +Array.from(words, digit).join('');
    if (!HAN.test(words) || /^零*$/.test(words)) return NaN;
    return words.match(/[^零十百千]?[十百千]|[^零]/g).reduce((sum, part) => (
      sum + (SIZE[part] || digit(part[0]) * (SIZE[part[1]] || 1))), 0);
  }

  function amount(words) {
    const sign = ['亿', '万'].find((one) => words.indexOf(one) > 0);
    if (!sign) return small(words);
    const at = words.lastIndexOf(sign);
    const head = words.slice(0, at);
    const tail = words.slice(at + 1).replace(/^零/, '');
    return (SIZE[head] || amount(head)) * SIZE[sign] + (tail ? amount(tail) : 0);
  }

  /** In plain digits; empty for what is no well-formed number (十四五). */
  function valueOf(words) {
    if (/^\d{16,}$/.test(words)) return words; // beyond what a double holds exactly
    const value = SPOKEN.test(words) || SIZE[words] > 10 ? NaN : amount(words);
    return value >= 0 ? String(+value.toFixed(6)) : '';
  }

  /** Up to a mark that was dropped: in “415”十大 the 十 does not belong to 415. */
  function unbroken({ printed, from, to }, start, words) {
    const isBreak = (char, i) => i && /[^\s,，]/.test(printed.slice(to[start + i - 1], from[start + i]));
    const at = Array.from(words).findIndex(isBreak);
    return at < 0 ? words : words.slice(0, at);
  }

  function numerals(form) {
    const found = [];
    RUN.lastIndex = 0;
    for (let hit = RUN.exec(form.text); hit; hit = RUN.exec(form.text)) {
      let words = unbroken(form, hit.index, hit[0]);
      if (!valueOf(words) && ARABIC.test(words)) words = ARABIC.exec(words)[0];
      const numeral = { start: hit.index, end: hit.index + words.length, value: valueOf(words) };
      if (numeral.value) found.push(numeral);
      RUN.lastIndex = numeral.end;
    }
    return found;
  }

  /** A token between fences matches whole or not at all. */
  function fenced({ text }, { start, end, value }) {
    const token = `\ue000${value}\ue001`;
    return text.slice(0, start).endsWith('百分之') ? [start - 3, end, `${token}%`] : [start, end, token];
  }

  // --- matching ---

  function occurrences({ text }, needle) {
    const found = [];
    for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) found.push([at, at + needle.length]);
    return found;
  }

  /** 28 stands neither in 280 nor in 2.8; but 28 finds 28万亩. */
  function keepsNumbersWhole(form, word, [start, end]) {
    const splits = (at) => form.numerals.some((numeral) => numeral.start < at && at < numeral.end);
    if (splits(start) && word.numerals.some((numeral) => !numeral.start)) return false;
    return !splits(end) || /[万亿]/.test(form.text[end]) || !word.numerals.some((numeral) => numeral.end === word.text.length);
  }

  /** A number alone does not meet a single Chinese one: 10 is not 十分, 2 is not 两会; 10大 and 2家 are. */
  function isHasty({ printed, counted }, word, [at]) {
    const number = word.numerals[0];
    return number.end - number.start === word.text.length
      && [word.text, printed.slice(counted.from[at], counted.to[at])].some((words) => /^\D$/.test(words));
  }

  /** Where a word was printed in a text, or null; rank 0 as typed, 1 with its numbers written another way. */
  function locate(form, word) {
    const exact = word.text ? occurrences(form, word.text).filter((span) => keepsNumbersWhole(form, word, span)) : [];
    const rewritten = word.numerals.length ? occurrences(form.counted, word.counted.text).filter((span) => !isHasty(form, word, span)) : [];
    const printed = ({ from, to }) => ([start, end]) => [from[start], to[end - 1]];
    const spans = exact.map(printed(form)).concat(rewritten.map(printed(form.counted)));
    return spans.length ? { rank: exact.length ? 0 : 1, spans } : null;
  }

  /** How far from a place of the first word the others stand, at best. */
  function distance([first, ...others]) {
    const nearest = (at, { spans }) => Math.min(...spans.map((span) => Math.abs(span[0] - at)));
    return Math.min(...first.spans.map(([at]) => Math.max(...others.map((other) => nearest(at, other)))));
  }

  /** Lower is better, NaN is no match: as typed, rewritten, then all words, the nearer the better. */
  function rankIn(form, { whole, words }) {
    const found = locate(form, whole);
    if (found) return found.rank;
    const all = words.map((word) => locate(form, word));
    return words.length > 1 && all.every(Boolean) ? 2 + distance(all) / 1e6 : NaN;
  }

  /** The forms of a target are its title and quote, in this order; of a sentence its text. */
  function rankOf({ forms }, want) {
    const ranks = forms.map((form, field) => 4 * field + rankIn(form, want)).filter((rank) => rank >= 0);
    const isSpread = want.words.length > 1 && want.words.every((word) => forms.some((form) => locate(form, word)));
    return ranks.concat(isSpread ? 9 : NaN)[0];
  }

  function marksOf(form, words) {
    const marks = [];
    const spans = words.map((word) => locate(form, word)).reduce((all, found) => all.concat(found ? found.spans : []), []);
    for (const [start, end] of spans.sort((a, b) => a[0] - b[0])) {
      const last = marks[marks.length - 1];
      if (last && start <= last[1]) last[1] = Math.max(last[1], end);
      else marks.push([start, end]);
    }
    return marks;
  }

  function hitsOf(items, rank, words) {
    const ranked = items.map((item) => ({ item, rank: rank(item) })).filter((hit) => hit.rank <= Infinity);
    return ranked.sort((a, b) => a.rank - b.rank).map(({ item: { row, forms } }) => (
      { row, texts: forms.map((form) => ({ text: form.printed, marks: marksOf(form, words) })) }));
  }

  // --- the query ---

  const EDGES = /^[\s,.;:?!。、…—·~-]+|[\s,.;:?!。、…—·~-]+$/g;
  const DO = '(完成|达到|实现|落实|开工|投产|[建修做办])?[成好完]?';
  const QUESTION = new RegExp('请问|想知道|目前|现在|是不是|有没有|能不能|是否|怎么样?|怎样|如何|在?哪[个家座里儿些]?有?|[呢吧啊]'
    + `|(为?什么(时候)?|何时|多久)能?${DO}|${DO}了?(多少|几)[个家座处条户亩项]?|${DO}了?(吗|没有|没|么)|${DO}了`, 'g');

  function wanted(query, fold) {
    const tidy = query.normalize('NFKC').replace(/(\d),(?=\d{3}(?!\d))/g, '$1').replace(EDGES, '');
    const words = Array.from(new Set(tidy.split(/[\s,;:?!。、…]+/)), (word) => formOf(word, fold));
    return { whole: formOf(tidy, fold), words: words.filter(({ text }) => text) };
  }

  function withoutQuestion({ words }) {
    return words.map(({ text }) => text).join(' ').replace(QUESTION, ' ').trim();
  }

  // --- near misses: the telling parts of a query that do occur ---

  function partsOf(corpus, query) {
    const parts = new Set();
    for (const piece of query.split(/[\s\d.%零〇一二两三四五六七八九十百千万亿]+/)) { // a number is never taken apart
      for (let start = 0, end; start < piece.length; start = Math.max(end, start + 1)) {
        for (end = start; end < piece.length && corpus.all.includes(piece.slice(start, end + 1));) end++;
        if (end - start > (/\w/.test(piece[start]) ? 2 : 1)) parts.add(piece.slice(start, end));
      }
    }
    return Array.from(parts, (text) => ({ text, holders: holders(corpus, text) || 1 })).filter((part) => isTelling(corpus, part));
  }

  function holders({ sentences }, part) {
    return sentences.filter(({ forms }) => forms[0].text.includes(part)).length;
  }

  /** 建设 stands in every other sentence and tells nothing. */
  function isTelling({ sentences }, part) {
    return part.text.length > 3 || part.holders <= Math.max(3, sentences.length / 20);
  }

  /** Half of the query has to be there, or a long part; rare parts count for more. */
  function nearness({ forms }, parts, length) {
    const held = parts.filter((part) => forms.some(({ text }) => text.includes(part.text)));
    const isEnough = 2 * held.map(({ text }) => text).join('').length >= length || held.some(({ text }) => text.length > 5);
    return isEnough ? held.reduce((sum, part) => sum - part.text.length / part.holders, 0) : NaN;
  }

  function nearMisses(corpus, query) {
    const parts = partsOf(corpus, query);
    const length = query.replace(/\s/g, '').length || NaN;
    return hitsIn(corpus, (item) => nearness(item, parts, length), parts.map(({ text }) => formOf(text, corpus.fold)));
  }

  // --- search ---

  const prepared = new WeakMap();

  function prepare(index) {
    const fold = foldTable(index.fold);
    const itemOf = (fields) => (row) => ({ row, forms: row.slice(1, 1 + fields).map((text) => formOf(text, fold)) });
    const [targets, sentences] = [index.targets.map(itemOf(2)), index.sentences.map(itemOf(1))];
    const all = targets.concat(sentences).map(({ forms }) => forms.map(({ text }) => text).join('\n')).join('\n');
    prepared.set(index, { fold, targets, sentences, all });
    return prepared.get(index);
  }

  function hitsIn({ targets, sentences }, rank, words) {
    return { targets: hitsOf(targets, rank, words), sentences: hitsOf(sentences, rank, words) };
  }

  function find(corpus, query) {
    const want = wanted(query, corpus.fold);
    return hitsIn(corpus, (item) => rankOf(item, want), [want.whole, ...want.words]);
  }

  /** how: found, question (`asked` is what was looked for instead), near (parts of it) or none. */
  function search(index, query) {
    const corpus = prepared.get(index) || prepare(index);
    const rest = withoutQuestion(wanted(query, corpus.fold));
    for (const [how, asked, step] of [['found', query, find], ['question', rest, find], ['near', rest, nearMisses]]) {
      const found = step(corpus, asked);
      if (found.targets.length || found.sentences.length) return Object.assign(found, { how, asked });
    }
    return { how: 'none', asked: query, targets: [], sentences: [] };
  }

  window.Duixian = Object.assign(window.Duixian || {}, { search });

  // --- the page ---

  const DEBOUNCE = 60;
  const QUIET = 300; // a faster load is not worth announcing
  const SLOW = 10000;
  const SETTLED = 1500; // the address follows a query that rests: browsers limit how often it may change
  const SHOWN = 50;
  const MESSAGES = {
    loading: '正在读取搜索数据……也可以看',
    slow: '搜索数据还没有读到，仍在等待；也可以看',
    failed: '搜索数据没有读到，按回车键再试；也可以看',
    mismatch: '搜索数据与本页版本不同，请刷新页面；也可以看',
  };

  function element(tag, className, ...children) {
    const node = document.createElement(tag);
    node.className = className;
    node.append(...children);
    return node;
  }

  function link(href, ...children) {
    return Object.assign(element('a', 'search-link', ...children), { href });
  }

  function marked({ text, marks }) {
    const result = document.createDocumentFragment();
    let done = 0;
    for (const [start, end] of marks) {
      result.append(text.slice(done, start), element('mark', 'search-mark', text.slice(start, end)));
      done = end;
    }
    result.append(text.slice(done));
    return result;
  }

  function group(title, counter, hits, itemOf) {
    const list = element('ol', 'search-list', ...hits.slice(0, SHOWN).map(itemOf));
    const node = element('section', 'search-group', element('h2', 'search-heading', title), list);
    if (hits.length > SHOWN) node.append(moreButton(`显示全部 ${hits.length} ${counter}`, list, hits.slice(SHOWN).map(itemOf)));
    return node;
  }

  function moreButton(label, list, items) {
    const button = Object.assign(element('button', 'search-more', label), { type: 'button' });
    button.addEventListener('click', () => {
      list.append(...items);
      button.remove();
      items[0].querySelector('a').focus();
    });
    return button;
  }

  function loadIndex(src) {
    return new Promise((resolve, reject) => {
      let index = null;
      window.duixianIndex = (value) => { index = value; };
      const onload = () => (index ? resolve(index) : reject());
      document.head.append(Object.assign(document.createElement('script'), { src, onload, onerror: reject }));
    });
  }

  function pageOf(address) {
    return address.split(/[?#]/)[0].replace(/\.html$/, '');
  }

  class Search {
    constructor(place) {
      this.data = place.dataset;
      this.form = place.querySelector('form');
      this.box = place.querySelector('[type="search"]');
      this.status = place.querySelector('[role="status"]');
      this.results = place.querySelector('.search-results');
      this.state = ''; // of the index: loading, slow, failed, mismatch, ready
      this.answered = null; // the query whose answer is shown
      this.timers = {};
      this.isOwnPage = pageOf(this.form.action) === pageOf(location.href);
    }

    start() {
      const on = (type, react) => this.box.addEventListener(type, react);
      on('focus', () => this.load());
      on('compositionstart', () => { this.composing = true; });
      on('compositionend', () => { this.composing = false; this.answer(); });
      on('input', () => this.later('answer', DEBOUNCE));
      on('change', () => { this.answer(); this.remember(); });
      on('keydown', ({ key }) => { if (key === 'Escape' && !this.composing && !this.isOwnPage) this.clear(); });
      this.form.addEventListener('submit', (event) => { if (this.isOwnPage) this.submit(event); });
      this.box.value = this.box.value || new URLSearchParams(location.search).get('q') || '';
      if (document.activeElement === this.box) this.load();
      if (this.query) this.answer();
    }

    submit(event) {
      event.preventDefault();
      this.composing = false; // some phones submit in the middle of a word
      if (/failed|mismatch/.test(this.state)) this.state = '';
      this.answer();
      this.remember();
    }

    get query() {
      return this.box.value.trim();
    }

    later(method, delay) {
      clearTimeout(this.timers[method]);
      this.timers[method] = setTimeout(() => this[method](), delay);
    }

    load() {
      if (this.state) return;
      this.state = 'loading';
      this.later('slow', SLOW);
      loadIndex(`${this.data.index}?v=${this.data.version}`).then((index) => this.loaded(index), () => this.become('failed'));
    }

    slow() {
      if (this.state === 'loading') this.become('slow');
    }

    loaded(index) {
      if (index.version !== this.data.version) return this.become('mismatch');
      this.index = index;
      prepare(index); // the slow part, done while the query is being typed
      return this.become('ready');
    }

    become(state) {
      this.state = state;
      this.answer();
    }

    answer() {
      if (this.composing || this.query === this.answered) return;
      this.later('remember', SETTLED);
      if (!this.query) return this.clear();
      if (this.state === 'ready') return this.show(search(this.index, this.query));
      this.load();
      this.later('excuse', this.state === 'loading' ? QUIET : 0);
    }

    /** Says why there is no answer yet. */
    excuse() {
      if (!this.query || !MESSAGES[this.state]) return;
      this.clear();
      this.answered = null;
      this.say(MESSAGES[this.state], this.fullList(), '。');
    }

    clear() {
      this.answered = this.query;
      this.say();
      this.fill([]);
    }

    say(...words) {
      this.status.replaceChildren(...words);
    }

    /** The list that is there without scripts gives way to an answer. */
    fill(groups) {
      this.results.replaceChildren(...groups);
      document.querySelectorAll('[data-search-static]').forEach((node) => { node.hidden = this.query && this.state === 'ready'; });
    }

    show({ how, asked, targets, sentences }) {
      this.answered = this.query;
      const count = `${targets.length + sentences.length} 条：目标 ${targets.length} 项，原文 ${sentences.length} 句。`;
      const missing = `没有找到“${this.query.length > 40 ? `${this.query.slice(0, 40)}……` : this.query}”。`;
      if (how === 'none') this.say(`${missing}试试更短的词，或看`, this.fullList(), '。');
      else this.say(`${{ found: '', question: `按“${asked}”`, near: missing }[how]}${how === 'near' ? '近似结果' : '找到'} ${count}`);
      this.fill([
        targets.length && group('目标', '项', targets, (hit) => this.targetItem(hit)),
        sentences.length && group('原文', '句', sentences, (hit) => this.sentenceItem(hit)),
        how === 'none' && group('报告的章节', '节', this.index.sections, ([id, title]) => element('li', 'search-hit', this.sentenceLink(id, title))),
      ].filter(Boolean));
    }

    targetItem({ row: [id, , , status, label], texts: [title, quote] }) {
      const page = link(`${this.data.root}targets/${encodeURIComponent(id)}.html`, marked(title));
      return element('li', 'search-hit', page, ' ', element('span', `seal seal-${status}`, label), element('p', 'search-quote', marked(quote)));
    }

    sentenceItem({ row: [id, , section], texts: [text] }) {
      return element('li', 'search-hit', this.sentenceLink(id, marked(text)), element('p', 'search-section', section));
    }

    /** In another report than the site's own, the id has its page before it. */
    sentenceLink(id, words) {
      const [page, anchor] = id.includes('#') ? id.split('#') : [`${this.index.report}.html`, id];
      return link(`${this.data.root}report/${encodeURIComponent(page)}#${encodeURIComponent(anchor)}`, words);
    }

    fullList() {
      return link(`${this.data.root}targets.html`, '全部目标');
    }

    /** Keeps ?q= in the address of the search page. */
    remember() {
      clearTimeout(this.timers.remember);
      const address = new URL(location.href);
      if (this.composing || !this.isOwnPage || (address.searchParams.get('q') || '') === this.query) return;
      address.searchParams.set('q', this.query);
      if (!this.query) address.search = '';
      try {
        history.replaceState(history.state, '', address.href);
      } catch (error) {
        // Some browsers forbid this on pages from disk: only the address lags.
      }
    }
  }

  function enhance() {
    document.querySelectorAll('[data-search]').forEach((place) => new Search(place).start());
  }

  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', enhance);
  else enhance();
}());
