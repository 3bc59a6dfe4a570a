// --- results: what the engine found, as nodes; words of the data become text, never markup ---

const GROUPS = {
  target: { title: '目标', unit: '项' },
  sentence: { title: '原文', unit: '句' },
  section: { title: '章节', unit: '节' },
  place: { title: '地区', unit: '个' },
  agency: { title: '单位', unit: '个' },
};
const POINTERS = ['section', 'place', 'agency']; // lead to a page rather than answer, and share one short list
const SVG = 'http://www.w3.org/2000/svg';
const FIRST = 10; // of each group, so that on a phone the next one is not out of reach
const QUOTED = 40; // of a query, in what is said about it

function element(tag, className, ...children) {
  const node = document.createElement(tag);
  node.className = className;
  node.append(...children);
  return node;
}

function refill(node, ...children) {
  node.textContent = '';
  node.append(...children);
}

function pressable(className, words, react) {
  const node = element('button', className, words);
  node.type = 'button';
  node.addEventListener('click', react);
  return node;
}

function linkTo(href, ...children) {
  return Object.assign(element('a', 'search-link', ...children), { href });
}

function markedWords({ text, marks }) {
  const words = document.createDocumentFragment();
  let done = 0;
  for (const [start, end] of marks) {
    words.append(text.slice(done, start), element('mark', 'search-mark', text.slice(start, end)));
    done = end;
  }
  words.append(text.slice(done));
  return words;
}

function aside(className, words) {
  return words ? [element('p', className, words)] : [];
}

function whyTag({ why }) {
  return why ? [' ', element('span', 'search-why', why)] : [];
}

/** As `components/status_tag.html`; the page holds the drawings of all seals. */
function statusTag({ status, label }) {
  const seal = document.createElementNS(SVG, 'svg');
  seal.setAttribute('class', `seal seal-${status}`);
  seal.setAttribute('aria-hidden', 'true');
  seal.appendChild(document.createElementNS(SVG, 'use')).setAttribute('href', `#seal-${status}`);
  return element('span', 'status-tag', seal, element('span', '', label));
}

/** The quote stands below its target where it says why the target was found. */
function targetItem(hit, root) {
  const [title, quote] = hit.texts;
  const head = element('p', 'search-head', linkTo(root + hit.href, markedWords(title)), ' ', statusTag(hit), ...whyTag(hit));
  const matched = quote && (quote.marks.length || !title.marks.length) ? markedWords(quote) : '';
  return element('li', 'search-hit', head, ...aside('search-note', hit.note), ...aside('search-quote', matched));
}

function sentenceItem(hit, root) {
  const [text] = hit.texts;
  const place = element('p', 'search-note', hit.note, ...whyTag(hit));
  return element('li', 'search-hit search-hit-sentence', linkTo(root + hit.href, markedWords(text)), place);
}

function pointerItem(hit, root) {
  const note = hit.note ? [' ', element('span', 'search-note', hit.note)] : [];
  const words = element('div', '', linkTo(root + hit.href, markedWords(hit.texts[0])), ...note, ...whyTag(hit));
  return element('li', 'search-hit search-pointer', element('span', 'search-kind', GROUPS[hit.kind].title), words);
}

const ITEMS = { target: targetItem, sentence: sentenceItem, section: pointerItem, place: pointerItem, agency: pointerItem };

function amountOf({ total, certain }, unit) {
  return `${certain ? '' : '约 '}${total} ${unit}`;
}

/** A figure stands off from the words before it, 约 does not. */
function withAmount(words, counted, unit) {
  return `${words}${counted.certain ? ' ' : ''}${amountOf(counted, unit)}`;
}

function groupHeading(title, amount, isNear) {
  const parts = [title, ' ', element('span', 'count', amount)];
  if (isNear) parts.push(' ', element('span', 'flag', '近似'));
  return element('h2', 'search-heading', ...parts);
}

function firstHits({ hits }) {
  return hits.slice(0, FIRST);
}

/** Adds the following hits and leads the reader to the first of them. */
function moreButton(group, list, root, moreOf) {
  const words = () => `显示更多${GROUPS[group.kind].title}（${withAmount('共', group, GROUPS[group.kind].unit)}）`;
  let [waiting, shown, isBusy] = [group.hits.slice(FIRST), firstHits(group).length, false];
  const append = (hits) => {
    const items = hits.map((hit) => ITEMS[hit.kind](hit, root));
    list.append(...items);
    (items[0] || list.lastChild).querySelector('a').focus();
    [waiting, shown] = [[], shown + hits.length];
    button.textContent = words();
    if (!hits.length || shown >= group.total) button.remove();
  };
  const button = pressable('search-more', words(), async () => {
    if (isBusy) return;
    isBusy = true;
    try {
      append(waiting.length ? waiting : await moreOf(group.kind));
    } catch (error) {
      button.textContent = '没有读到，再试一次';
    }
    isBusy = false;
  });
  return button;
}

function groupList(groups, root) {
  const hits = groups.reduce((all, group) => all.concat(firstHits(group)), []);
  return element('ol', 'search-list', ...hits.map((hit) => ITEMS[hit.kind](hit, root)));
}

function groupSection(heading, groups, root, moreOf) {
  const list = groupList(groups, root);
  if (groups.length > 1) list.classList.add('search-list-mixed');
  const rest = groups.filter((group) => group.total > firstHits(group).length);
  return element('section', 'search-group', heading, list, ...rest.map((group) => moreButton(group, list, root, moreOf)));
}

/** In the engine's order; the pointers stand together where the first of them does. */
function resultSections({ groups, near }, root, moreOf) {
  const isPointer = ({ kind }) => POINTERS.includes(kind);
  const pointers = groups.filter(isPointer);
  return groups.filter((group) => !isPointer(group) || group === pointers[0]).map((group) => {
    const own = isPointer(group) ? pointers : [group];
    const title = own.map(({ kind }) => GROUPS[kind].title).join('、');
    return groupSection(groupHeading(title, amountOf(sumOf(own), own[1] ? '个' : GROUPS[group.kind].unit), near), own, root, moreOf);
  });
}

function sumOf(groups) {
  return { total: groups.reduce((sum, { total }) => sum + total, 0), certain: groups.every(({ certain }) => certain) };
}

function quotedQuery(query) {
  const chars = Array.from(query.trim());
  return `“${chars.slice(0, QUOTED).join('')}${chars.length > QUOTED ? '……' : ''}”`;
}

function countedWords(words, groups) {
  const parts = groups.map((group) => withAmount(GROUPS[group.kind].title, group, GROUPS[group.kind].unit));
  return `${withAmount(words, sumOf(groups), '条')}：${parts.join('，')}。`;
}

const MEANT = { pinyin: '按拼音', synonym: '按近义词' };

function meantWords({ query, asked, how }) {
  if (how === 'found' || MEANT[how]) return MEANT[how] || '';
  return asked && asked !== query.trim() ? `按${quotedQuery(asked)}` : '';
}

/** What is said of a result that has hits. */
function resultWords(result) {
  if (result.near) return countedWords(`没有找到${quotedQuery(result.query)}。近似结果`, result.groups);
  return countedWords(`${meantWords(result)}找到`, result.groups);
}
